package org.opbrief.store;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.opbrief.api.data.Column;
import org.opbrief.api.data.ColumnType;
import org.opbrief.api.data.Mapping;
import org.opbrief.api.data.Unit;

/**
 * SQL that expresses a file's numbers in a column's unit, exactly but for the last of the column's digits.
 *
 * @param column a number with a unit
 * @param unit SQL of the word for a row's unit in lower case; empty if all rows have the same
 * @param units units by their words in lower case; one without a word if all rows have the same
 */
record Conversion(Column column, Optional<String> unit, Map<String, Unit> units) {
    /** Digits before and behind the point of a number that is converted: with a factor's there is room for all. */
    private static final String WIDE = "DECIMAL(20,9)";

    private static final int FACTOR_SCALE = 16;

    /** Empty if there is nothing to do. */
    static Optional<Conversion> of(Column column, Mapping.NumberUnit given, UnaryOperator<String> fields) {
        if (column.unit().isEmpty()) {
            return Optional.empty();
        }
        if (given instanceof Mapping.SameUnit same) {
            return same.unit().equals(column.unit().get())
                    ? Optional.empty()
                    : Optional.of(new Conversion(column, Optional.empty(), Map.of("", same.unit())));
        }
        Mapping.UnitOfRow ofRow = (Mapping.UnitOfRow) given;
        Map<String, Unit> units = new LinkedHashMap<>(UnitWords.all());
        ofRow.units().forEach((word, each) -> units.put(word.strip().toLowerCase(Locale.ROOT), each));
        String word = UnitWords.word(fields.apply(ofRow.header()));
        return Optional.of(new Conversion(column, Optional.of(word), units));
    }

    /** The raw text, and none where the unit measures something else than the column. */
    String relevant(String raw) {
        String others = words(false);
        return unit.isEmpty() || others.isEmpty()
                ? raw
                : "CASE WHEN " + unit.get() + " IN (" + others + ") THEN NULL ELSE " + raw + " END";
    }

    /** @param text SQL of a plain number */
    String converted(String text) {
        String wide = "TRY_CAST(" + text + " AS " + WIDE + ")";
        String type = Tables.type(column);
        if (unit.isEmpty()) {
            return "TRY_CAST(" + times(wide, units.get("")) + " AS " + type + ")";
        }
        StringBuilder sql = new StringBuilder("CASE ").append(unit.get());
        units.forEach((word, each) -> {
            if (fits(each)) {
                sql.append(" WHEN " + Sql.text(word) + " THEN TRY_CAST(" + times(wide, each) + " AS " + type + ")");
            }
        });
        return sql + " END";
    }

    /** Why a number has no value, if its unit is the reason; NULL if not. */
    String problem() {
        return unit.map(word -> "CASE WHEN coalesce(" + word + ", '') = '' THEN 'has no unit' WHEN " + word
                        + " NOT IN (" + words(true) + ") THEN 'has the unknown unit \"' || " + word + " || '\"' END")
                .orElse("NULL");
    }

    private String times(String wide, Unit from) {
        BigDecimal factor = from.convert(BigDecimal.ONE, column.unit().orElseThrow())
                .setScale(FACTOR_SCALE, RoundingMode.HALF_EVEN)
                .stripTrailingZeros();
        BigDecimal plain = factor.scale() < 0 ? factor.setScale(0) : factor;
        return plain.compareTo(BigDecimal.ONE) == 0
                ? wide
                : "(" + wide + " * CAST(" + plain.toPlainString() + " AS DECIMAL("
                        + Math.max(plain.precision(), plain.scale() + 1) + "," + plain.scale() + ")))";
    }

    private boolean fits(Unit each) {
        Unit target = column.unit().orElseThrow();
        return each.convertsTo(target)
                && (column.type() == ColumnType.DECIMAL || each.inBase().compareTo(target.inBase()) == 0);
    }

    private String words(boolean fitting) {
        return units.entrySet().stream()
                .filter(entry -> fits(entry.getValue()) == fitting)
                .map(entry -> Sql.text(entry.getKey()))
                .collect(Collectors.joining(", "));
    }
}
