package org.opbrief.output.excel;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.opbrief.api.data.Batch;
import org.opbrief.api.report.Briefing;
import org.opbrief.api.statistics.FactorSet;

/** The files and the factors behind the briefing. */
final class SourcesSheet {

    private final Briefing briefing;
    private final Styles styles;

    SourcesSheet(Briefing briefing, Styles styles) {
        this.briefing = briefing;
        this.styles = styles;
    }

    void write(XSSFWorkbook workbook, String name) {
        XSSFSheet sheet = workbook.createSheet(name);
        Cells.widths(sheet, 36, 20, 12, 12, 12, 12, 68, 40);
        header(sheet, 0, List.of("File", "Data set", "As of", "Read", "Accepted", "Rejected", "SHA-256", "Form"));
        int row = 1;
        for (Batch batch : briefing.batches()) {
            Cells.text(sheet, row, 0, batch.file(), styles.text());
            Cells.text(sheet, row, 1, batch.dataSet(), styles.text());
            Cells.date(sheet, row, 2, batch.asOf(), styles.date());
            count(sheet, row, 3, batch.rowsRead());
            count(sheet, row, 4, batch.rowsAccepted());
            count(sheet, row, 5, batch.rowsRejected());
            Cells.text(sheet, row, 6, batch.sha256(), styles.text());
            Cells.text(sheet, row++, 7, batch.form(), styles.text());
        }
        if (!briefing.factorSets().isEmpty()) {
            row++;
            header(sheet, row++, List.of("Factor set", "Factor", "Value", "From", "Until", "", "Source"));
            for (FactorSet set : briefing.factorSets()) {
                row = factors(sheet, row, set);
            }
        }
        sheet.createFreezePane(0, 1);
        Cells.print(sheet, briefing, true);
    }

    private int factors(XSSFSheet sheet, int first, FactorSet set) {
        int row = first;
        Cells.text(sheet, row, 0, set.title(), styles.text());
        Cells.date(sheet, row, 3, set.from(), styles.date());
        if (set.until().isPresent()) {
            Cells.date(sheet, row, 4, set.until().get(), styles.date());
        }
        Cells.text(sheet, row, 6, set.source(), styles.wrapped());
        for (var factor : set.factors().entrySet()) {
            Cells.text(sheet, row, 1, factor.getKey(), styles.text());
            Cells.number(
                    sheet,
                    row++,
                    2,
                    factor.getValue(),
                    styles.number(Optional.empty(), factor.getValue().scale()));
        }
        return row;
    }

    private void header(XSSFSheet sheet, int row, List<String> titles) {
        for (int i = 0; i < titles.size(); i++) {
            Cells.text(sheet, row, i, titles.get(i), styles.header());
        }
    }

    private void count(XSSFSheet sheet, int row, int column, long number) {
        Cells.number(sheet, row, column, BigDecimal.valueOf(number), styles.number(Optional.empty(), 0));
    }
}
