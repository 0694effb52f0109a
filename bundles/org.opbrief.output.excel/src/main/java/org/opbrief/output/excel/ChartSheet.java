package org.opbrief.output.excel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.opbrief.api.output.OutputException;
import org.opbrief.api.report.Section;
import org.opbrief.api.statistics.Answer;
import org.opbrief.api.statistics.Table;

/** The sheet of a chart, with its numbers below it unless a table's sheet has them already. */
final class ChartSheet {
    private static final int FIRST_ROW = 2;
    private static final int LAST_ROW = 26;
    private static final int HEADER_ROW = 28;

    private ChartSheet() {}

    /** A table of the workbook that a chart may draw from. */
    record Placed(XSSFSheet sheet, Answer answer) {

        boolean holds(Answer other) {
            Table mine = answer.table();
            Table theirs = other.table();
            return mine == theirs
                    || answer.passport().sql().isPresent()
                            && answer.passport().equals(other.passport())
                            && mine.columns().equals(theirs.columns())
                            && mine.rowCount() == theirs.rowCount();
        }
    }

    static XSSFSheet add(Book book, Section.Chart chart, List<Placed> tables) throws OutputException {
        String title = chart.title().isEmpty() ? chart.id() : chart.title();
        XSSFSheet sheet = book.sheet(title);
        Cells cells = book.cells(sheet);
        cells.text(0, 0, title, Face.TITLE);
        Optional<Placed> same = chart.split().isPresent()
                ? Optional.empty()
                : tables.stream().filter(table -> table.holds(chart.answer())).findFirst();
        if (same.isPresent()) {
            Table table = chart.answer().table();
            List<Integer> columns = new ArrayList<>(List.of(ChartData.column(table, chart.x())));
            chart.y().forEach(name -> columns.add(ChartData.column(table, name)));
            ChartDrawing.Source source =
                    new ChartDrawing.Source(same.get().sheet(), table, TableSheet.HEADER_ROW, columns);
            new ChartDrawing(chart, source).draw(sheet, FIRST_ROW, LAST_ROW);
            cells.text(
                    HEADER_ROW,
                    0,
                    book.labels().get("chartData", same.get().sheet().getSheetName()),
                    Face.NOTE);
        } else {
            Table table = ChartData.of(chart);
            new TableBlock(sheet, table, HEADER_ROW).place(book, chart.id(), title);
            sheet.setRepeatingRows(new CellRangeAddress(HEADER_ROW, HEADER_ROW, -1, -1));
            List<Integer> columns =
                    IntStream.range(0, table.columns().size()).boxed().toList();
            ChartDrawing.Source source = new ChartDrawing.Source(sheet, table, HEADER_ROW, columns);
            new ChartDrawing(chart, source).draw(sheet, FIRST_ROW, LAST_ROW);
        }
        if (chart.answer().table().rowCount() == 0) {
            cells.text(1, 0, book.labels().get("noRows"), Face.NOTE);
        }
        return sheet;
    }
}
