package org.opbrief.output.excel;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.opbrief.api.report.Briefing;
import org.opbrief.api.statistics.Figure;
import org.opbrief.api.statistics.Passport;

/** The passport of each figure. */
final class MethodSheet {

    private final Briefing briefing;
    private final Styles styles;

    MethodSheet(Briefing briefing, Styles styles) {
        this.briefing = briefing;
        this.styles = styles;
    }

    void write(XSSFWorkbook workbook, String name) {
        XSSFSheet sheet = workbook.createSheet(name);
        Cells.widths(sheet, 24, 36, 48, 10, 40, 30, 100);
        List<String> titles = List.of("Id", "Figure", "Method", "Rows", "Files", "Factors, inputs", "SQL");
        for (int i = 0; i < titles.size(); i++) {
            Cells.text(sheet, 0, i, titles.get(i), styles.header());
        }
        int row = 1;
        for (Figure figure : briefing.figures()) {
            Passport passport = figure.passport();
            Cells.text(sheet, row, 0, figure.id(), styles.text());
            Cells.text(sheet, row, 1, figure.label(), styles.wrapped());
            Cells.text(sheet, row, 2, passport.method(), styles.wrapped());
            Cells.number(sheet, row, 3, BigDecimal.valueOf(passport.rows()), styles.number(Optional.empty(), 0));
            Cells.text(
                    sheet,
                    row,
                    4,
                    passport.batches().stream()
                            .map(source -> source.batch().file() + ": " + source.rows() + " rows")
                            .collect(Collectors.joining("\n")),
                    styles.wrapped());
            Cells.text(
                    sheet,
                    row,
                    5,
                    passport.factors().map(set -> set.title() + "\n").orElse("") + String.join(", ", passport.inputs()),
                    styles.wrapped());
            Cells.text(sheet, row++, 6, passport.sql().orElse(""), styles.wrapped());
        }
        sheet.createFreezePane(0, 1);
        Cells.print(sheet, briefing, true);
    }
}
