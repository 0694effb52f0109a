package org.opbrief.output.excel;

import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.opbrief.api.output.OutputException;
import org.opbrief.api.report.Section;

/** The sheet of a table: title and note above it, where they are seen however long it is. */
final class TableSheet {
    static final int HEADER_ROW = 3;
    private static final int NOTE_WIDTH = 70;

    private TableSheet() {}

    static XSSFSheet add(Book book, Section.TableSection section) throws OutputException {
        String title = section.title().isEmpty() ? section.id() : section.title();
        XSSFSheet sheet = book.sheet(title);
        new TableBlock(sheet, section.answer().table(), HEADER_ROW).place(book, section.id(), title);
        Cells cells = book.cells(sheet);
        cells.text(0, 0, title, Face.TITLE);
        String note = section.answer().table().rowCount() == 0
                ? (section.note() + " " + book.labels().get("noRows")).strip()
                : section.note();
        if (!note.isEmpty()) {
            cells.paragraph(
                    1, lastColumn(sheet, section.answer().table().columns().size()), note, Face.NOTE);
        }
        Book.header(sheet, HEADER_ROW);
        return sheet;
    }

    /** As far as the table reaches, and further if that is too narrow for text. */
    private static int lastColumn(XSSFSheet sheet, int columns) {
        int width = 0;
        int last = -1;
        while (last + 1 < columns || width < NOTE_WIDTH) {
            last++;
            width += sheet.getColumnWidth(last) / Cells.CHARACTER;
            if (width >= NOTE_WIDTH * 2) {
                break;
            }
        }
        return last;
    }
}
