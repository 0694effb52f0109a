package org.opbrief.output.excel;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.opbrief.api.report.Briefing;
import org.opbrief.api.report.Section;
import org.opbrief.api.statistics.Figure;

/** The first sheet: what the briefing is and its figures, exact and in words. */
final class SummarySheet {

    private static final int COLUMNS = 4;

    private final Briefing briefing;
    private final Styles styles;
    private XSSFSheet sheet;
    private int row;

    SummarySheet(Briefing briefing, Styles styles) {
        this.briefing = briefing;
        this.styles = styles;
    }

    void write(XSSFWorkbook workbook, String name) {
        sheet = workbook.createSheet(name);
        sheet.setDisplayGridlines(false);
        Cells.widths(sheet, 44, 24, 30, 70);
        banner();
        Cells.text(sheet, row++, 0, briefing.title(), styles.title());
        if (!briefing.subtitle().isEmpty()) {
            Cells.text(sheet, row++, 0, briefing.subtitle(), styles.subtitle());
        }
        row++;
        pair("Edition", briefing.edition().label());
        Cells.text(sheet, row, 0, "Data as of", styles.text());
        Cells.date(sheet, row++, 1, briefing.asOf(), styles.date());
        for (Map.Entry<String, String> parameter : briefing.parameters().entrySet()) {
            pair(parameter.getKey(), parameter.getValue());
        }
        figures();
        for (Section section : briefing.sections()) {
            if (section instanceof Section.FigureTable table) {
                figureTable(table);
            }
        }
        alternatives();
        Cells.print(sheet, briefing, true);
    }

    private void banner() {
        String marking = briefing.edition().marking().text();
        if (!marking.isEmpty()) {
            Cells.text(
                    sheet,
                    row,
                    0,
                    marking,
                    styles.banner(briefing.edition().marking().color()));
            sheet.addMergedRegion(new CellRangeAddress(row, row, 0, COLUMNS - 1));
            row++;
        }
    }

    private void pair(String label, String value) {
        Cells.text(sheet, row, 0, label, styles.text());
        Cells.text(sheet, row++, 1, value, styles.text());
    }

    private void header(String title, List<String> columns) {
        row++;
        if (!title.isEmpty()) {
            Cells.text(sheet, row++, 0, title, styles.heading());
        }
        for (int i = 0; i < columns.size(); i++) {
            Cells.text(sheet, row, i, columns.get(i), styles.header());
        }
        row++;
    }

    private void figures() {
        header("Figures", List.of("Figure", "Value", "In words", "How it came about"));
        for (Figure figure : briefing.figures()) {
            Cells.text(sheet, row, 0, figure.label() + (figure.estimate() ? " (estimate)" : ""), styles.wrapped());
            value(figure, 1);
            Cells.text(sheet, row, 2, figure.words(), styles.wrapped());
            Cells.text(sheet, row++, 3, figure.passport().method(), styles.wrapped());
        }
    }

    private void figureTable(Section.FigureTable table) {
        List<String> columns = new java.util.ArrayList<>(List.of(""));
        columns.addAll(table.columns());
        header(table.title(), columns);
        for (Section.FigureTable.Row line : table.rows()) {
            Cells.text(sheet, row, 0, line.label(), styles.text());
            int column = 1;
            for (Optional<String> id : line.figures()) {
                int at = column++;
                id.flatMap(briefing::figure).ifPresent(figure -> value(figure, at));
            }
            row++;
        }
    }

    private void alternatives() {
        List<Figure> estimates = briefing.figures().stream()
                .filter(figure -> !figure.alternatives().isEmpty())
                .toList();
        if (estimates.isEmpty()) {
            return;
        }
        header("What other factors would give", List.of("Estimate", "Value", "Factor set", "Source"));
        for (Figure figure : estimates) {
            for (Figure.Alternative alternative : figure.alternatives()) {
                Cells.text(sheet, row, 0, figure.label(), styles.text());
                Cells.number(
                        sheet,
                        row,
                        1,
                        alternative.value(),
                        styles.number(Optional.of(figure.unit()), figure.decimals()));
                Cells.text(sheet, row, 2, alternative.factors().title(), styles.wrapped());
                Cells.text(sheet, row++, 3, alternative.factors().source(), styles.wrapped());
            }
        }
    }

    private void value(Figure figure, int column) {
        Cells.number(sheet, row, column, figure.value(), styles.number(Optional.of(figure.unit()), figure.decimals()));
    }
}
