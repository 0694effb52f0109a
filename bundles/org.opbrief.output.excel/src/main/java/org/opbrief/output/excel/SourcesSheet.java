package org.opbrief.output.excel;

import java.util.stream.Collectors;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.opbrief.api.data.Batch;
import org.opbrief.api.statistics.FactorSet;

/** The sheet that names the files and the factors that the figures rest on. */
final class SourcesSheet {

    private SourcesSheet() {}

    static XSSFSheet add(Book book) {
        Labels labels = book.labels();
        XSSFSheet sheet = book.sheet(labels.get("sources"));
        Cells cells = book.cells(sheet);
        cells.widths(30, 18, 13, 13, 13, 13, 14, 32, 66);
        int row = 0;
        cells.text(row++, 0, labels.get("sources"), Face.TITLE);
        row++;
        cells.text(row++, 0, labels.get("batches"), Face.HEADING);
        if (book.briefing().batches().isEmpty()) {
            cells.text(row++, 0, labels.get("noBatches"), Face.NOTE);
        } else {
            cells.headers(
                    row++,
                    labels.get("file"),
                    labels.get("dataSet"),
                    labels.get("asOf"),
                    labels.get("rowsRead"),
                    labels.get("rowsAccepted"),
                    labels.get("rowsRejected"),
                    labels.get("bytes"),
                    labels.get("form"),
                    labels.get("sha256"));
        }
        for (Batch batch : book.briefing().batches()) {
            cells.wrapped(row, 0, batch.file(), Face.STRONG);
            cells.text(row, 1, batch.dataSet(), Face.BODY);
            cells.date(row, 2, batch.asOf(), Face.BODY);
            cells.number(row, 3, batch.rowsRead(), "#,##0", Face.BODY);
            cells.number(row, 4, batch.rowsAccepted(), "#,##0", Face.BODY);
            cells.number(row, 5, batch.rowsRejected(), "#,##0", Face.BODY);
            cells.number(row, 6, batch.bytes(), "#,##0", Face.BODY);
            cells.wrapped(row, 7, batch.form(), Face.BODY);
            cells.text(row++, 8, batch.sha256(), Face.CODE);
        }
        factors(book, cells, row + 1);
        return sheet;
    }

    private static void factors(Book book, Cells cells, int start) {
        if (book.briefing().factorSets().isEmpty()) {
            return;
        }
        Labels labels = book.labels();
        int row = start;
        cells.text(row++, 0, labels.get("factorSets"), Face.HEADING);
        // title, model, id; the period over two columns; then what needs width
        cells.headers(
                row++,
                labels.get("title"),
                labels.get("model"),
                labels.get("id"),
                labels.get("validity"),
                "",
                "",
                "",
                labels.get("factors"),
                labels.get("source"));
        for (FactorSet set : book.briefing().factorSets()) {
            cells.wrapped(row, 0, set.title(), Face.STRONG);
            cells.text(row, 1, set.model(), Face.BODY);
            cells.text(row, 2, set.id(), Face.BODY);
            cells.text(row, 3, SummarySheet.validity(set, labels), Face.BODY);
            for (int i = 4; i <= 6; i++) {
                cells.text(row, i, "", Face.BODY);
            }
            cells.wrapped(row, 7, values(set), Face.BODY);
            cells.wrapped(row++, 8, set.source(), Face.BODY);
        }
    }

    static String values(FactorSet set) {
        return set.factors().entrySet().stream()
                .map(factor -> factor.getKey() + " " + factor.getValue().toPlainString())
                .collect(Collectors.joining("\n"));
    }
}
