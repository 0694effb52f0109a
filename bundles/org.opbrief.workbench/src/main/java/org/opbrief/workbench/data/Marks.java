package org.opbrief.workbench.data;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Places in the order of the rows that are known, so that a page far down is found without counting to it. */
final class Marks {
    private final List<Mark> marks;
    private final long rows;

    private Marks(List<Mark> marks, long rows) {
        this.marks = marks;
        this.rows = rows;
    }

    /**
     * A known place.
     *
     * @param place how many rows come before it
     * @param key of the row at the place, as text; empty if it has none, or if the order is that of the import
     */
    record Mark(long place, long batch, long line, Optional<String> key) {}

    /**
     * Where to look for some rows.
     *
     * @param skip rows from the first mark to the first row that is wanted
     * @param until mark behind the last row that is wanted; empty if there is none
     */
    record Span(Mark from, long skip, Optional<Mark> until) {}

    /** From place, batch, line and key of every so manieth row. */
    static Marks sorted(ResultSet results, long step) throws SQLException {
        List<Mark> marks = new ArrayList<>();
        while (results.next()) {
            marks.add(new Mark(
                    results.getLong(1),
                    results.getLong(2),
                    results.getLong(3),
                    Optional.ofNullable(results.getString(4))));
        }
        return new Marks(marks, marks.size() * step);
    }

    /** From batch, stretch of lines and number of rows in it. Small stretches are put together. */
    static Marks natural(ResultSet results, long step) throws SQLException {
        List<Mark> marks = new ArrayList<>();
        long place = 0;
        while (results.next()) {
            if (marks.isEmpty() || place - marks.get(marks.size() - 1).place() >= step) {
                marks.add(new Mark(place, results.getLong(1), results.getLong(2) * step, Optional.empty()));
            }
            place += results.getLong(3);
        }
        return new Marks(marks, place);
    }

    int size() {
        return marks.size();
    }

    /** Empty if there are no such rows. */
    Optional<Span> span(long first, long count) {
        if (first >= rows || marks.isEmpty()) {
            return Optional.empty();
        }
        int from = last(first);
        int until = last(first + count - 1) + 1;
        return Optional.of(new Span(
                marks.get(from),
                first - marks.get(from).place(),
                until < marks.size() ? Optional.of(marks.get(until)) : Optional.empty()));
    }

    /** The last mark at or before a place. */
    private int last(long place) {
        int low = 0;
        int high = marks.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (marks.get(middle).place() <= place) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }
}
