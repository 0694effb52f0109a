package org.opbrief.importer.excel;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.opbrief.api.data.Finding;

/** Finds the row or two rows that name the columns, by the first rows of a sheet that are not empty. */
final class HeaderFinder {
    private static final int LONGEST_NAME = 255;
    private static final double FULL = 0.6;

    private final List<Row> sample;

    HeaderFinder(List<Row> sample) {
        this.sample = sample;
    }

    /** Empty if no row is a header with rows under it. */
    Optional<Header> find() {
        int typical = typicalWidth();
        for (int index = 0; index + 1 < sample.size(); index++) {
            Row row = sample.get(index);
            if (row.filled() >= Math.max(1, Math.ceil(typical * FULL)) && names(row, index)) {
                return Optional.of(around(index));
            }
        }
        return Optional.empty();
    }

    /** The header whose rows the user named. Empty if the first or the last of them is not there. */
    Optional<Header> at(long first, long last) {
        List<Row> rows = sample.stream()
                .filter(row -> row.number() >= first && row.number() <= last)
                .toList();
        if (rows.isEmpty() || rows.size() > 2 || rows.get(rows.size() - 1).number() != last) {
            return Optional.empty();
        }
        return Optional.of(header(rows));
    }

    /** What half of the rows have at least; rows of one cell are titles and notes if others have more. */
    private int typicalWidth() {
        int[] widths = sample.stream()
                .mapToInt(Row::filled)
                .filter(width -> width > 1)
                .sorted()
                .toArray();
        return widths.length == 0 ? 1 : widths[widths.length / 2];
    }

    private boolean names(Row row, int index) {
        int texts = row.count(Cell.TEXT);
        boolean below = index > 0 && row.number() == sample.get(index - 1).number() + 1 && isUpper(index - 1, row);
        boolean startsWithText = row.kind(row.firstFilled()) == Cell.TEXT;
        return texts + years(row) == row.filled() && (startsWithText || below)
                || startsWithText && texts * 2 >= row.filled() && row.count(Cell.DAY) + texts == row.filled();
    }

    private static int years(Row row) {
        int years = 0;
        for (int column = 0; column < row.width(); column++) {
            years += row.kind(column) == Cell.NUMBER && row.text(column).matches("(19|20)\\d\\d") ? 1 : 0;
        }
        return years;
    }

    private Header around(int index) {
        Row row = sample.get(index);
        if (index + 2 < sample.size() && isLower(row, index + 1)) {
            return header(List.of(row, sample.get(index + 1)));
        }
        if (index > 0 && isUpper(index - 1, row)) {
            return header(List.of(sample.get(index - 1), row));
        }
        return header(List.of(row));
    }

    /** Whether it names what the row above leaves open, and is no record: numbers stand under it. */
    private boolean isLower(Row upper, int index) {
        Row lower = sample.get(index);
        if (lower.number() != upper.number() + 1 || lower.count(Cell.TEXT) + years(lower) != lower.filled()) {
            return false;
        }
        boolean fills = false;
        boolean overNumbers = false;
        for (int column = upper.firstFilled(); column < lower.width(); column++) {
            fills |= upper.isEmpty(column) && !lower.isEmpty(column);
            overNumbers |= lower.kind(column) == Cell.TEXT && holdsNumbers(column, index + 1);
        }
        return fills && overNumbers;
    }

    private boolean holdsNumbers(int column, int from) {
        int numbers = 0;
        int filled = 0;
        for (Row row : sample.subList(from, sample.size())) {
            filled += row.isEmpty(column) ? 0 : 1;
            numbers += row.kind(column) == Cell.NUMBER || row.kind(column) == Cell.DAY ? 1 : 0;
        }
        return numbers > 0 && numbers * 2 >= filled;
    }

    /** Whether it groups columns: the row below repeats itself, has years only, or leaves open what this one names. */
    private boolean isUpper(int index, Row lower) {
        Row upper = sample.get(index);
        if (upper.number() != lower.number() - 1 || !upper.isText() || upper.width() > lower.width()) {
            return false;
        }
        if (upper.filled() == 1 && upper.firstFilled() <= lower.firstFilled()) {
            return false;
        }
        Set<String> met = new HashSet<>();
        boolean evidence = years(lower) > 0;
        for (int column = 0; column < lower.width(); column++) {
            String name = HeaderText.clean(lower.text(column));
            evidence |= name.isEmpty() ? !upper.isEmpty(column) : !met.add(name);
        }
        return evidence;
    }

    private Header header(List<Row> rows) {
        List<Row> below = sample.stream()
                .filter(row -> row.number() > rows.get(rows.size() - 1).number())
                .toList();
        int width = 0;
        for (Row row : sample) {
            width = Math.max(width, row.number() >= rows.get(0).number() ? row.width() : 0);
        }
        List<Integer> columns = new ArrayList<>();
        List<String> names = new ArrayList<>();
        String upper = "";
        boolean spreads = false;
        for (int column = 0; column < width; column++) {
            int at = column;
            String lower = name(rows.get(rows.size() - 1), column);
            if (rows.size() == 2) {
                String own = name(rows.get(0), column);
                spreads = !lower.isEmpty() && (!own.isEmpty() || spreads);
                upper = own.isEmpty() && !spreads ? "" : own.isEmpty() ? upper : own;
            }
            String name = HeaderText.join(upper, lower);
            if (!name.isEmpty() || below.stream().anyMatch(row -> !row.isEmpty(at))) {
                columns.add(column);
                names.add(name);
            }
        }
        int[] found = columns.stream().mapToInt(Integer::intValue).toArray();
        List<Finding> findings = new ArrayList<>();
        return new Header(rows, found, HeaderText.unique(found, names, findings), findings);
    }

    private static String name(Row row, int column) {
        String name = HeaderText.clean(row.text(column));
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME);
    }

    /** How many tables with the same columns stand side by side; 1 if there is one. */
    static int panels(Header header) {
        List<String> names = new ArrayList<>();
        Row row = header.rows().get(header.rows().size() - 1);
        for (int column : header.columns()) {
            String name = HeaderText.clean(row.text(column));
            if (!name.isEmpty()) {
                names.add(name);
            }
        }
        if (header.rows().size() > 1) {
            return 1;
        }
        for (int size = 2; size * 2 <= names.size(); size++) {
            if (names.size() % size == 0
                    && new HashSet<>(names.subList(0, size)).size() == size
                    && repeats(names, size)) {
                return names.size() / size;
            }
        }
        return 1;
    }

    private static boolean repeats(List<String> names, int size) {
        for (int index = size; index < names.size(); index++) {
            if (!names.get(index).equals(names.get(index - size))) {
                return false;
            }
        }
        return true;
    }
}
