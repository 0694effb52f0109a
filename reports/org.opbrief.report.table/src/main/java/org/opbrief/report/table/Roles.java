package org.opbrief.report.table;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.opbrief.api.data.Column;
import org.opbrief.api.data.ColumnType;
import org.opbrief.api.data.Unit;

/**
 * What the columns of a data set are good for.
 *
 * @param time the one along which rows follow each other
 * @param quantities what adds up: numbers with a unit
 * @param numbers other numbers, of which only extremes and an average say something
 * @param categories columns whose values recur, not too many of them: those with the fewest different values
 * @param answers columns of yes or no
 * @param others columns of words that are none of these
 */
record Roles(
        Optional<Column> time,
        List<Column> quantities,
        List<Column> numbers,
        List<Column> categories,
        List<Column> answers,
        List<Column> others) {
    private static final Set<String> YEARS =
            Set.of("year", "fy", "fiscal_year", "calendar_year", "jahr", "ano", "anio");
    private static final int FEW = 60;
    private static final int OFTEN = 5;
    private static final int MOST_CATEGORIES = 12;

    static Roles of(Profile profile) {
        Optional<Column> time = profile.filled(ColumnType.DATE).stream()
                .findFirst()
                .or(() -> profile.filled(ColumnType.INTEGER).stream()
                        .filter(column -> column.unit().isEmpty()
                                && YEARS.contains(column.name().toLowerCase(Locale.ROOT)))
                        .findFirst());
        List<Column> quantities = new ArrayList<>();
        List<Column> numbers = new ArrayList<>();
        List<Column> categories = new ArrayList<>();
        List<Column> others = new ArrayList<>();
        for (Column column : profile.filled(ColumnType.INTEGER, ColumnType.DECIMAL, ColumnType.TEXT)) {
            Profile.Fill fill = profile.fill(column);
            if (time.filter(column::equals).isPresent()) {
                continue;
            }
            if (column.type() == ColumnType.TEXT) {
                (fill.different() > 1 && fill.different() * 2 <= fill.filled() ? categories : others).add(column);
            } else if (column.unit().filter(Roles::addsUp).isPresent()) {
                quantities.add(column);
            } else if (column.type() == ColumnType.INTEGER
                    && column.unit().isEmpty()
                    && fill.different() <= FEW
                    && fill.different() * OFTEN <= fill.filled()) {
                categories.add(column);
            } else {
                numbers.add(column);
            }
        }
        List<Column> shown = categories.stream()
                .sorted(Comparator.comparingLong(column -> profile.fill(column).different()))
                .limit(MOST_CATEGORIES)
                .toList();
        categories.stream().filter(column -> !shown.contains(column)).forEach(others::add);
        categories.retainAll(shown);
        return new Roles(time, quantities, numbers, categories, profile.filled(ColumnType.BOOLEAN), others);
    }

    private static boolean addsUp(Unit unit) {
        return unit.dimension() != Unit.Dimension.RATIO;
    }
}
