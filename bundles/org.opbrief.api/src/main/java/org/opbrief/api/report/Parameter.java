package org.opbrief.api.report;

import java.util.List;
import java.util.Optional;
import org.opbrief.api.data.ColumnType;

/**
 * What a report may be asked for.
 *
 * @param name as in {@code -p name=value}
 * @param label what a reader sees
 * @param description what it does; may be empty
 * @param required whether it needs a value
 * @param initial the value if none is given
 * @param choices the values that are accepted; empty if any of the type is
 * @param others the column whose values in the imported data are accepted besides the choices
 */
public record Parameter(
        String name,
        String label,
        String description,
        ColumnType type,
        boolean required,
        Optional<String> initial,
        List<Choice> choices,
        Optional<DataColumn> others) {

    public Parameter {
        choices = List.copyOf(choices);
    }

    /** That accepts its choices alone. */
    public Parameter(
            String name,
            String label,
            String description,
            ColumnType type,
            boolean required,
            Optional<String> initial,
            List<Choice> choices) {
        this(name, label, description, type, required, initial, choices, Optional.empty());
    }

    /**
     * A column of a data set.
     *
     * @param dataSet its id
     * @param column its name
     */
    public record DataColumn(String dataSet, String column) {}

    /**
     * An accepted value.
     *
     * @param value what the report gets
     * @param label what a reader sees
     * @param synonyms what is accepted instead of the value; compared without regard to case
     */
    public record Choice(String value, String label, List<String> synonyms) {
        public Choice {
            synonyms = List.copyOf(synonyms);
        }
    }
}
