package org.opbrief.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How many values of one column of a file are of which kind.
 *
 * @param counts by letter of the kind; see the constants
 * @param times days with a time of day other than midnight
 * @param odd the first value that is of no kind; empty if there is none
 */
record ValueKinds(Map<String, Long> counts, long times, String odd) {
    static final String YES = "y";
    static final String NO = "n";
    /** A word for no value. */
    static final String NOTHING = "h";

    static final String WHOLE = "i";
    /** Digits that begin with a zero. */
    static final String ZEROS = "z";
    /** Its point can only be that before the decimals. */
    static final String POINT = "a";
    /** Its comma can only be that before the decimals, or it is like 1.234.567. */
    static final String COMMA = "c";

    static final String ONE_COMMA_GROUP = "q";
    static final String ONE_POINT_GROUP = "p";

    static final String EXPONENT = "e";
    static final String DOLLARS = "$";
    static final String PERCENT = "%";
    static final String ISO_DAY = "s";
    static final String MONTH_FIRST = "M";
    static final String DAY_FIRST = "D";
    /** Two days, one for each order. */
    static final String EITHER_ORDER = "B";
    /** Like 5/5/2023. */
    static final String ANY_ORDER = "S";

    static final String OTHER = "o";

    /** What is cut from a day, since a column of days has no room for it. */
    static final String TIME = "[T ]+[0-9]{1,2}:[0-9]{2}.*$";
    /** What stands in files for no value. */
    static final String NOTHING_WORDS = "n/?a|null|none|nan|-+|\\.+";

    private static final String MIDNIGHT = "[T ](0?0:00(:00(\\.0+)?)?|12:00(:00)? AM)$";
    private static final String POSITIVE = "([0-9]+|[1-9][0-9]{0,2}(,[0-9]{3})+)(\\.[0-9]*)?";
    /** A longer value is neither a number nor a day. */
    private static final int LONGEST = 40;

    private static final int PROBED = 2000;

    ValueKinds {
        counts = Map.copyOf(counts);
    }

    /**
     * Of all records. A column of which most of the first values are of no kind is not looked at further: all its values
     * count as of no kind.
     */
    static List<ValueKinds> of(Connection connection, PlainFile file) throws SQLException {
        List<Integer> all = IntStream.range(0, file.headers().size()).boxed().toList();
        List<ValueKinds> kinds = new ArrayList<>(ask(connection, file, all, " LIMIT " + PROBED));
        List<Integer> open = all.stream()
                .filter(index ->
                        kinds.get(index).count(OTHER) * 2 <= kinds.get(index).filled())
                .toList();
        List<ValueKinds> whole = ask(connection, file, open, "");
        IntStream.range(0, open.size()).forEach(each -> kinds.set(open.get(each), whole.get(each)));
        List<Integer> words =
                all.stream().filter(index -> !open.contains(index)).toList();
        List<Long> filled = filled(connection, file, words);
        IntStream.range(0, words.size())
                .forEach(each -> kinds.set(words.get(each), ofWords(filled.get(each), kinds.get(words.get(each)).odd)));
        return kinds;
    }

    private static ValueKinds ofWords(long filled, String odd) {
        return new ValueKinds(Map.of(OTHER, filled), 0, odd);
    }

    private static List<ValueKinds> ask(Connection connection, PlainFile file, List<Integer> columns, String limit)
            throws SQLException {
        if (columns.isEmpty()) {
            return List.of();
        }
        String texts = each(columns, index -> text(index) + " AS t" + index);
        String kinds = each(columns, index -> kind(file.headers().get(index), "t" + index) + " AS k" + index);
        String answers = each(
                columns,
                index -> "histogram(k" + index + "), count_if(k" + index + " IN ('s', 'M', 'D', 'B', 'S') AND "
                        + matches("t" + index, TIME) + " AND NOT " + matches("t" + index, MIDNIGHT)
                        + "), coalesce(arg_min(left(t" + index + ", " + LONGEST + "), _line) FILTER (k" + index
                        + " = 'o'), '')");
        return Sql.ask(
                connection,
                "SELECT " + answers + " FROM (SELECT *, " + kinds + " FROM (SELECT _line, " + texts
                        + " FROM (SELECT * FROM " + file.table() + limit + ")))",
                List.of(),
                row -> {
                    row.next();
                    List<ValueKinds> all = new ArrayList<>();
                    for (int index = 0; index < columns.size(); index++) {
                        Map<?, ?> histogram = (Map<?, ?>) row.getObject(3 * index + 1);
                        Map<String, Long> counts = new HashMap<>();
                        if (histogram != null) {
                            histogram.forEach((kind, count) -> counts.put((String) kind, ((Number) count).longValue()));
                        }
                        all.add(new ValueKinds(counts, row.getLong(3 * index + 2), row.getString(3 * index + 3)));
                    }
                    return all;
                });
    }

    private static List<Long> filled(Connection connection, PlainFile file, List<Integer> columns) throws SQLException {
        if (columns.isEmpty()) {
            return List.of();
        }
        return Sql.ask(
                connection,
                "SELECT " + each(columns, index -> "count(" + text(index) + ")") + " FROM " + file.table(),
                List.of(),
                row -> {
                    row.next();
                    List<Long> counts = new ArrayList<>();
                    for (int index = 1; index <= columns.size(); index++) {
                        counts.add(row.getLong(index));
                    }
                    return counts;
                });
    }

    private static String each(List<Integer> columns, java.util.function.IntFunction<String> sql) {
        return columns.stream().map(sql::apply).collect(Collectors.joining(", "));
    }

    /** SQL of a value, NULL if it is blank. */
    static String text(int index) {
        return "nullif(trim(" + PlainFile.field(index) + ", " + ColumnRule.BLANKS + "), '')";
    }

    private static String kind(String header, String t) {
        NumberForm number = new NumberForm(t);
        String day = "regexp_replace(" + t + ", " + Sql.text(TIME) + ", '')";
        SlashDay slashes = new SlashDay(day);
        StringBuilder sql = new StringBuilder("CASE WHEN " + t + " IS NULL THEN NULL WHEN length(" + t + ") > "
                + LONGEST + " THEN 'o' WHEN lower(" + t + ") IN ('y', 'yes', 'true') THEN 'y' WHEN lower(" + t
                + ") IN ('n', 'no', 'false') THEN 'n' WHEN " + isNothing(t) + " THEN 'h'");
        for (WrittenDay written : WrittenDay.all(header)) {
            sql.append(" WHEN " + written.is(t) + " THEN '" + written.kind() + "'");
        }
        return sql + " WHEN NOT " + number.is("'[0-9+.$-].*'") + " THEN 'o' WHEN " + number.is("'[+-]?0[0-9]+'")
                + " THEN 'z' WHEN " + number.is("'[+-]?[0-9]+'") + " THEN 'i' WHEN contains(lower(" + t
                + "), 'e') AND " + number.is(NumberForm.DECIMAL) + " THEN 'e' WHEN " + number.onlyDecimalPoint()
                + " THEN 'a' WHEN " + number.onlyDecimalComma() + " THEN 'c' WHEN " + number.is(NumberForm.GROUPED)
                + " THEN 'q' WHEN " + number.is(NumberForm.DECIMAL) + " THEN 'p' WHEN "
                + number.is("'[+-]?\\$ ?" + POSITIVE + "'") + " THEN '$' WHEN "
                + number.is("'[+-]?" + POSITIVE + " ?%'") + " THEN '%' WHEN regexp_full_match(" + day
                + ", '[0-9]{4}-[0-9]{2}-[0-9]{2}') AND TRY_CAST(" + day + " AS DATE) IS NOT NULL THEN 's' WHEN NOT "
                + slashes.is() + " THEN 'o' ELSE " + order(slashes) + " END";
    }

    private static String order(SlashDay day) {
        String monthFirst = day.read(Notation.MONTH_FIRST) + " IS NOT NULL";
        String dayFirst = day.read(Notation.DAY_FIRST) + " IS NOT NULL";
        return "CASE WHEN " + day.either() + " AND " + monthFirst + " AND " + dayFirst + " THEN 'B' WHEN " + monthFirst
                + " AND " + dayFirst + " THEN 'S' WHEN " + monthFirst + " THEN 'M' WHEN " + dayFirst
                + " THEN 'D' ELSE 'o' END";
    }

    private static String isNothing(String t) {
        return "regexp_full_match(lower(" + t + "), " + Sql.text(NOTHING_WORDS) + ")";
    }

    private static String matches(String text, String expression) {
        return "regexp_matches(" + text + ", " + Sql.text(expression) + ")";
    }

    /** How many values are of one of these kinds. */
    long count(String... kinds) {
        long sum = 0;
        for (String kind : kinds) {
            sum += counts.getOrDefault(kind, 0L);
        }
        return sum;
    }

    /** How many values there are, those that stand for none included. */
    long filled() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }
}
