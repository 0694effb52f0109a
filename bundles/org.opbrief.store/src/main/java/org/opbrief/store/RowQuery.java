package org.opbrief.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.opbrief.api.data.Column;
import org.opbrief.api.data.ColumnType;
import org.opbrief.api.data.DataSet;

/**
 * The SQL that reads an extracted file, types its values and judges its rows. Accepted and rejected rows come from the
 * same expressions and differ only in the sign of one condition, so that each row is exactly one of them.
 */
final class RowQuery {
    private static final int VALUE_SHOWN = 200;

    private final DataSet dataSet;
    private final String records;
    private final String fields;
    private final List<ColumnRule> rules = new ArrayList<>();
    private final String rows;

    /**
     * @param records SQL of the records as a table
     * @param fields SQL of the fields of a record as a list
     * @param notations by column, for those that are not plain
     */
    RowQuery(DataSet dataSet, String records, String fields, List<Filling> fillings, Map<Column, Notation> notations) {
        this.dataSet = dataSet;
        this.records = records;
        this.fields = fields;
        Optional<String> day = Optional.empty();
        for (int number = 0; number < fillings.size(); number++) {
            if (fillings.get(number).column().type() == ColumnType.DATE && day.isEmpty()) {
                day = Optional.of(
                        rule(fillings.get(number), number, notations, day).typed());
            }
        }
        for (int number = 0; number < fillings.size(); number++) {
            rules.add(rule(fillings.get(number), number, notations, day));
        }
        this.rows = rows();
    }

    private static ColumnRule rule(Filling filling, int number, Map<Column, Notation> notations, Optional<String> day) {
        Notation notation = filling.notation().orElse(notations.getOrDefault(filling.column(), Notation.PLAIN));
        return new ColumnRule(filling, number, notation, day);
    }

    /** Stores the accepted rows. */
    String insertAccepted(long batch) {
        String columns = rules.stream()
                .map(rule -> Sql.name(rule.column().name()) + ", ")
                .collect(Collectors.joining());
        String values = rules.stream().map(rule -> rule.v() + ", ").collect(Collectors.joining());
        return "INSERT INTO " + Tables.name(dataSet) + " (" + columns + "_batch, _line) SELECT " + values + batch
                + ", _line FROM (" + rows + ") WHERE " + firstProblem() + " IS NULL";
    }

    /** What fills the columns whose values are words of a vocabulary. */
    List<Filling> worded() {
        return rules.stream()
                .map(ColumnRule::filling)
                .filter(filling -> !filling.header().isEmpty()
                        && !filling.column().constraint().vocabulary().isEmpty())
                .toList();
    }

    /**
     * Which texts of a column of words were read as which others, with how many rows: text, value and count.
     *
     * @param limit how many records are looked at; empty for all
     */
    String words(Column column, OptionalLong limit) {
        ColumnRule rule = rules.stream()
                .filter(each -> each.column().equals(column))
                .findFirst()
                .orElseThrow();
        String read = limit.isPresent() ? "(SELECT * FROM " + records + " LIMIT " + limit.getAsLong() + ")" : records;
        String trimmed = each(each -> each.trimmed() + " AS " + each.t());
        return "SELECT raw, v, count(*) FROM (SELECT trim(" + rule.filling().shown() + ") AS raw, " + rule.typed()
                + " AS v FROM (SELECT *, " + trimmed + " FROM " + read
                + ")) WHERE v IS NOT NULL AND lower(raw) <> lower(v) GROUP BY ALL ORDER BY v, 3 DESC, raw";
    }

    /** Stores the rejected rows, each with all of its problems in one line. */
    String insertRejected(long batch) {
        return "INSERT INTO _opbrief.reject (" + Rejects.COLUMNS + ") SELECT " + batch
                + ", _line, ps[1].c, ps[1].v, ps[1].r"
                + " || array_to_string(list_transform(ps[2:], lambda q: '; also ' || coalesce('column ' || q.c || ', ', '')"
                + " || coalesce('value \"' || q.v || '\": ', '') || q.r), ''), fs"
                + " FROM (SELECT _line, " + fields + " AS fs, list_filter([" + problems()
                + "], lambda q: q IS NOT NULL) AS ps FROM (" + rows
                + ") WHERE " + firstProblem() + " IS NOT NULL)";
    }

    /** Accepted rows: {@code _line}, {@code _fields} and the columns of the key. */
    String keyed() {
        String key = dataSet.key().stream()
                .map(name -> ", " + value(name) + " AS " + Sql.name(name))
                .collect(Collectors.joining());
        return "SELECT _line, " + fields + " AS _fields" + key + " FROM (" + rows + ") WHERE " + firstProblem()
                + " IS NULL";
    }

    /** What is wrong with the row, column by column, then of the row as a whole. */
    private String problems() {
        List<String> problems = new ArrayList<>();
        for (ColumnRule rule : rules) {
            problems.add("CASE WHEN " + rule.p() + " IS NOT NULL THEN {'c': "
                    + Sql.text(rule.filling().header()) + ", 'v': nullif(left("
                    + rule.filling().shown()
                    + ", "
                    + VALUE_SHOWN + "), ''), 'r': " + rule.p() + "} END");
        }
        for (int index = 0; index < dataSet.rules().size(); index++) {
            problems.add("CASE WHEN r" + index + " IS NOT NULL THEN {'c': CAST(NULL AS VARCHAR), 'v':"
                    + " CAST(NULL AS VARCHAR), 'r': r" + index + "} END");
        }
        return String.join(", ", problems);
    }

    private String firstProblem() {
        List<String> problems =
                new ArrayList<>(rules.stream().map(ColumnRule::p).toList());
        IntStream.range(0, dataSet.rules().size()).forEach(index -> problems.add("r" + index));
        return "coalesce(" + String.join(", ", problems) + ", NULL)";
    }

    private String rows() {
        String trimmed = each(rule -> rule.trimmed() + " AS " + rule.t());
        String typed = each(rule -> rule.typed() + " AS " + rule.v());
        String judged = each(rule -> rule.problem() + " AS " + rule.p());
        StringBuilder whole = new StringBuilder();
        for (int index = 0; index < dataSet.rules().size(); index++) {
            whole.append(", ")
                    .append(problem(dataSet.rules().get(index)))
                    .append(" AS r")
                    .append(index);
        }
        return "SELECT *, " + judged + whole + " FROM (SELECT *, " + typed + " FROM (SELECT *, " + trimmed + " FROM "
                + records + "))";
    }

    private String each(java.util.function.Function<ColumnRule, String> expression) {
        return rules.stream().map(expression).collect(Collectors.joining(", "));
    }

    private String problem(DataSet.Rule rule) {
        List<String> broken = new ArrayList<>();
        rule.require().forEach(column -> broken.add(empty(column)));
        if (!rule.requireAny().isEmpty()) {
            broken.add(rule.requireAny().stream().map(this::empty).collect(Collectors.joining(" AND ", "(", ")")));
        }
        if (broken.isEmpty()) {
            return "CAST(NULL AS VARCHAR)";
        }
        String when = rule.when().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> " AND coalesce(CAST(" + value(entry.getKey()) + " AS VARCHAR), '') = "
                        + Sql.text(entry.getValue()))
                .collect(Collectors.joining());
        return "CASE WHEN (" + String.join(" OR ", broken) + ")" + when + " THEN " + Sql.text(rule.reason()) + " END";
    }

    /** Judged by the text: a value that cannot be read has its own problem. */
    private String empty(String column) {
        return rules.stream()
                .filter(rule -> rule.column().name().equals(column))
                .map(rule -> rule.t() + " IS NULL")
                .findFirst()
                .orElse("true");
    }

    /** SQL of a column's typed value; a column that the file does not have is empty. */
    private String value(String column) {
        return rules.stream()
                .filter(rule -> rule.column().name().equals(column))
                .map(ColumnRule::v)
                .findFirst()
                .orElse("CAST(NULL AS VARCHAR)");
    }
}
