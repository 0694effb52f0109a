package org.opbrief.statistics;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.opbrief.api.data.Column;
import org.opbrief.api.data.Column.Term;
import org.opbrief.api.data.ColumnType;
import org.opbrief.api.data.Nearest;
import org.opbrief.api.statistics.StatisticsException;

/** Reads values of conditions, which are text, and tells stored values as a reader sees them. */
final class Values {
    private static final int MOST_DIGITS = 38;

    private Values() {}

    /** The stored value that the text means. */
    static Object read(Subject subject, Column column, String text) throws StatisticsException {
        List<Term> vocabulary = column.constraint().vocabulary();
        if (!vocabulary.isEmpty()) {
            return term(subject, column, text);
        }
        return read(subject, column.name(), column.type(), text);
    }

    static Object read(Subject subject, String column, ColumnType type, String text) throws StatisticsException {
        String trimmed = text.strip();
        try {
            return switch (type) {
                case TEXT -> text;
                case INTEGER -> Long.valueOf(trimmed);
                case DECIMAL -> decimal(trimmed);
                case DATE -> LocalDate.parse(trimmed);
                case BOOLEAN -> bool(trimmed);
            };
        } catch (DateTimeException | IllegalArgumentException e) {
            String wanted =
                    switch (type) {
                        case TEXT -> "text";
                        case INTEGER -> "a whole number";
                        case DECIMAL -> "a number like 12.5";
                        case DATE -> "a date like 2023-05-01";
                        case BOOLEAN -> "true or false";
                    };
            throw subject.wrong(
                    "column " + column + " is compared with \"" + text + "\", which is not " + wanted + ".");
        }
    }

    /** The label of a stored value, or the value. */
    static Object shown(Column column, Object value) {
        if (!(value instanceof String text)) {
            return value;
        }
        return column.constraint().vocabulary().stream()
                .filter(term -> term.value().equals(text))
                .map(Term::label)
                .findFirst()
                .orElse(text);
    }

    /** Whether rows that are ordered by value may be in another order when they are ordered by label. */
    static boolean labelsSortOtherwise(Column column) {
        if (column.constraint().open()) {
            return true;
        }
        List<Term> vocabulary = column.constraint().vocabulary();
        List<String> byValue = vocabulary.stream()
                .sorted((a, b) -> a.value().compareTo(b.value()))
                .map(Term::label)
                .toList();
        return !byValue.equals(byValue.stream().sorted().toList());
    }

    /** No column has so many digits, and 1e999999999 written out fills the memory. */
    private static BigDecimal decimal(String text) {
        BigDecimal number = new BigDecimal(text);
        if (Math.abs(number.scale()) > MOST_DIGITS || number.precision() > MOST_DIGITS) {
            throw new IllegalArgumentException(text);
        }
        return number;
    }

    private static Boolean bool(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "yes" -> true;
            case "false", "no" -> false;
            default -> throw new IllegalArgumentException(text);
        };
    }

    /** What stands in the store for a word of the vocabulary. An open one lets any word stand for itself. */
    private static String term(Subject subject, Column column, String text) throws StatisticsException {
        List<Term> vocabulary = column.constraint().vocabulary();
        Optional<Term> exact = vocabulary.stream()
                .filter(term -> term.value().equals(text.strip()))
                .findFirst();
        if (exact.isPresent()) {
            return exact.get().value();
        }
        Optional<Term> found = vocabulary.stream()
                .filter(term -> words(term).anyMatch(word -> word.equalsIgnoreCase(text.strip())))
                .findFirst();
        if (found.isEmpty() && column.constraint().open()) {
            return text;
        }
        if (found.isEmpty()) {
            Set<String> known = new LinkedHashSet<>();
            vocabulary.forEach(term -> known.add(term.value()));
            throw subject.wrong(
                    "column " + column.name() + " has no value \"" + text + "\"" + Nearest.hint(text, known));
        }
        return found.get().value();
    }

    private static Stream<String> words(Term term) {
        return Stream.concat(Stream.of(term.value(), term.label()), term.synonyms().stream());
    }
}
