package org.opbrief.statistics;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Knows what SQL only some engines have, and what to write instead. What jOOQ reads and writes for all of them, such as a cast with {@code ::}, is
 * not among it.
 */
final class Portability {

    /** Comments, texts and quoted names, in which nothing counts. */
    private static final Pattern QUOTED =
            Pattern.compile("--[^\n]*|/\\*.*?\\*/|'(?:[^']|'')*'|\"(?:[^\"]|\"\")*\"", Pattern.DOTALL);

    private static final String MIDDLE =
            "number the rows with row_number() over (order by …) in a subquery and take the one that is wanted";

    /** What to write instead, by a pattern of the construct. */
    private static final Map<Pattern, String> INSTEAD = new LinkedHashMap<>();

    static {
        construct("qualify", "put the window function into a subquery, and its condition into WHERE around it");
        functions(
                MIDDLE,
                "percentile_cont",
                "percentile_disc",
                "median",
                "quantile",
                "quantile_cont",
                "quantile_disc",
                "approx_quantile",
                "mode",
                "arg_max",
                "arg_min",
                "max_by",
                "min_by",
                "first",
                "last");
        functions(
                "give the date as it is, or extract(year from …); it is formatted where it is shown",
                "strftime",
                "strptime",
                "try_strptime",
                "date_format",
                "date_parse",
                "to_char");
        functions(
                "write extract(year from …) and extract(month from …), or let a query without SQL take a date by month",
                "date_trunc",
                "datetrunc",
                "time_bucket");
        functions("write count(distinct …)", "approx_count_distinct", "approx_distinct");
        functions("write cast(… as …); data sets hold only values of their types", "try_cast", "safe_cast");
        functions(
                "give a row for each value",
                "list",
                "list_value",
                "list_aggregate",
                "histogram",
                "struct_pack",
                "string_split",
                "unnest",
                "json_extract");
        functions(
                "write … like '…%', or let a column of the data set read it with 'matches'",
                "regexp_matches", "regexp_extract", "regexp_full_match");
        functions(
                "read data sets only",
                "range",
                "generate_series",
                "read_csv",
                "read_csv_auto",
                "read_parquet",
                "read_json",
                "read_text",
                "glob");
        construct("(?:group|order)\\s+by\\s+all", "name the columns");
        construct("\\*\\s*(?:exclude|replace|except)", "name the columns");
        construct("pivot|unpivot", "write sum(case when … then … end) for each column");
        construct("using\\s+sample|tablesample", "ask for all rows");
        construct("asof\\s+join|positional\\s+join", "write a join with a condition");
        construct("with\\s+recursive", "write a join for each step, or a statistic in Java");
    }

    private Portability() {}

    private static void construct(String words, String instead) {
        String start = words.startsWith("\\*") ? "" : "\\b";
        INSTEAD.put(Pattern.compile(start + "(?:" + words + ")\\b", Pattern.CASE_INSENSITIVE), instead);
    }

    private static void functions(String instead, String... names) {
        String any = "\\b(?:" + String.join("|", names) + ")(?=\\s*\\()";
        INSTEAD.put(Pattern.compile(any, Pattern.CASE_INSENSITIVE), instead);
    }

    /** The first construct that not every engine has, with its line and what to write instead. */
    static Optional<String> problem(String sql) {
        String bare = QUOTED.matcher(sql).replaceAll(quoted -> quoted.group().replaceAll("[^\n]", " "));
        Optional<Found> first = Optional.empty();
        for (Map.Entry<Pattern, String> entry : INSTEAD.entrySet()) {
            Matcher matcher = entry.getKey().matcher(bare);
            if (matcher.find()
                    && first.map(found -> matcher.start() < found.at()).orElse(true)) {
                first = Optional.of(new Found(matcher.start(), matcher.group(), entry.getValue()));
            }
        }
        return first.map(found -> "its SQL uses " + found.what().replaceAll("\\s+", " ") + " (line "
                + (1
                        + bare.substring(0, found.at())
                                .chars()
                                .filter(c -> c == '\n')
                                .count())
                + "), which not every engine has: " + found.instead() + ".");
    }

    private record Found(int at, String what, String instead) {}
}
