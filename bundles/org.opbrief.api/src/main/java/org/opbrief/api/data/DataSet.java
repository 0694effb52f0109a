package org.opbrief.api.data;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A named, typed table.
 *
 * @param id lower case letters, digits and hyphens, e.g. {@code border-seizure}
 * @param title what a reader sees
 * @param description what one row is and where such data come from
 * @param marking the handling marking of the rows; empty if none
 * @param key names of the columns that identify a row; empty if rows have no identity. A second row with the same key
 *     is rejected
 * @param repeats whether rows of one file may have the same key, as sums may that are published in parts. A row whose
 *     key came with an earlier file is rejected all the same, so that nothing is counted twice
 * @param rules what a whole row must satisfy
 * @param renewal when a later file takes the place of an earlier one; empty if only a user can tell
 * @param overlaps other data sets that may hold the same things, so that figures of both are not to be added up
 */
public record DataSet(
        String id,
        String title,
        String description,
        String marking,
        List<Column> columns,
        List<String> key,
        boolean repeats,
        List<Rule> rules,
        Optional<Renewal> renewal,
        List<Overlap> overlaps) {

    public DataSet {
        columns = List.copyOf(columns);
        key = List.copyOf(key);
        rules = List.copyOf(rules);
        overlaps = List.copyOf(overlaps);
    }

    /** That overlaps no other. */
    public DataSet(
            String id,
            String title,
            String description,
            String marking,
            List<Column> columns,
            List<String> key,
            boolean repeats,
            List<Rule> rules,
            Optional<Renewal> renewal) {
        this(id, title, description, marking, columns, key, repeats, rules, renewal, List.of());
    }

    /** Of which only a user can tell that a file takes the place of another one. */
    public DataSet(
            String id,
            String title,
            String description,
            String marking,
            List<Column> columns,
            List<String> key,
            boolean repeats,
            List<Rule> rules) {
        this(id, title, description, marking, columns, key, repeats, rules, Optional.empty());
    }

    /** Whose rows do not repeat a key. */
    public DataSet(
            String id,
            String title,
            String description,
            String marking,
            List<Column> columns,
            List<String> key,
            List<Rule> rules) {
        this(id, title, description, marking, columns, key, false, rules);
    }

    /** A data set that is not there yet: a file will tell which columns it has. */
    public static DataSet undefined(String id) {
        return new DataSet(id, id, "", "", List.of(), List.of(), List.of());
    }

    /** Whether a file has yet to tell which columns it has. */
    public boolean isUndefined() {
        return columns.isEmpty();
    }

    /** The column of that name. */
    public Optional<Column> column(String name) {
        return columns.stream().filter(column -> column.name().equals(name)).findFirst();
    }

    /**
     * That another data set may hold the same things.
     *
     * @param dataSet id of the other one
     * @param reason why, a sentence for the user
     */
    public record Overlap(String dataSet, String reason) {}

    /**
     * A condition over several columns of a row.
     *
     * @param reason why a row is rejected, a sentence for the user
     * @param when column names and the values they must have for the rule to apply; empty if it always applies
     * @param require columns that must have a value
     * @param requireAny columns of which at least one must have a value; empty for no such condition
     */
    public record Rule(String reason, Map<String, String> when, List<String> require, List<String> requireAny) {

        public Rule {
            when = Map.copyOf(when);
            require = List.copyOf(require);
            requireAny = List.copyOf(requireAny);
        }
    }

    /**
     * A later file takes the place of an earlier one if it is of the same source and covers its period.
     *
     * @param period name of a column of days or whole numbers, e.g. years
     * @param source names of the columns that tell the source of a row; empty if all files are of one source
     */
    public record Renewal(String period, List<String> source) {

        public Renewal {
            source = List.copyOf(source);
        }
    }
}
