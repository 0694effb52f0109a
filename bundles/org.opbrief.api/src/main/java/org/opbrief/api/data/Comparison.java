package org.opbrief.api.data;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * How a later batch revises an earlier one of the same data set. Rows are compared by their key, or by all columns that
 * are no numbers if the data set has none; several rows with one key count as one with the sums of their numbers.
 *
 * @param key names of the columns that rows are compared by
 * @param same number of keys with the same values in both
 * @param added number of keys that only the later batch has
 * @param removed number of keys that only the earlier batch has
 * @param changed number of keys with other values
 * @param totals of the columns with numbers
 * @param revisions the first of the changes, at most {@value #REVISIONS_SHOWN}, by key
 */
public record Comparison(
        Batch earlier,
        Batch later,
        List<String> key,
        long same,
        long added,
        long removed,
        long changed,
        List<Total> totals,
        List<Revision> revisions) {

    /** How many revisions a comparison carries. */
    public static final int REVISIONS_SHOWN = 100;

    public Comparison {
        key = List.copyOf(key);
        totals = List.copyOf(totals);
        revisions = List.copyOf(revisions);
    }

    /** Sums of a column. */
    public record Total(Column column, BigDecimal earlier, BigDecimal later) {}

    /**
     * A value that was revised, or a row that came or went.
     *
     * @param key the key's values; an empty one is empty
     * @param column name of the column; empty if the whole row came or went
     * @param before empty if there was none
     * @param after empty if there is none
     */
    public record Revision(List<String> key, Optional<String> column, Optional<String> before, Optional<String> after) {

        public Revision {
            key = List.copyOf(key);
        }
    }
}
