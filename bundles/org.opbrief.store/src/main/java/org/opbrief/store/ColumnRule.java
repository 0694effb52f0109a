package org.opbrief.store;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.opbrief.api.data.Column;
import org.opbrief.api.data.ColumnType;

/**
 * How one column is read and checked, as SQL.
 *
 * <p>A value is read in three steps, each a column of a nested query, so that the engine computes it once: {@code t}
 * the trimmed text, NULL if blank; {@code v} the typed value, NULL if the text is none; {@code p} the reason why the
 * value is rejected, NULL if it is accepted. Texts that look exactly like the engine writes the value pass by a cheap
 * comparison; only others are looked at with a regular expression, since the engine's casts alone accept more than is
 * right ({@code 1.5} and {@code 0x1F} as whole numbers, {@code 1_000}, {@code infinity} as a date).
 *
 * @param number of the column in the query
 * @param notation how the file writes days and numbers in this column
 * @param day SQL of the row's day, on which the value may depend
 */
record ColumnRule(Filling filling, int number, Notation notation, Optional<String> day) {
    static final String BLANKS = "' \t\r\n\u00a0'";
    private static final String ISO_DAY = "'[0-9]{4}-[0-9]{2}-[0-9]{2}'";
    /** What spreadsheets and portals write behind a day; it says nothing about the day. */
    private static final String MIDNIGHT = "'[T ](0?0:00(:00(\\.0+)?)?|12:00(:00)? AM)$'";

    private static final int TERMS_SHOWN = 12;

    Column column() {
        return filling.column();
    }

    /** SQL of the raw text. */
    String raw() {
        return filling.raw();
    }

    String t() {
        return "t" + number;
    }

    String v() {
        return "v" + number;
    }

    String p() {
        return "p" + number;
    }

    String trimmed() {
        String text = column().reading()
                .strip()
                .map(pattern -> "regexp_replace(" + raw() + ", " + Sql.text(pattern) + ", '', 'g')")
                .orElse(raw());
        return "nullif(trim(" + text + ", " + BLANKS + "), '')";
    }

    String typed() {
        if (column().reading().matches().isPresent()) {
            return "CASE WHEN nullif(trim(" + raw() + ", " + BLANKS + "), '') IS NOT NULL THEN regexp_matches(" + raw()
                    + ", " + Sql.text(column().reading().matches().get()) + ") END";
        }
        return switch (column().type()) {
            case TEXT -> filling.lookup().map(lookup -> lookup.value(t(), day)).orElseGet(this::vocabulary);
            case INTEGER -> number(NumberForm.WHOLE, NumberForm.GROUPED_WHOLE);
            case DECIMAL ->
                notation == Notation.DECIMAL_COMMA
                        ? withDecimalComma()
                        : number(NumberForm.DECIMAL, NumberForm.GROUPED);
            case DATE -> dayValue();
            case BOOLEAN ->
                "CASE WHEN lower(" + t() + ") IN ('yes', 'true', '1', 'y', 't') THEN true" + " WHEN lower(" + t()
                        + ") IN ('no', 'false', '0', 'n', 'f') THEN false END";
        };
    }

    String problem() {
        Column.Constraint constraint = column().constraint();
        StringBuilder sql = new StringBuilder("CASE WHEN ").append(v()).append(" IS NULL THEN ");
        String empty = constraint.required() ? "'is empty, but a value is required'" : "NULL";
        sql.append("CASE WHEN ").append(t()).append(" IS NULL THEN ").append(empty);
        sql.append(" ELSE ").append(reason()).append(" END");
        constraint
                .minimum()
                .ifPresent(minimum -> sql.append(" WHEN " + v() + " < " + minimum.toPlainString() + " THEN "
                        + Sql.text("is less than " + minimum.toPlainString())));
        constraint
                .maximum()
                .ifPresent(maximum -> sql.append(" WHEN " + v() + " > " + maximum.toPlainString() + " THEN "
                        + Sql.text("is more than " + maximum.toPlainString())));
        if (!constraint.vocabulary().isEmpty() && !isText()) {
            sql.append(" WHEN CAST(" + v() + " AS VARCHAR) NOT IN ("
                    + constraint.vocabulary().stream()
                            .map(term -> Sql.text(term.value()))
                            .collect(Collectors.joining(", "))
                    + ") THEN " + Sql.text(notInVocabulary()));
        }
        return sql.append(" END").toString();
    }

    private String reason() {
        if (filling.lookup().isPresent()) {
            return filling.lookup().get().problem(t());
        }
        return filling.conversion()
                .map(conversion -> "coalesce(" + conversion.problem() + ", " + unreadable() + ")")
                .orElse(unreadable());
    }

    private boolean isText() {
        return column().type() == ColumnType.TEXT;
    }

    private String number(String plain, String grouped) {
        String value = as(t());
        String exponent = column().type() == ColumnType.DECIMAL
                ? " WHEN contains(lower(" + t() + "), 'e') THEN " + as(Exponents.expand(t()))
                : "";
        String otherwise = readsGroups()
                ? "CASE WHEN " + form().is(grouped) + " THEN " + as(form().withoutGroups()) + " END"
                : "NULL";
        String asWritten = filling.conversion().isPresent()
                ? "CASE"
                : "CASE WHEN CAST(" + value + " AS VARCHAR) = " + t() + " THEN " + value;
        return asWritten + " WHEN NOT " + form().is(plain) + " THEN " + otherwise + exponent + " ELSE " + value
                + " END";
    }

    private String withDecimalComma() {
        String text = form().withPoint();
        return "CASE WHEN NOT " + form().is(NumberForm.WITH_DECIMAL_COMMA) + " THEN NULL WHEN contains(lower(" + t()
                + "), 'e') THEN " + as(Exponents.expand(text)) + " ELSE " + as(text) + " END";
    }

    /** A comma in a whole number can only part thousands. */
    private boolean readsGroups() {
        return column().type() == ColumnType.INTEGER || notation == Notation.COMMA_GROUPS;
    }

    private NumberForm form() {
        return new NumberForm(t());
    }

    private String as(String text) {
        return filling.conversion()
                .map(conversion -> conversion.converted(text))
                .orElse("TRY_CAST(" + text + " AS " + Tables.type(column()) + ")");
    }

    private String dayValue() {
        String value = "TRY_CAST(" + t() + " AS DATE)";
        String text = dayText();
        SlashDay slashes = new SlashDay(text);
        return "CASE WHEN CAST(" + value + " AS VARCHAR) = " + t() + " AND length(" + t() + ") = 10 THEN " + value
                + " WHEN regexp_full_match(" + text + ", " + ISO_DAY + ") THEN TRY_CAST(" + text + " AS DATE)"
                + " WHEN " + slashes.is() + " THEN " + slashes.read(notation) + " END";
    }

    /** SQL of a day's text. */
    String dayText() {
        return "regexp_replace(" + t() + ", " + MIDNIGHT + ", '')";
    }

    private String vocabulary() {
        List<Column.Term> terms = column().constraint().vocabulary();
        if (terms.isEmpty()) {
            return t();
        }
        StringBuilder sql = new StringBuilder(isOpen() ? "coalesce(" : "");
        sql.append("CASE WHEN ").append(t()).append(" IN (");
        sql.append(terms.stream().map(term -> Sql.text(term.value())).collect(Collectors.joining(", ")));
        sql.append(") THEN ").append(t());
        sql.append(" ELSE CASE lower(").append(t()).append(')');
        for (Column.Term term : terms) {
            sql.append(" WHEN lower(")
                    .append(Sql.text(term.value()))
                    .append(") THEN ")
                    .append(Sql.text(term.value()));
            for (String synonym : term.synonyms()) {
                sql.append(" WHEN lower(")
                        .append(Sql.text(synonym))
                        .append(") THEN ")
                        .append(Sql.text(term.value()));
            }
        }
        sql.append(" END END");
        return isOpen() ? sql.append(", ").append(t()).append(")").toString() : sql.toString();
    }

    private boolean isOpen() {
        return column().constraint().open();
    }

    private String unreadable() {
        return switch (column().type()) {
            case TEXT -> column().constraint().vocabulary().isEmpty() ? "NULL" : Sql.text(notInVocabulary());
            case INTEGER ->
                "CASE WHEN " + form().is(NumberForm.WHOLE) + " OR " + form().is(NumberForm.GROUPED_WHOLE)
                        + " THEN 'is too large a number' ELSE 'is not a whole number like 1234' END";
            case DECIMAL ->
                "CASE WHEN " + tooLarge() + " THEN 'is too large a number' ELSE 'is not a number like 1234.5' END";
            case DATE -> {
                SlashDay slashes = new SlashDay(dayText());
                yield "CASE WHEN " + slashes.is() + " THEN " + slashes.reason(notation) + " WHEN regexp_full_match("
                        + dayText() + ", " + ISO_DAY + ") THEN 'is a day that the calendar does not have'"
                        + " ELSE 'is not a date like 2023-05-01' END";
            }
            case BOOLEAN -> "'is neither yes nor no'";
        };
    }

    private String tooLarge() {
        if (notation == Notation.DECIMAL_COMMA) {
            return form().is(NumberForm.WITH_DECIMAL_COMMA);
        }
        return form().is(NumberForm.DECIMAL) + (readsGroups() ? " OR " + form().is(NumberForm.GROUPED) : "");
    }

    private String notInVocabulary() {
        List<Column.Term> terms = column().constraint().vocabulary();
        String shown = terms.stream().limit(TERMS_SHOWN).map(Column.Term::value).collect(Collectors.joining(", "));
        return "is not one of " + shown
                + (terms.size() > TERMS_SHOWN ? " and " + (terms.size() - TERMS_SHOWN) + " more" : "");
    }
}
