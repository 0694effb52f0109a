package org.opbrief.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.opbrief.api.data.Finding;

/** Something that may make figures wrong, told from aggregates of the rows of each day. */
interface Suspicion {

    /** SQL of the aggregates that it needs. */
    List<String> aggregates();

    /**
     * Takes the aggregates of one day; the days come in order, the rows without a day before them.
     *
     * @param first number of its first aggregate in the row
     */
    void add(Day day, ResultSet row, int first) throws SQLException;

    /** @param rows number of all rows */
    Optional<Finding> finding(long rows);

    /**
     * The rows of one day.
     *
     * @param date empty for rows without a day, and if there is no column of days
     */
    record Day(Optional<String> date, long rows) {}

    static Optional<Finding> warning(Filling filling, String text) {
        return Optional.of(Finding.warning(text).of(filling.header()));
    }

    static String name(Filling filling) {
        return Sql.name(filling.column().name());
    }

    static String rows(long count) {
        return String.format(Locale.ROOT, "%,d %s", count, count == 1 ? "row" : "rows");
    }
}
