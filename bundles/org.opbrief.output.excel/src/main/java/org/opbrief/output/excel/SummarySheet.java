package org.opbrief.output.excel;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFHyperlink;
import org.apache.poi.xssf.usermodel.XSSFName;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.opbrief.api.report.Briefing;
import org.opbrief.api.report.Section;
import org.opbrief.api.statistics.FactorSet;
import org.opbrief.api.statistics.Figure;

/** The first sheet: what the briefing is, and all its figures. The cell of each value is named by the figure's id. */
final class SummarySheet {
    private static final int LAST = 4;
    /** As many rows are still read easily on one page. */
    private static final int PAGE_ROWS = 60;

    private final Book book;
    private final Briefing briefing;
    private final Labels labels;
    private final XSSFSheet sheet;
    private final Cells cells;
    private int row;

    SummarySheet(Book book) {
        this.book = book;
        this.briefing = book.briefing();
        this.labels = book.labels();
        this.sheet = book.sheet(labels.get("summary"));
        this.cells = book.cells(sheet);
    }

    /** @param others the sheets that follow */
    void fill(List<XSSFSheet> others) {
        cells.widths(38, 21, 34, 26, 66);
        head();
        Set<String> headline = new LinkedHashSet<>();
        for (Section section : briefing.sections()) {
            if (section instanceof Section.Headline key) {
                headline.addAll(key.figures());
                figures(key.title().isEmpty() ? labels.get("keyFigures") : key.title(), figures(key.figures()));
            } else if (section instanceof Section.FigureTable table) {
                sideBySide(table);
            }
        }
        figures(
                labels.get("furtherFigures"),
                briefing.figures().stream()
                        .filter(figure -> !headline.contains(figure.id()))
                        .toList());
        estimates();
        links(others);
    }

    private void head() {
        String marking = briefing.edition().marking().text();
        if (!marking.isEmpty()) {
            for (int i = 0; i <= LAST; i++) {
                cells.text(row, i, i == 0 ? marking : "", Face.BANNER);
            }
            sheet.addMergedRegion(new CellRangeAddress(row, row, 0, LAST));
            sheet.getRow(row).setHeightInPoints(21);
            row += 2;
        }
        row = new Letterhead(book, sheet, cells).add(row, LAST);
        cells.text(row++, 0, briefing.title(), Face.TITLE);
        if (!briefing.subtitle().isEmpty()) {
            cells.text(row++, 0, briefing.subtitle(), Face.SUBTITLE);
        }
        row++;
        cells.text(row, 0, labels.get("asOf"), Face.LABEL);
        cells.number(row++, 1, NumberText.serial(briefing.asOf()).orElse(0L), Styles.DATE, Face.PLAIN);
        cells.text(row, 0, labels.get("edition"), Face.LABEL);
        cells.text(row++, 1, briefing.edition().label(), Face.PLAIN);
        for (Map.Entry<String, String> parameter : briefing.parameters().entrySet()) {
            cells.text(row, 0, parameter.getKey(), Face.LABEL);
            cells.text(row++, 1, parameter.getValue(), Face.PLAIN);
        }
    }

    private List<Figure> figures(List<String> ids) {
        return ids.stream().map(this::figure).toList();
    }

    private Figure figure(String id) {
        return briefing.figure(id)
                .orElseThrow(() -> new IllegalArgumentException("A section names a figure that is not there: " + id));
    }

    private void figures(String title, List<Figure> figures) {
        if (figures.isEmpty()) {
            return;
        }
        heading(title);
        cells.headers(row, labels.get("figure"), "", labels.get("words"), labels.get("note"), labels.get("method"));
        cells.wrapped(row++, 1, labels.get("value"), Face.HEADER_NUMBER);
        for (Figure figure : figures) {
            cells.wrapped(row, 0, figure.label(), Face.STRONG);
            cells.value(row, 1, figure, figure.value(), Face.STRONG);
            name(figure.id(), row);
            cells.wrapped(row, 2, figure.words(), Face.BODY);
            cells.text(row, 3, figure.estimate() ? labels.get("estimate") : "", Face.MARK);
            cells.wrapped(row++, 4, figure.passport().method(), Face.BODY);
        }
    }

    private void name(String id, int at) {
        if (book.workbook().getName(id) != null) {
            return;
        }
        XSSFName name = book.workbook().createName();
        name.setNameName(book.names().name(id));
        name.setRefersToFormula(new CellRangeAddress(at, at, 1, 1).formatAsString(sheet.getSheetName(), true));
    }

    private void sideBySide(Section.FigureTable table) {
        heading(table.title());
        cells.wrapped(row, 0, "", Face.HEADER);
        for (int i = 0; i < table.columns().size(); i++) {
            cells.wrapped(row, i + 1, table.columns().get(i), Face.HEADER_NUMBER);
        }
        row++;
        for (Section.FigureTable.Row line : table.rows()) {
            cells.wrapped(row, 0, line.label(), Face.STRONG);
            for (int i = 0; i < line.figures().size(); i++) {
                Optional<Figure> figure = line.figures().get(i).map(this::figure);
                if (figure.isPresent()) {
                    cells.value(row, i + 1, figure.get(), figure.get().value(), Face.BODY);
                } else {
                    cells.text(row, i + 1, "", Face.BODY);
                }
            }
            row++;
        }
    }

    private void estimates() {
        List<Figure> estimates =
                briefing.figures().stream().filter(Figure::estimate).toList();
        if (estimates.isEmpty()) {
            return;
        }
        heading(labels.get("estimates"));
        cells.headers(
                row, labels.get("figure"), "", labels.get("factorSet"), labels.get("validity"), labels.get("basis"));
        cells.wrapped(row++, 1, labels.get("value"), Face.HEADER_NUMBER);
        for (Figure figure : estimates) {
            cells.wrapped(row, 0, figure.label(), Face.STRONG);
            cells.value(row, 1, figure, figure.value(), Face.STRONG);
            factors(figure.passport().factors(), "used");
            for (Figure.Alternative other : figure.alternatives()) {
                cells.wrapped(row, 0, figure.label(), Face.BODY);
                cells.value(row, 1, figure, other.value(), Face.BODY);
                factors(Optional.of(other.factors()), "alternative");
            }
        }
    }

    private void factors(Optional<FactorSet> set, String role) {
        String title = set.map(factors -> factors.title() + " (" + labels.get(role) + ")")
                .orElse("");
        cells.wrapped(row, 2, title, Face.BODY);
        cells.wrapped(row, 3, set.map(factors -> validity(factors, labels)).orElse(""), Face.BODY);
        cells.wrapped(row++, 4, set.map(FactorSet::source).orElse(""), Face.BODY);
    }

    static String validity(FactorSet set, Labels labels) {
        return set.until()
                .map(until -> labels.get("fromUntil", set.from().toString(), until.toString()))
                .orElseGet(() -> labels.get("from", set.from().toString()));
    }

    private void links(List<XSSFSheet> others) {
        heading(labels.get("sheets"));
        for (XSSFSheet other : new ArrayList<>(others)) {
            cells.text(row, 0, other.getSheetName(), Face.LINK);
            XSSFHyperlink link = book.workbook().getCreationHelper().createHyperlink(HyperlinkType.DOCUMENT);
            link.setAddress("'" + other.getSheetName().replace("'", "''") + "'!A1");
            cells.cell(row++, 0).setHyperlink(link);
        }
        if (row < PAGE_ROWS) {
            sheet.getPrintSetup().setFitHeight((short) 1);
        }
        cells.paragraph(row + 1, LAST, labels.get("traceNote", briefing.name()), Face.NOTE);
    }

    private void heading(String title) {
        row++;
        if (!title.isEmpty()) {
            cells.text(row++, 0, title, Face.HEADING);
        }
    }
}
