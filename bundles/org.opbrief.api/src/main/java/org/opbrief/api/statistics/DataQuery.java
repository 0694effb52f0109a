package org.opbrief.api.statistics;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.opbrief.api.data.Unit;

/**
 * A question as data.
 *
 * @param from id of the data set
 * @param where conditions that a row must all satisfy
 * @param by what the rows are grouped by; empty for one row of totals
 * @param measures what is computed of each group; at least one
 * @param compare how each group stands beside another
 * @param order columns of the answer; then by all dimensions, so that the order is always the same
 * @param limit how many rows at most
 */
public record DataQuery(
        String id,
        String from,
        List<Condition> where,
        List<Dimension> by,
        List<Measure> measures,
        Optional<Comparison> compare,
        List<Order> order,
        OptionalInt limit)
        implements Query {

    public DataQuery {
        where = List.copyOf(where);
        by = List.copyOf(by);
        measures = List.copyOf(measures);
        order = List.copyOf(order);
    }

    /** What a row must satisfy. */
    public sealed interface Condition {

        /**
         * A condition on one column.
         *
         * @param values as text, read by the column's type and, for a vocabulary, by value, label or synonym; one for
         *     the comparisons, any number for IN and NOT_IN, none for EMPTY and PRESENT
         */
        record Test(String column, Operator operator, List<String> values) implements Condition {
            public Test {
                values = List.copyOf(values);
            }
        }

        /** At least one of these, which is not empty. */
        record AnyOf(List<Condition> conditions) implements Condition {
            public AnyOf {
                conditions = List.copyOf(conditions);
            }
        }
    }

    /** How a column is compared. */
    public enum Operator {
        IN,
        /** Also true of an empty value. */
        NOT_IN,
        AT_LEAST,
        ABOVE,
        AT_MOST,
        BELOW,
        EMPTY,
        PRESENT
    }

    /**
     * What rows are grouped by.
     *
     * @param name of the answer's column
     * @param title of the answer's column; empty for the data set's title
     * @param column of the data set
     * @param grain how coarse dates are taken
     */
    public record Dimension(String name, String title, String column, Grain grain) {}

    /** How coarse dates are taken. */
    public enum Grain {
        /** The value as it is. */
        VALUE,
        /** Calendar year, as INTEGER. */
        YEAR,
        /** First day of the calendar quarter. */
        QUARTER,
        /** First day of the month. */
        MONTH,
        /** US federal fiscal year as INTEGER: October 2019 to September 2020 is 2020 (31 U.S.C. 1102). */
        FISCAL_YEAR
    }

    /**
     * What is computed of a group.
     *
     * @param name of the answer's column
     * @param title of the answer's column; empty for the data set's title, or "Count"
     * @param column of the data set; empty only for COUNT
     * @param where further conditions that apply to this measure alone
     * @param unit that the answer is expressed in; empty for the column's own
     * @param decimals digits shown behind the decimal point
     */
    public record Measure(
            String name,
            String title,
            Function function,
            Optional<String> column,
            List<Condition> where,
            Optional<Unit> unit,
            int decimals) {
        public Measure {
            where = List.copyOf(where);
        }
    }

    /** What is computed of the values of a group, empty ones left out. */
    public enum Function {
        /** Rows; with a column, rows in which it is not empty. */
        COUNT,
        COUNT_DISTINCT,
        SUM,
        MIN,
        MAX,
        AVERAGE
    }

    /**
     * One more column of the answer.
     *
     * @param measure the measure that is compared
     * @param with what it is compared with
     */
    public record Comparison(String measure, Against with) {}

    /** What a measure is compared with. */
    public enum Against {
        /**
         * The group before in time, all other dimensions alike: column {@code <measure>_change}, a ratio; 0.55 is 55
         * percent more. Wants exactly one dimension that is a year, a date or has a grain. Years, quarters and months
         * are compared with the one just before; without rows in that, the cell is empty.
         */
        PREVIOUS,
        /** All groups, also those that a limit cuts: column {@code <measure>_share}, a ratio of 0 to 1; of a COUNT or SUM. */
        TOTAL
    }

    /** A column of the answer to order by. Empty values come last. */
    public record Order(String column, boolean descending) {}
}
