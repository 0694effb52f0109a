package org.opbrief.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.opbrief.api.data.Column;
import org.opbrief.api.data.ColumnType;
import org.opbrief.api.data.DataSet;
import org.opbrief.api.data.Finding;
import org.opbrief.api.data.Unit;

/** What breaks no rule and may still make figures wrong. */
final class Suspicions {
    /** Words for a row that sums up others, in English, German and Spanish. */
    private static final String TOTAL =
            "'((grand |sub-?)?totals?|all( .*)?|sum|overall|gesamt|insgesamt|summe|bund(esrepublik.*|esgebiet)?|suma)'";

    private static final Pattern UNIT_WORD = Pattern.compile(
            ".*(?<![a-z])(kgs?|kilograms?|g|grams?|mg|lbs?|pounds?|oz|ounces?|usd|dollars?|pct|percent|%|\\$)(?![a-z]).*");
    /** More zeros than one in so many rows are how the file is, not a slip. */
    private static final int FEW = 5;

    private static final int SOME = 3;

    private final Connection connection;
    private final DataSet dataSet;
    private final String rows;

    Suspicions(Connection connection, DataSet dataSet, long batch) {
        this.connection = connection;
        this.dataSet = dataSet;
        this.rows = " FROM " + Tables.name(dataSet) + " WHERE _batch = " + batch;
    }

    /** @param asOf the day whose state the data describe */
    List<Finding> all(List<Filling> fillings, LocalDate asOf) throws SQLException {
        List<Finding> findings = new ArrayList<>();
        for (Filling filling : fillings) {
            switch (filling.column().type()) {
                case DATE -> future(filling, asOf).ifPresent(findings::add);
                case TEXT -> totals(filling).ifPresent(findings::add);
                case DECIMAL -> {
                    unnamedUnit(filling).ifPresent(findings::add);
                    for (Filling other : fillings) {
                        zeros(filling, other).ifPresent(findings::add);
                    }
                }
                default -> {}
            }
        }
        Optional<Filling> day = fillings.stream()
                .filter(filling -> filling.column().type() == ColumnType.DATE)
                .findFirst();
        if (day.isPresent()) {
            for (Filling filling : fillings) {
                late(filling, day.get()).ifPresent(findings::add);
            }
        }
        return findings;
    }

    private Optional<Finding> future(Filling filling, LocalDate asOf) throws SQLException {
        String name = name(filling);
        long count = Sql.number(
                connection, "SELECT count(*)" + rows + " AND " + name + " > CAST(? AS DATE)", asOf.toString());
        return count == 0
                ? Optional.empty()
                : warning(
                        filling,
                        rows(count) + " of " + filling.header() + " " + (count == 1 ? "is" : "are") + " after " + asOf
                                + ", the day whose state the data describe.");
    }

    private Optional<Finding> totals(Filling filling) throws SQLException {
        if (!filling.column().constraint().vocabulary().isEmpty()
                && !filling.column().constraint().open()) {
            return Optional.empty();
        }
        String name = name(filling);
        return Sql.ask(
                connection,
                "SELECT count(*), min(" + name + "), (SELECT count(*)" + rows + ")" + rows
                        + " AND regexp_full_match(lower(trim(" + name + ")), " + TOTAL + ")",
                List.of(),
                row -> {
                    row.next();
                    long count = row.getLong(1);
                    return count == 0 || count == row.getLong(3)
                            ? Optional.empty()
                            : warning(
                                    filling,
                                    rows(count) + " with \"" + row.getString(2) + "\" in " + filling.header()
                                            + " " + (count == 1 ? "seems" : "seem")
                                            + " to sum up others: parts and wholes stand in one column, and a plain sum counts"
                                            + " twice.");
                });
    }

    /** A quantity that rounds to nothing is not nothing. */
    private Optional<Finding> zeros(Filling quantity, Filling count) throws SQLException {
        Column column = count.column();
        if (column.type() != ColumnType.INTEGER
                || column.unit().isPresent()
                || quantity.column().unit().isEmpty()
                || dataSet.key().contains(column.name())) {
            return Optional.empty();
        }
        String condition = " AND " + name(quantity) + " = 0 AND " + name(count) + " > 0";
        long found = Sql.number(connection, "SELECT count(*)" + rows + condition);
        if (found == 0 || found * FEW > Sql.number(connection, "SELECT count(*)" + rows)) {
            return Optional.empty();
        }
        return warning(
                quantity,
                rows(found) + " " + (found == 1 ? "has" : "have") + " a zero in " + quantity.header()
                        + " and a number above zero in " + count.header()
                        + ": what was counted there was too little to show, or was not measured.");
    }

    private Optional<Finding> unnamedUnit(Filling filling) {
        Optional<Unit> unit = filling.column().unit();
        boolean named =
                UNIT_WORD.matcher(filling.header().toLowerCase(Locale.ROOT)).matches();
        return unit.isEmpty()
                        || unit.get().dimension() != Unit.Dimension.MASS
                        || named
                        || filling.conversion().isPresent()
                ? Optional.empty()
                : warning(
                        filling,
                        "The file does not say in which unit " + filling.header() + " is; it is taken as "
                                + unit.get().plural() + ".");
    }

    /** Blank before something was recorded is not zero. */
    private Optional<Finding> late(Filling filling, Filling day) throws SQLException {
        ColumnType type = filling.column().type();
        if (type == ColumnType.TEXT
                || type == ColumnType.DATE
                || filling.column().constraint().required()) {
            return Optional.empty();
        }
        String name = name(filling);
        String date = name(day);
        return Sql.ask(
                connection,
                "SELECT CAST(first AS VARCHAR), before, filled, later FROM (SELECT first, count_if(" + date
                        + " < first) AS before, count_if(" + name + " IS NOT NULL) AS filled, count_if(" + date
                        + " >= first) AS later FROM (SELECT *, min(" + date + ") FILTER (" + name
                        + " IS NOT NULL) OVER () AS first" + rows + ") GROUP BY first)",
                List.of(),
                row -> {
                    if (!row.next() || row.getString(1) == null) {
                        return Optional.empty();
                    }
                    long before = row.getLong(2);
                    boolean mostlyFilled = row.getLong(3) * 2 >= row.getLong(4);
                    boolean manyBefore = before >= SOME && before * 20 >= before + row.getLong(4);
                    return mostlyFilled && manyBefore
                            ? warning(
                                    filling,
                                    filling.header() + " has no value in the " + rows(before) + " before "
                                            + row.getString(1)
                                            + " and mostly has one from then on: blank is not zero there.")
                            : Optional.empty();
                });
    }

    private static String name(Filling filling) {
        return Sql.name(filling.column().name());
    }

    private static Optional<Finding> warning(Filling filling, String text) {
        return Optional.of(Finding.warning(text).of(filling.header()));
    }

    private static String rows(long count) {
        return String.format(Locale.ROOT, "%,d %s", count, count == 1 ? "row" : "rows");
    }
}
