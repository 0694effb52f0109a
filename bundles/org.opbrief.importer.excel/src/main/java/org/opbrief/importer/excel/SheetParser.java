package org.opbrief.importer.excel;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleConsumer;
import javax.xml.stream.XMLStreamConstants;
import org.opbrief.api.data.ImportException;

/** Reads the rows of one sheet's XML. */
final class SheetParser {
    /** As many as Excel has. */
    static final long MOST_ROWS = 1 << 20;

    private static final int ROWS_BETWEEN = 1_000;

    private final String place;
    private final Xml xml;
    private final SharedStrings strings;
    private final Styles styles;
    private final Values values;
    private final Row row = new Row();
    private final StringBuilder text = new StringBuilder();
    private final List<Integer> hiddenColumns = new ArrayList<>();
    private final Merges merges = new Merges();

    /** @param place of the sheet, in front of sentences */
    SheetParser(String place, Xml xml, SharedStrings strings, Styles styles, Values values) {
        this.place = place;
        this.xml = xml;
        this.strings = strings;
        this.styles = styles;
        this.values = values;
    }

    Workbook.Shape read(Workbook.Rows rows, DoubleConsumer told) throws IOException, ImportException {
        long last = 0;
        while (xml.nextStart()) {
            if (xml.name().equals("col") && xml.isTrue("hidden")) {
                hide();
            } else if (xml.name().equals("row")) {
                last = rowNumber(last);
                row.start(last, xml.isTrue("hidden"));
                readCells();
                if (last % ROWS_BETWEEN == 0) {
                    told.accept(xml.share());
                }
                if (!rows.take(row)) {
                    break;
                }
            } else if (xml.name().equals("mergeCell")) {
                merges.add(xml.attribute("ref").orElse(""));
            }
        }
        return new Workbook.Shape(hiddenColumns, merges.list());
    }

    private void hide() throws ImportException {
        int first = Math.max(1, xml.number("min", 1));
        int end = Math.min(Row.MOST_COLUMNS, xml.number("max", first));
        for (int column = first; column <= end && hiddenColumns.size() < Row.MOST_COLUMNS; column++) {
            hiddenColumns.add(column - 1);
        }
    }

    private long rowNumber(long last) throws ImportException {
        String given = xml.attribute("r").orElse(String.valueOf(last + 1));
        long number;
        try {
            number = Long.parseLong(given);
        } catch (NumberFormatException e) {
            throw fault("a row after row " + last + " has the number \"" + cut(given) + "\"");
        }
        if (number < 1 || number > MOST_ROWS) {
            throw fault("it has a row " + number + ", and sheets have at most " + MOST_ROWS);
        }
        if (number <= last) {
            throw fault("row " + number + " stands after row " + last);
        }
        return number;
    }

    private void readCells() throws IOException, ImportException {
        int column = -1;
        for (int event = xml.next(); ; event = xml.next()) {
            if (event == XMLStreamConstants.START_ELEMENT && xml.name().equals("c")) {
                column = readCell(column);
            } else if (event == XMLStreamConstants.END_ELEMENT && xml.name().equals("row")) {
                return;
            }
        }
    }

    /** Gives the column of the cell. */
    private int readCell(int previous) throws IOException, ImportException {
        int column = previous + 1;
        String type = "n";
        CellFormat format = styles.get(0);
        for (int index = xml.attributes() - 1; index >= 0; index--) {
            String name = xml.attributeName(index);
            if (name.equals("r")) {
                column = column(xml.rawAttribute(index));
            } else if (name.equals("t")) {
                type = xml.rawAttribute(index);
            } else if (name.equals("s")) {
                format = styles.get(xml.number("s", 0));
            }
        }
        if (column <= previous) {
            throw fault("row " + row.number() + " has column " + Row.letters(column) + " after or twice as column "
                    + Row.letters(previous));
        }
        if (column >= Row.MOST_COLUMNS) {
            throw fault("row " + row.number() + " has more than " + Row.MOST_COLUMNS + " columns");
        }
        boolean formula = readContent();
        put(column, type, format, formula);
        return column;
    }

    /** Leaves the value in {@link #text}; gives whether there is a formula. */
    private boolean readContent() throws IOException, ImportException {
        text.setLength(0);
        boolean formula = false;
        boolean value = false;
        for (int event = xml.next(); ; event = xml.next()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                String name = xml.name();
                value = name.equals("v");
                formula |= name.equals("f");
                if (name.equals("is")) {
                    SharedStrings.addText(xml, "is", text);
                }
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                if (xml.name().equals("c")) {
                    return formula;
                }
                value = false;
            } else if (value && SharedStrings.isText(event)) {
                xml.addText(text);
            }
        }
    }

    private void put(int column, String type, CellFormat format, boolean formula) throws IOException, ImportException {
        boolean string = type.equals("str") || type.equals("inlineStr");
        if (text.length() == 0 && !string) {
            if (formula) {
                row.put(column, Cell.UNCALCULATED, "", format);
            }
            return;
        }
        switch (type) {
            case "s" -> row.put(column, Cell.TEXT, shared(column), format);
            case "str", "inlineStr" -> {
                if (formula && text.length() == 0) {
                    return;
                }
                row.put(column, Cell.TEXT, SharedStrings.unescaped(text), format);
            }
            case "b" -> row.put(column, Cell.BOOLEAN, text.charAt(0) == '1' ? "TRUE" : "FALSE", format);
            case "e" -> row.put(column, Cell.ERROR, text.toString(), format);
            case "d" -> row.put(column, Cell.DAY, text.toString().replaceFirst("T00:00(:00(\\.0+)?)?Z?$", ""), format);
            default -> {
                try {
                    values.put(row, column, text.toString(), format);
                } catch (NumberFormatException e) {
                    throw fault("cell " + Row.letters(column) + row.number() + " has \"" + cut(text.toString())
                            + "\" for a number");
                }
            }
        }
    }

    private String shared(int column) throws IOException, ImportException {
        int index = -1;
        try {
            index = Integer.parseInt(text, 0, text.length(), 10);
        } catch (NumberFormatException e) {
            // told below, as an index that is out of range
        }
        if (index < 0 || index >= strings.size()) {
            throw fault("cell " + Row.letters(column) + row.number() + " names the text number " + cut(text.toString())
                    + " of " + strings.size() + " texts");
        }
        return strings.get(index);
    }

    /** Of a cell's name, e.g. {@code AB12}, which has to be in this row. */
    private int column(String name) throws ImportException {
        int column = 0;
        int index = 0;
        while (index < name.length() && index < 4 && name.charAt(index) >= 'A' && name.charAt(index) <= 'Z') {
            column = column * 26 + name.charAt(index++) - 'A' + 1;
        }
        long number = 0;
        int digits = index;
        while (index < name.length() && index < 12 && name.charAt(index) >= '0' && name.charAt(index) <= '9') {
            number = number * 10 + name.charAt(index++) - '0';
        }
        if (column < 1 || digits == index || index < name.length() || number != row.number()) {
            throw fault("row " + row.number() + " has a cell that is named \"" + cut(name) + "\"");
        }
        if (column > Row.MOST_COLUMNS) {
            throw fault("cell " + cut(name) + " is beyond the last column that sheets have, XFD");
        }
        return column - 1;
    }

    private ImportException fault(String what) {
        return new ImportException(place + ": " + what + "; the file is damaged, save it anew in Excel.");
    }

    private static String cut(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }
}
