package org.opbrief.importer.excel;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.opbrief.api.data.Finding;
import org.opbrief.api.data.ImportException;
import org.opbrief.api.data.Problem;

/** Takes a table's rows, writes its records, and notices what is none or may mislead. */
final class TableScan implements Workbook.Rows {
    /** So many broken records are no longer a matter of single records; it also bounds what is held in memory. */
    static final int MOST_PROBLEMS = 100_000;

    private static final int MOST_PENDING = 200;
    private static final int LONG_TEXT = 40;
    private static final int LONGEST_VALUE = 200;
    private static final Pattern FOOTNOTE = Pattern.compile(
            "(\\*|[¹²³⁰-⁹†‡]|\\(?\\w{1,2}\\)|note|source|quelle|anm|hinweis|fuente|nota|stand:|©).*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private final Header header;
    private final PlainWriter out;
    private final Totals totals;
    private final Levels levels;
    private final List<Problem> problems = new ArrayList<>();
    private final List<Row> pending = new ArrayList<>();
    private final RowNumbers repeated = new RowNumbers();
    private final RowNumbers titles = new RowNumbers();
    private final RowNumbers footnotes = new RowNumbers();
    private final RowNumbers hidden = new RowNumbers();
    private final RowNumbers uncalculated = new RowNumbers();
    private final RowNumbers errors = new RowNumbers();
    private final long[] numbers;
    private final boolean[] percent;
    private long records;
    private long firstRow;
    private long lastRow;
    private long previous;
    private long empty;
    private long skipped;
    private long otherTable;

    TableScan(Header header, List<Row> sample, PlainWriter out) {
        this.header = header;
        this.out = out;
        Measures measures = Measures.of(header, sample);
        this.totals = new Totals(header, measures);
        this.levels = new Levels(header, measures, sample);
        this.numbers = new long[header.columns().length];
        this.percent = new boolean[header.columns().length];
        this.previous = header.lastRow();
    }

    @Override
    public boolean take(Row row) throws IOException, ImportException {
        if (row.number() <= header.lastRow()) {
            return true;
        }
        if (row.filled() == 0) {
            return true;
        }
        boolean gap = row.number() > previous + 1;
        skipped += row.number() - previous - 1;
        if (row.isText() && header.isRepeatedBy(row)) {
            repeated.add(row.number());
            // what stands right above it is the title of what follows
            pending.stream().filter(above -> above.filled() > 0).forEach(above -> titles.add(above.number()));
            pending.clear();
        } else if (gap && startsOtherTable(row)) {
            otherTable = row.number();
            return false;
        } else if (isSparse(row) && pending.size() < MOST_PENDING) {
            if (gap && pending.isEmpty()) {
                // a row of its own in front tells end() that there was a gap
                pending.add(new Row());
            }
            pending.add(row.copy());
        } else {
            flush();
            write(row);
        }
        previous = row.number();
        return true;
    }

    /** Whether it may be a note: next to nothing, and that text. */
    private boolean isSparse(Row row) {
        return header.columns().length > 2 && row.filled() <= Math.max(1, header.columns().length / 5) && row.isText();
    }

    private boolean startsOtherTable(Row row) {
        int texts = 0;
        for (int index = 0; index < numbers.length; index++) {
            boolean holdsNumbers = records > 1 && numbers[index] * 10 > records * 9;
            texts += holdsNumbers && row.kind(header.columns()[index]) == Cell.TEXT ? 1 : 0;
        }
        return texts > 1 && row.isText();
    }

    private void flush() throws IOException, ImportException {
        for (Row row : pending) {
            if (row.filled() > 0) {
                write(row);
            }
        }
        pending.clear();
    }

    private void write(Row row) throws IOException, ImportException {
        if (row.isHidden()) {
            hidden.add(row.number());
        }
        firstRow = firstRow == 0 ? row.number() : firstRow;
        lastRow = row.number();
        empty += skipped;
        skipped = 0;
        Optional<Problem> problem = problem(row);
        if (problem.isPresent()) {
            add(problem.get());
            return;
        }
        out.write(row, header.columns());
        records++;
        totals.add(row);
        levels.add(row);
    }

    private Optional<Problem> problem(Row row) {
        int filled = 0;
        int faulty = -1;
        for (int index = 0; index < numbers.length; index++) {
            int column = header.columns()[index];
            Cell kind = row.kind(column);
            filled += kind == Cell.EMPTY ? 0 : 1;
            numbers[index] += kind == Cell.NUMBER ? 1 : 0;
            percent[index] |= row.isPercent(column);
            faulty = faulty < 0 && kind.isFault() ? index : faulty;
        }
        if (faulty >= 0) {
            Cell kind = row.kind(header.columns()[faulty]);
            (kind == Cell.UNCALCULATED ? uncalculated : errors).add(row.number());
            return Optional.of(
                    fault(row, header.columns()[faulty], header.names().get(faulty)));
        }
        return filled == row.filled() ? Optional.empty() : Optional.of(beside(row));
    }

    private static Problem fault(Row row, int column, String name) {
        String reason =
                switch (row.kind(column)) {
                    case UNCALCULATED -> "is a formula whose result is not in the file";
                    case NO_DAY -> "is shown as a day, and there is no such day";
                    default -> "is an error that Excel shows instead of a value";
                };
        Optional<String> value =
                Optional.of(row.text(column)).filter(text -> !text.isEmpty()).map(TableScan::cut);
        return new Problem(row.number(), Optional.of(name), value, reason);
    }

    private Problem beside(Row row) {
        int column = row.firstFilled();
        while (row.isEmpty(column) || Arrays.binarySearch(header.columns(), column) >= 0) {
            column++;
        }
        return new Problem(
                row.number(),
                Optional.empty(),
                Optional.of(cut(row.text(column))),
                "stands in column " + Row.letters(column) + ", which has no header");
    }

    private static String cut(String text) {
        return text.length() <= LONGEST_VALUE ? text : text.substring(0, LONGEST_VALUE);
    }

    private void add(Problem problem) throws ImportException {
        problems.add(problem);
        if (problems.size() > MOST_PROBLEMS) {
            throw new ImportException("more than " + MOST_PROBLEMS + " rows cannot be read; the first is "
                    + problems.get(0).at(org.opbrief.api.data.Place.ROW));
        }
    }

    /** To be called after the last row: what stands below the table is no record. */
    void end() throws IOException, ImportException {
        boolean notes = false;
        for (Row row : pending) {
            String text = row.text(row.firstFilled());
            notes |= row.filled() == 0
                    || text.strip().length() > LONG_TEXT
                    || FOOTNOTE.matcher(text.strip()).matches();
            if (notes && row.filled() > 0) {
                footnotes.add(row.number());
            } else if (!notes) {
                write(row);
            }
        }
        pending.clear();
    }

    /** Rows that became records or problems so far. */
    long taken() {
        return records + problems.size();
    }

    long records() {
        return records;
    }

    List<Problem> problems() {
        return problems;
    }

    /** The table's rows under its header, e.g. {@code 2-7073}. */
    String rows() {
        return firstRow == 0 ? "none" : firstRow + "-" + lastRow;
    }

    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        totals.finding().ifPresent(findings::add);
        levels.finding().ifPresent(findings::add);
        if (otherTable > 0) {
            findings.add(Finding.warning("Row " + otherTable + " begins another table below; only rows " + rows()
                    + " were read. To read the other one, choose its header row: header=" + otherTable + "."));
        }
        if (!uncalculated.isEmpty()) {
            findings.add(Finding.warning("In " + uncalculated.words()
                    + " a formula has no result in the file; these rows are rejected. Open the workbook in Excel, save it and"
                    + " import it again."));
        }
        if (!errors.isEmpty()) {
            findings.add(Finding.warning("In " + errors.words()
                    + " a cell shows an error or a day that never was; these rows are rejected."));
        }
        if (!titles.isEmpty()) {
            findings.add(Finding.warning("%s above a repeated header %s; what %s of the rows below is in no column."
                    .formatted(
                            titles.words(),
                            titles.count() == 1 ? "holds a title" : "hold titles",
                            titles.count() == 1 ? "it says" : "they say")));
        }
        note(findings, repeated, "repeat the header; they are not taken for records.");
        note(findings, footnotes, "below the table hold notes; they are not taken for records.");
        note(findings, hidden, "are hidden in the sheet; they were read like the others.");
        if (empty > 0) {
            findings.add(Finding.note("%,d empty %s between the records %s left out."
                    .formatted(empty, empty == 1 ? "row" : "rows", empty == 1 ? "was" : "were")));
        }
        for (int index = 0; index < percent.length; index++) {
            if (percent[index]) {
                String name = header.names().get(index);
                findings.add(Finding.note("Column " + name + " has percentages; they are given as ratios, 0.5 for 50%.")
                        .of(name));
            }
        }
        return findings;
    }

    private static void note(List<Finding> findings, RowNumbers rows, String what) {
        if (!rows.isEmpty()) {
            String words = rows.words();
            findings.add(Finding.note(rows.count() == 1 ? words + " " + singular(what) : words + " " + what));
        }
    }

    private static String singular(String what) {
        return what.replaceFirst("^repeat ", "repeats ")
                .replaceFirst("^are ", "is ")
                .replaceFirst("^below the table hold ", "below the table holds ")
                .replace("they are", "it is")
                .replace("they were", "it was")
                .replace("for records", "for a record")
                .replace("hold notes", "holds a note");
    }
}
