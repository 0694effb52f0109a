package org.opbrief.api.statistics;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.opbrief.api.data.Unit;

/** A question to the store whose answer is a table. All parameters are already replaced by their values. */
public sealed interface Query permits DataQuery, Query.Sql, Query.Computed {

    /** Id of the query in its report. */
    String id();

    /**
     * SQL, the way out for what {@link DataQuery} cannot say. Its figures lead back to batches, not to rows.
     *
     * @param sql one SELECT over data sets (their ids with hyphens as underscores), portable, with {@code :name} for
     *     parameters, which are text: compare numbers and dates with {@code cast(:name as date)}. Floating-point
     *     columns are refused: cast them to decimal
     * @param headings of the answer's columns; those not named are headed by their names
     */
    record Sql(String id, String sql, Map<String, String> parameters, List<Heading> headings) implements Query {
        public Sql {
            parameters = Map.copyOf(parameters);
            headings = List.copyOf(headings);
        }
    }

    /**
     * How a column of an SQL answer is shown.
     *
     * @param unit of a number; a whole number that is headed without one says what the row is about, as a year does
     * @param decimals digits shown behind the decimal point
     */
    record Heading(String column, String title, Optional<Unit> unit, int decimals) {}

    /**
     * A question for a {@link Statistic} that a bundle registered.
     *
     * @param statistic id of the statistic
     */
    record Computed(String id, String statistic, Map<String, String> parameters) implements Query {
        public Computed {
            parameters = Map.copyOf(parameters);
        }
    }
}
