package org.opbrief.statistics;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.opbrief.api.data.DataSet;
import org.opbrief.api.data.Unit;
import org.opbrief.api.statistics.DataQuery.Condition;
import org.opbrief.api.statistics.DataQuery.Function;
import org.opbrief.api.statistics.DataQuery.Operator;

/** How figures and tables came about, in words. */
final class Words {

    private Words() {}

    static String of(Function function) {
        return switch (function) {
            case COUNT -> "count";
            case COUNT_DISTINCT -> "number of different values";
            case SUM -> "sum";
            case MIN -> "smallest";
            case MAX -> "largest";
            case AVERAGE -> "average";
        };
    }

    /** What the measure did with so many rows, e.g. {@code sum of mass_kg over 4,211 rows of seizure, converted to lb}. */
    static String method(Plan.Value value, DataSet dataSet, long rows, Optional<Unit> unit) {
        String of = rows(rows) + " of " + dataSet.id();
        String column = value.measure().column().orElse("");
        String computed =
                switch (value.measure().function()) {
                    case COUNT -> "count of " + of + (column.isEmpty() ? "" : " that have " + column);
                    case COUNT_DISTINCT -> "number of different values of " + column + " in " + of;
                    case SUM, AVERAGE -> of(value.measure().function()) + " of " + column + " over " + of;
                    case MIN, MAX -> of(value.measure().function()) + " " + column + " in " + of;
                };
        boolean converted = unit.isPresent()
                && value.stored().isPresent()
                && unit.get().inBase().compareTo(value.stored().get().inBase()) != 0;
        return computed + (converted ? ", converted to " + unit.get().id() : "");
    }

    /** What a query did with so many rows, e.g. {@code count and sum of mass_kg over 4,211 rows of seizure by drug}. */
    static String method(Plan plan, long rows) {
        List<String> computed = new ArrayList<>();
        for (Plan.Value value : plan.values()) {
            Function function = value.measure().function();
            String words = of(function)
                    + value.measure().column().map(name -> " of " + name).orElse("");
            if (!computed.contains(words)) {
                computed.add(words);
            }
        }
        List<String> by = plan.groups().stream().map(Plan.Group::name).toList();
        return list(computed) + " over " + rows(rows) + " of " + plan.dataSet().id()
                + (by.isEmpty() ? "" : " by " + list(by));
    }

    static String rows(long rows) {
        return String.format(Locale.ROOT, "%,d", rows) + (rows == 1 ? " row" : " rows");
    }

    /** The conditions by column, e.g. {@code drug: fentanyl} or {@code seized: at least 2022-05-01}. */
    static Map<String, String> parameters(List<Condition> conditions) {
        Map<String, String> byColumn = new LinkedHashMap<>();
        for (Condition condition : conditions) {
            if (condition instanceof Condition.Test test) {
                byColumn.merge(test.column(), words(test), (a, b) -> a.equals(b) ? a : a + " and " + b);
            } else {
                Condition.AnyOf any = (Condition.AnyOf) condition;
                byColumn.merge(
                        "one of",
                        String.join(
                                " or ",
                                any.conditions().stream().map(Words::words).toList()),
                        (a, b) -> a + "; " + b);
            }
        }
        return byColumn;
    }

    private static String words(Condition condition) {
        if (condition instanceof Condition.Test test) {
            return test.column() + " " + words(test);
        }
        Condition.AnyOf any = (Condition.AnyOf) condition;
        return "("
                + String.join(
                        " or ", any.conditions().stream().map(Words::words).toList()) + ")";
    }

    private static String words(Condition.Test test) {
        String values = String.join(", ", test.values());
        if (test.operator() == Operator.IN) {
            return values;
        }
        return (Conditions.words(test.operator()) + " " + values).strip();
    }

    /** The number with its digits grouped, and nothing else: {@code 11,201.32}. */
    static String plain(BigDecimal value, int decimals) {
        String digits = value.setScale(decimals, RoundingMode.HALF_UP).abs().toPlainString();
        int point = digits.indexOf('.');
        StringBuilder text = new StringBuilder(digits);
        for (int i = (point < 0 ? digits.length() : point) - 3; i > 0; i -= 3) {
            text.insert(i, ',');
        }
        boolean negative = value.setScale(decimals, RoundingMode.HALF_UP).signum() < 0;
        return (negative ? "\u2212" : "") + text;
    }

    static String list(List<String> words) {
        if (words.size() == 1) {
            return words.get(0);
        }
        return String.join(", ", words.subList(0, words.size() - 1)) + " and " + words.get(words.size() - 1);
    }
}
