package org.opbrief.workbench.data;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.opbrief.api.data.Column;
import org.opbrief.api.data.Column.Term;
import org.opbrief.api.data.ColumnType;

/**
 * Reads what is typed above a column.
 *
 * <p>Text: what the value contains, whatever the case; {@code =fentanyl} for the whole value. Numbers and dates:
 * {@code 5}, {@code >5}, {@code <=5}, {@code 5..10}; a date may be a year or a month, {@code 2023} or {@code 2023-05}.
 * Yes or no: {@code yes}, {@code no}. All: {@code =} for no value, {@code <>} for any value, {@code <>x} for all but x.
 */
final class RowFilter {
    private static final Pattern COMPARISON = Pattern.compile("(<>|!=|>=|<=|=|>|<)?\\s*(.*)", Pattern.DOTALL);
    private static final Pattern DAY = Pattern.compile("(\\d{4})(?:-(\\d{1,2})(?:-(\\d{1,2}))?)?");
    private static final String RANGE = "..";

    private final Column column;
    private final String name;

    private RowFilter(Column column) {
        this.column = column;
        this.name = Identifiers.quoted(column.name());
    }

    /** @throws FilterException if the text is no filter for such a column */
    static Condition of(Column column, String text) throws FilterException {
        return new RowFilter(column).read(text.strip());
    }

    private Condition read(String text) throws FilterException {
        Matcher parts = COMPARISON.matcher(text);
        if (!parts.matches()) {
            throw new IllegalStateException(text);
        }
        String operator = parts.group(1) == null ? "" : parts.group(1).replace("!=", "<>");
        String value = parts.group(2);
        if (text.isEmpty()) {
            return Condition.TRUE;
        }
        if (value.isEmpty() && operator.equals("=")) {
            return Condition.of(name + " IS NULL");
        }
        if (value.isEmpty() && operator.equals("<>")) {
            return Condition.of(name + " IS NOT NULL");
        }
        if (value.isEmpty()) {
            throw refused(text);
        }
        return switch (column.type()) {
            case TEXT -> text(text, operator, value);
            case INTEGER, DECIMAL, DATE -> range(text, operator, value);
            case BOOLEAN -> truth(text, operator, value);
        };
    }

    private Condition text(String text, String operator, String value) {
        return switch (operator) {
            case "=" -> whole(value);
            case "<>" -> except(whole(value));
            default -> contained(text);
        };
    }

    private Condition contained(String text) {
        String part = lower(text);
        Condition own = Condition.of("contains(lower(" + name + "), ?)", part);
        return either(own, terms(term -> lower(term.label()).contains(part)));
    }

    private Condition whole(String text) {
        String all = lower(text);
        Condition own = Condition.of("lower(" + name + ") = ?", all);
        return either(
                own,
                terms(term -> lower(term.label()).equals(all)
                        || term.synonyms().stream()
                                .anyMatch(synonym -> lower(synonym).equals(all))));
    }

    /** A value that is shown by its label is found by what is read, too. */
    private List<String> terms(java.util.function.Predicate<Term> fits) {
        return column.constraint().vocabulary().stream()
                .filter(fits)
                .map(Term::value)
                .toList();
    }

    private Condition either(Condition own, List<String> values) {
        if (values.isEmpty()) {
            return own;
        }
        List<String> all = new ArrayList<>(own.values());
        all.addAll(values);
        String marks = String.join(", ", values.stream().map(value -> "?").toList());
        return new Condition("(" + own.sql() + " OR " + name + " IN (" + marks + "))", all);
    }

    private Condition range(String text, String operator, String value) throws FilterException {
        if (operator.isEmpty() && value.contains(RANGE)) {
            int at = value.indexOf(RANGE);
            Span from = span(text, value.substring(0, at).strip());
            Span to = span(text, value.substring(at + RANGE.length()).strip());
            return Condition.of(name + " >= " + cast() + " AND " + name + " <= " + cast(), from.first(), to.last());
        }
        Span span = span(text, value);
        return switch (operator) {
            case ">" -> Condition.of(name + " > " + cast(), span.last());
            case ">=" -> Condition.of(name + " >= " + cast(), span.first());
            case "<" -> Condition.of(name + " < " + cast(), span.first());
            case "<=" -> Condition.of(name + " <= " + cast(), span.last());
            case "<>" -> except(within(span));
            default -> within(span);
        };
    }

    private Condition within(Span span) {
        return span.first().equals(span.last())
                ? Condition.of(name + " = " + cast(), span.first())
                : Condition.of(
                        "(" + name + " >= " + cast() + " AND " + name + " <= " + cast() + ")",
                        span.first(),
                        span.last());
    }

    private Condition except(Condition condition) {
        return new Condition("(" + name + " IS NULL OR NOT " + condition.sql() + ")", condition.values());
    }

    private Condition truth(String text, String operator, String value) throws FilterException {
        boolean yes = List.of("yes", "y", "true", "1", "sí", "si").contains(lower(value));
        boolean no = List.of("no", "n", "false", "0").contains(lower(value));
        if (!yes && !no || !List.of("", "=", "<>").contains(operator)) {
            throw refused(text);
        }
        String is = operator.equals("<>") ? " IS DISTINCT FROM " : " = ";
        return Condition.of(name + is + yes);
    }

    private String cast() {
        return column.type() == ColumnType.DATE ? "CAST(? AS DATE)" : "CAST(? AS DECIMAL(38, 9))";
    }

    /** The first and last value that is meant. */
    private record Span(String first, String last) {}

    private Span span(String text, String value) throws FilterException {
        if (column.type() == ColumnType.DATE) {
            return days(value).orElseThrow(() -> refused(text));
        }
        try {
            String number = new BigDecimal(value.replace(",", "").replace(" ", "")).toPlainString();
            if (number.length() > 28) {
                throw refused(text);
            }
            return new Span(number, number);
        } catch (NumberFormatException e) {
            throw refused(text);
        }
    }

    private static Optional<Span> days(String value) {
        Matcher day = DAY.matcher(value);
        if (!day.matches()) {
            return Optional.empty();
        }
        try {
            int year = Integer.parseInt(day.group(1));
            if (day.group(2) == null) {
                return Optional.of(new Span(year + "-01-01", year + "-12-31"));
            }
            int month = Integer.parseInt(day.group(2));
            LocalDate first = LocalDate.of(year, month, day.group(3) == null ? 1 : Integer.parseInt(day.group(3)));
            LocalDate last = day.group(3) == null ? first.withDayOfMonth(first.lengthOfMonth()) : first;
            return Optional.of(new Span(first.toString(), last.toString()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private FilterException refused(String text) {
        String example =
                switch (column.type()) {
                    case TEXT -> "fentanyl, =fentanyl or <>fentanyl";
                    case INTEGER, DECIMAL -> "5, >5, <=5 or 5..10";
                    case DATE -> "2023, 2023-05, 2023-05-01, >2023-05-01 or 2022..2023";
                    case BOOLEAN -> "yes or no";
                };
        return new FilterException(Messages.get("filter.refused", column.title(), text, example));
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
