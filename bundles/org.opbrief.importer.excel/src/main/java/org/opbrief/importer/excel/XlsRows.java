package org.opbrief.importer.excel;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.DoubleConsumer;
import org.apache.poi.hssf.eventusermodel.AbortableHSSFListener;
import org.apache.poi.hssf.record.BOFRecord;
import org.apache.poi.hssf.record.BoolErrRecord;
import org.apache.poi.hssf.record.CellValueRecordInterface;
import org.apache.poi.hssf.record.ColumnInfoRecord;
import org.apache.poi.hssf.record.DateWindow1904Record;
import org.apache.poi.hssf.record.EOFRecord;
import org.apache.poi.hssf.record.ExtendedFormatRecord;
import org.apache.poi.hssf.record.FormatRecord;
import org.apache.poi.hssf.record.FormulaRecord;
import org.apache.poi.hssf.record.LabelRecord;
import org.apache.poi.hssf.record.LabelSSTRecord;
import org.apache.poi.hssf.record.MergeCellsRecord;
import org.apache.poi.hssf.record.NumberRecord;
import org.apache.poi.hssf.record.Record;
import org.apache.poi.hssf.record.RowRecord;
import org.apache.poi.hssf.record.SSTRecord;
import org.apache.poi.hssf.record.StringRecord;
import org.apache.poi.ss.usermodel.BuiltinFormats;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.util.CellRangeAddress;
import org.opbrief.api.data.ImportException;

/** Puts the records of one sheet together to rows. */
final class XlsRows extends AbortableHSSFListener {
    private static final short STOP = 1;
    private static final double MOST_ROWS = 65_536;
    private static final int ROWS_BETWEEN = 1_000;

    private final String place;
    private final Workbook.Sheet sheet;
    private final Workbook.Rows rows;
    private final DoubleConsumer told;
    private final Map<Integer, String> codes = new HashMap<>();
    private final List<int[]> styles = new ArrayList<>();
    private final Map<Integer, CellFormat> formats = new HashMap<>();
    private final Set<Integer> hiddenRows = new HashSet<>();
    private final List<Integer> hiddenColumns = new ArrayList<>();
    private final Merges merges = new Merges();
    private final Row row = new Row();
    private Values values = new Values(false);
    private SSTRecord texts;
    private int started = -1;
    private int depth;
    private int current = -1;
    private boolean stopped;
    private CellValueRecordInterface awaiting;

    XlsRows(String place, Workbook.Sheet sheet, Workbook.Rows rows, DoubleConsumer told) {
        this.place = place;
        this.sheet = sheet;
        this.rows = rows;
        this.told = told;
    }

    @Override
    public short abortableProcessRecord(Record record) {
        if (record instanceof BOFRecord start) {
            if (depth++ == 0 && start.getType() != BOFRecord.TYPE_WORKBOOK) {
                started++;
            }
        } else if (record instanceof EOFRecord) {
            depth--;
            if (depth == 0 && started == sheet.index()) {
                return STOP;
            }
        } else if (started < 0) {
            global(record);
        } else if (started == sheet.index() && depth == 1) {
            take(record);
        }
        return stopped ? STOP : 0;
    }

    private void global(Record record) {
        if (record instanceof FormatRecord format) {
            codes.put(format.getIndexCode(), format.getFormatString());
        } else if (record instanceof ExtendedFormatRecord style) {
            styles.add(new int[] {style.getFormatIndex(), style.getIndent()});
        } else if (record instanceof DateWindow1904Record window) {
            values = new Values(window.getWindowing() == 1);
        } else if (record instanceof SSTRecord table) {
            texts = table;
        }
    }

    private void take(Record record) {
        if (record instanceof ColumnInfoRecord info && info.getHidden()) {
            for (int column = info.getFirstColumn(); column <= Math.min(255, info.getLastColumn()); column++) {
                hiddenColumns.add(column);
            }
        } else if (record instanceof RowRecord info && info.getZeroHeight()) {
            hiddenRows.add(info.getRowNumber());
        } else if (record instanceof MergeCellsRecord merged) {
            for (int index = 0; index < merged.getNumAreas(); index++) {
                CellRangeAddress area = merged.getAreaAt(index);
                merges.add(
                        area.getFirstRow() + 1L, area.getLastRow() + 1L, area.getFirstColumn(), area.getLastColumn());
            }
        } else if (record instanceof StringRecord string && awaiting != null) {
            row.put(awaiting.getColumn(), Cell.TEXT, string.getString(), format(awaiting));
            awaiting = null;
        } else if (record instanceof CellValueRecordInterface cell) {
            start(cell);
            put(record, cell);
        }
    }

    private void start(CellValueRecordInterface cell) {
        if (cell.getRow() == current || stopped) {
            return;
        }
        if (cell.getRow() < current) {
            throw new Failure(new ImportException(place + ": row " + (cell.getRow() + 1) + " stands after row "
                    + (current + 1) + "; the file is damaged, save it anew in Excel."));
        }
        give();
        current = cell.getRow();
        row.start(current + 1L, hiddenRows.contains(current));
        if (current % ROWS_BETWEEN == 0) {
            told.accept(current / MOST_ROWS);
        }
    }

    private void give() {
        if (current < 0 || stopped) {
            return;
        }
        try {
            stopped = !rows.take(row);
        } catch (IOException | ImportException e) {
            throw new Failure(e);
        }
    }

    private void put(Record record, CellValueRecordInterface cell) {
        int column = cell.getColumn();
        if (stopped) {
            return;
        }
        if (record instanceof NumberRecord number) {
            number(cell, number.getValue());
        } else if (record instanceof LabelSSTRecord label) {
            if (texts == null || label.getSSTIndex() < 0 || label.getSSTIndex() >= texts.getNumUniqueStrings()) {
                throw new Failure(new ImportException(place + ": cell " + Row.letters(column) + (current + 1)
                        + " names a text that the file does not hold; the file is damaged, save it anew in Excel."));
            }
            row.put(column, Cell.TEXT, texts.getString(label.getSSTIndex()).getString(), format(cell));
        } else if (record instanceof LabelRecord label) {
            row.put(column, Cell.TEXT, label.getValue(), format(cell));
        } else if (record instanceof BoolErrRecord value) {
            if (value.isBoolean()) {
                row.put(column, Cell.BOOLEAN, value.getBooleanValue() ? "TRUE" : "FALSE", format(cell));
            } else {
                error(cell, value.getErrorValue());
            }
        } else if (record instanceof FormulaRecord formula) {
            formula(cell, formula);
        }
    }

    private void formula(CellValueRecordInterface cell, FormulaRecord formula) {
        CellType type = formula.getCachedResultTypeEnum();
        switch (type) {
            case STRING -> awaiting = cell;
            case BOOLEAN ->
                row.put(
                        cell.getColumn(),
                        Cell.BOOLEAN,
                        formula.getCachedBooleanValue() ? "TRUE" : "FALSE",
                        format(cell));
            case ERROR -> error(cell, (byte) formula.getCachedErrorValue());
            default -> number(cell, formula.getValue());
        }
    }

    private void number(CellValueRecordInterface cell, double value) {
        try {
            values.put(row, cell.getColumn(), Double.toString(value), format(cell));
        } catch (NumberFormatException e) {
            error(cell, FormulaError.NUM.getCode());
        }
    }

    private void error(CellValueRecordInterface cell, byte code) {
        String name = FormulaError.isValidCode(code) ? FormulaError.forInt(code).getString() : "#ERROR";
        row.put(cell.getColumn(), Cell.ERROR, name, format(cell));
    }

    private CellFormat format(CellValueRecordInterface cell) {
        int index = cell.getXFIndex();
        return formats.computeIfAbsent(index, key -> {
            if (key < 0 || key >= styles.size()) {
                return CellFormat.GENERAL;
            }
            int id = styles.get(key)[0];
            String builtIn = BuiltinFormats.getBuiltinFormat(id);
            return CellFormat.of(id, codes.getOrDefault(id, builtIn == null ? "" : builtIn), styles.get(key)[1]);
        });
    }

    /** Gives the last row. */
    void finish() throws IOException, ImportException {
        if (!stopped && current >= 0) {
            rows.take(row);
        }
    }

    Workbook.Shape shape() {
        return new Workbook.Shape(hiddenColumns, merges.list());
    }

    /** Carries what a taker of rows throws through POI. */
    static final class Failure extends RuntimeException {
        private static final long serialVersionUID = 1;

        Failure(Exception cause) {
            super(cause);
        }

        void rethrow() throws IOException, ImportException {
            if (getCause() instanceof IOException cause) {
                throw cause;
            }
            throw (ImportException) getCause();
        }
    }
}
