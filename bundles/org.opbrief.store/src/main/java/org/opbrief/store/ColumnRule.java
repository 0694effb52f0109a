package org.opbrief.store;

import java.util.List;
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
 * @param raw SQL of the raw text
 */
record ColumnRule(Column column, int number, String raw) {
    private static final String BLANKS = "' \t\r\n\u00a0'";
    private static final String WHOLE = "'[+-]?[0-9]+(\\.0*)?'";
    private static final String NUMBER = "'[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+)?'";
    private static final String ISO_DAY = "'[0-9]{4}-[0-9]{2}-[0-9]{2}'";
    private static final String US_DAY = "'[0-9]{1,2}/[0-9]{1,2}/[0-9]{4}'";
    /** What spreadsheets and portals write behind a day; it says nothing about the day. */
    private static final String MIDNIGHT = "'[T ](0?0:00(:00(\\.0+)?)?|12:00(:00)? AM)$'";

    private static final int TERMS_SHOWN = 12;

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
        String text = column.reading()
                .strip()
                .map(pattern -> "regexp_replace(" + raw + ", " + Sql.text(pattern) + ", '', 'g')")
                .orElse(raw);
        return "nullif(trim(" + text + ", " + BLANKS + "), '')";
    }

    String typed() {
        if (column.reading().matches().isPresent()) {
            return "CASE WHEN nullif(trim(" + raw + ", " + BLANKS + "), '') IS NOT NULL THEN regexp_matches(" + raw
                    + ", " + Sql.text(column.reading().matches().get()) + ") END";
        }
        return switch (column.type()) {
            case TEXT -> vocabulary();
            case INTEGER -> cast(WHOLE);
            case DECIMAL -> cast(NUMBER);
            case DATE -> day();
            case BOOLEAN ->
                "CASE WHEN lower(" + t() + ") IN ('yes', 'true', '1', 'y', 't') THEN true" + " WHEN lower(" + t()
                        + ") IN ('no', 'false', '0', 'n', 'f') THEN false END";
        };
    }

    String problem() {
        Column.Constraint constraint = column.constraint();
        StringBuilder sql = new StringBuilder("CASE WHEN ").append(v()).append(" IS NULL THEN ");
        String empty = constraint.required() ? "'is empty, but a value is required'" : "NULL";
        sql.append("CASE WHEN ").append(t()).append(" IS NULL THEN ").append(empty);
        sql.append(" ELSE ").append(unreadable()).append(" END");
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

    private boolean isText() {
        return column.type() == ColumnType.TEXT;
    }

    private String cast(String form) {
        String value = as(t());
        String exponent = column.type() == ColumnType.DECIMAL
                ? " WHEN contains(lower(" + t() + "), 'e') THEN " + as(Exponents.expand(t()))
                : "";
        return "CASE WHEN CAST(" + value + " AS VARCHAR) = " + t() + " THEN " + value + " WHEN NOT regexp_full_match("
                + t() + ", " + form + ") THEN NULL" + exponent + " ELSE " + value + " END";
    }

    private String as(String text) {
        return "TRY_CAST(" + text + " AS " + Tables.type(column) + ")";
    }

    private String day() {
        String value = "TRY_CAST(" + t() + " AS DATE)";
        String text = "regexp_replace(" + t() + ", " + MIDNIGHT + ", '')";
        return "CASE WHEN CAST(" + value + " AS VARCHAR) = " + t() + " AND length(" + t() + ") = 10 THEN " + value
                + " WHEN regexp_full_match(" + text + ", " + ISO_DAY + ") THEN TRY_CAST(" + text + " AS DATE)"
                + " WHEN regexp_full_match(" + text + ", " + US_DAY + ") AND NOT " + ambiguous(text)
                + " THEN CAST(try_strptime(" + text + ", '%m/%d/%Y') AS DATE) END";
    }

    /** Whether the day could be the month: 5/6/2023 is 6 May in one country and 5 June in another. */
    private static String ambiguous(String text) {
        String first = "CAST(split_part(" + text + ", '/', 1) AS INTEGER)";
        String second = "CAST(split_part(" + text + ", '/', 2) AS INTEGER)";
        return "(" + first + " <> " + second + " AND greatest(" + first + ", " + second + ") <= 12)";
    }

    private String vocabulary() {
        List<Column.Term> terms = column.constraint().vocabulary();
        if (terms.isEmpty()) {
            return t();
        }
        StringBuilder sql = new StringBuilder("CASE WHEN ").append(t()).append(" IN (");
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
        return sql.append(" END END").toString();
    }

    private String unreadable() {
        return switch (column.type()) {
            case TEXT -> column.constraint().vocabulary().isEmpty() ? "NULL" : Sql.text(notInVocabulary());
            case INTEGER ->
                "CASE WHEN regexp_full_match(" + t() + ", " + WHOLE + ") THEN 'is too large a number'"
                        + " ELSE 'is not a whole number like 1234' END";
            case DECIMAL ->
                "CASE WHEN regexp_full_match(" + t() + ", " + NUMBER + ") THEN 'is too large a number'"
                        + " ELSE 'is not a number like 1234.5' END";
            case DATE -> {
                String text = "regexp_replace(" + t() + ", " + MIDNIGHT + ", '')";
                yield "CASE WHEN regexp_full_match(" + text + ", " + US_DAY + ") AND "
                        + ambiguous(text)
                        + " THEN 'could be two days, month or day first; write it like 2023-05-01'"
                        + " WHEN regexp_full_match(" + text + ", " + ISO_DAY
                        + ") THEN 'is a day that the calendar does not have'"
                        + " ELSE 'is not a date like 2023-05-01' END";
            }
            case BOOLEAN -> "'is neither yes nor no'";
        };
    }

    private String notInVocabulary() {
        List<Column.Term> terms = column.constraint().vocabulary();
        String shown = terms.stream().limit(TERMS_SHOWN).map(Column.Term::value).collect(Collectors.joining(", "));
        return "is not one of " + shown
                + (terms.size() > TERMS_SHOWN ? " and " + (terms.size() - TERMS_SHOWN) + " more" : "");
    }
}
