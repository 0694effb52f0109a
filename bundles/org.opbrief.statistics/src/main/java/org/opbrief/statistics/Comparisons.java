package org.opbrief.statistics;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.opbrief.api.data.ColumnType;
import org.opbrief.api.statistics.DataQuery.Against;
import org.opbrief.api.statistics.DataQuery.Grain;

/**
 * Computes the column that a comparison adds. Exact numbers are divided here, since engines differ in how they divide.
 */
final class Comparisons {

    private Comparisons() {}

    /** Positions of the dimensions that are in time. A whole number counts as a year if there is no date. */
    static List<Integer> times(Plan plan) {
        List<Integer> dates = positions(plan, ColumnType.DATE);
        return dates.isEmpty() ? positions(plan, ColumnType.INTEGER) : dates;
    }

    private static List<Integer> positions(Plan plan, ColumnType type) {
        List<Integer> found = new ArrayList<>();
        for (int i = 0; i < plan.groups().size(); i++) {
            if (plan.groups().get(i).column().type() == type) {
                found.add(i);
            }
        }
        return found;
    }

    /**
     * The new cell of each row; null where there is nothing to compare with.
     *
     * @param measure position of the measure in the rows
     */
    static List<BigDecimal> of(Plan plan, Against against, List<List<Object>> rows, int measure) {
        return against == Against.TOTAL ? shares(rows, measure) : changes(plan, rows, measure);
    }

    private static List<BigDecimal> shares(List<List<Object>> rows, int measure) {
        BigDecimal total = BigDecimal.ZERO;
        for (List<Object> row : rows) {
            total = total.add(Objects.requireNonNullElse(number(row.get(measure)), BigDecimal.ZERO));
        }
        List<BigDecimal> shares = new ArrayList<>();
        for (List<Object> row : rows) {
            shares.add(quotient(number(row.get(measure)), total));
        }
        return shares;
    }

    /** A period that no row fell in is no predecessor: a change is over one period, never silently over two. */
    private static List<BigDecimal> changes(Plan plan, List<List<Object>> rows, int measure) {
        int time = times(plan).get(0);
        Map<List<Object>, TreeMap<Object, Object>> series = new HashMap<>();
        for (List<Object> row : rows) {
            if (row.get(time) != null) {
                series.computeIfAbsent(others(plan, row, time), key -> new TreeMap<>())
                        .put(row.get(time), Objects.requireNonNullElse(row.get(measure), Void.class));
            }
        }
        List<BigDecimal> changes = new ArrayList<>();
        for (List<Object> row : rows) {
            BigDecimal before = null;
            if (row.get(time) != null) {
                before = number(before(plan, time, series.get(others(plan, row, time)), row.get(time)));
            }
            BigDecimal now = number(row.get(measure));
            changes.add(before == null || now == null ? null : quotient(now.subtract(before), before));
        }
        return changes;
    }

    private static Object before(Plan plan, int time, TreeMap<Object, Object> series, Object now) {
        if (now instanceof Long year) {
            return series.get(year - 1);
        }
        LocalDate day = (LocalDate) now;
        Grain grain = plan.groups().get(time).dimension().grain();
        if (grain == Grain.VALUE) {
            var entry = series.lowerEntry(day);
            return entry == null ? null : entry.getValue();
        }
        return series.get(day.minusMonths(grain == Grain.QUARTER ? 3 : 1));
    }

    private static List<Object> others(Plan plan, List<Object> row, int time) {
        List<Object> key = new ArrayList<>(row.subList(0, plan.groups().size()));
        key.remove(time);
        return key;
    }

    private static BigDecimal quotient(BigDecimal part, BigDecimal whole) {
        return part == null || whole.signum() == 0 ? null : part.divide(whole, MathContext.DECIMAL128);
    }

    private static BigDecimal number(Object cell) {
        if (cell instanceof Long whole) {
            return BigDecimal.valueOf(whole);
        }
        return cell instanceof BigDecimal decimal ? decimal : null;
    }
}
