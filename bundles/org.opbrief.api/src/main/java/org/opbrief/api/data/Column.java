package org.opbrief.api.data;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * One column of a data set.
 *
 * @param name lower case letters, digits and underscores, starting with a letter; names starting with an underscore
 *     are the store's own
 * @param title what a reader sees
 * @param description what the values mean; may be empty
 * @param scale digits kept behind the decimal point, 0 to 18; only for {@link ColumnType#DECIMAL}
 * @param unit of a number
 * @param reading how the column is found and read in a file
 * @param constraint what a value must satisfy, else its row is rejected
 */
public record Column(
        String name,
        String title,
        String description,
        ColumnType type,
        int scale,
        Optional<Unit> unit,
        Reading reading,
        Constraint constraint) {

    /**
     * How values are read from a file.
     *
     * @param headers headers that name this column in files, compared without regard to case, spaces and punctuation;
     *     the column's name always counts as one
     * @param strip regular expression of what is cut from a raw value before it is read, e.g. a footnote mark
     * @param matches for {@link ColumnType#BOOLEAN}: the value is whether this regular expression is found in the raw
     *     value; several columns may then read the same header
     * @param through vocabularies whose terms lead to a value of the column, e.g. places to the office that covers them.
     *     A file is read through one only if its mapping says so
     */
    public record Reading(
            List<String> headers, Optional<String> strip, Optional<String> matches, List<Vocabulary> through) {

        public static final Reading PLAIN = new Reading(List.of(), Optional.empty(), Optional.empty());

        public Reading {
            headers = List.copyOf(headers);
            through = List.copyOf(through);
        }

        /** Of which nothing else leads to its values. */
        public Reading(List<String> headers, Optional<String> strip, Optional<String> matches) {
            this(headers, strip, matches, List.of());
        }
    }

    /**
     * What a value must satisfy.
     *
     * @param required an empty value is rejected
     * @param minimum smallest accepted number
     * @param maximum largest accepted number
     * @param vocabulary the accepted values; empty if any is accepted
     * @param open whether values outside the vocabulary are accepted, too: kept as they stand, and told by the import.
     *     It is for what others publish and may widen
     */
    public record Constraint(
            boolean required,
            Optional<BigDecimal> minimum,
            Optional<BigDecimal> maximum,
            List<Term> vocabulary,
            boolean open) {

        public static final Constraint NONE = new Constraint(false, Optional.empty(), Optional.empty(), List.of());

        public Constraint {
            vocabulary = List.copyOf(vocabulary);
        }

        /** With a closed vocabulary. */
        public Constraint(
                boolean required, Optional<BigDecimal> minimum, Optional<BigDecimal> maximum, List<Term> vocabulary) {
            this(required, minimum, maximum, vocabulary, false);
        }
    }

    /**
     * A word of a vocabulary.
     *
     * @param value what is stored
     * @param label what a reader sees
     * @param synonyms what is accepted in files instead of the value; compared, like the value, without regard to case
     */
    public record Term(String value, String label, List<String> synonyms) {

        public Term {
            synonyms = List.copyOf(synonyms);
        }
    }
}
