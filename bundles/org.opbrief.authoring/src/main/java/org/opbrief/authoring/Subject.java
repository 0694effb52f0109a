package org.opbrief.authoring;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.opbrief.api.data.Column;
import org.opbrief.api.data.ColumnType;
import org.opbrief.api.data.DataSet;
import org.opbrief.api.data.Unit;

/**
 * What a first report over a data set is about.
 *
 * @param group column that the rows are grouped by
 * @param measure column that is added up; empty if there is none, so that rows are only counted
 * @param filter column that whoever runs the report may choose a value of
 */
record Subject(DataSet dataSet, Column group, Optional<Column> measure, Optional<Column> filter) {

    private static final int FEWEST_TERMS = 3;
    private static final Set<Unit.Dimension> ADDS_UP =
            Set.of(Unit.Dimension.COUNT, Unit.Dimension.MASS, Unit.Dimension.MONEY);

    static Subject of(DataSet dataSet) {
        Column group = group(dataSet);
        return new Subject(
                dataSet,
                group,
                measure(dataSet, group),
                dataSet.columns().stream()
                        .filter(Subject::hasVocabulary)
                        .filter(column -> !column.equals(group))
                        .findFirst());
    }

    /** Few and known values tell most, and of these such that every row has one; then texts, dates and whatever is there. */
    private static Column group(DataSet dataSet) {
        List<Column> columns = dataSet.columns();
        Predicate<Column> described = column -> !dataSet.key().contains(column.name());
        Predicate<Column> required = column -> column.constraint().required();
        return Stream.<Predicate<Column>>of(required.and(Subject::hasVocabulary), Subject::hasVocabulary)
                .flatMap(wanted -> columns.stream()
                        .filter(wanted)
                        .sorted(Comparator.comparing(
                                column -> column.constraint().vocabulary().size())))
                .findFirst()
                .or(() -> first(columns, described.and(required).and(column -> isPlainText(column))))
                .or(() -> first(columns, described.and(Subject::isPlainText)))
                .or(() -> first(columns, column -> column.type() == ColumnType.DATE))
                .or(() -> first(columns, column -> column.type() == ColumnType.BOOLEAN))
                .orElse(columns.get(0));
    }

    private static Optional<Column> first(List<Column> columns, Predicate<Column> wanted) {
        return columns.stream().filter(wanted).findFirst();
    }

    private static boolean hasVocabulary(Column column) {
        return column.constraint().vocabulary().size() >= FEWEST_TERMS;
    }

    private static boolean isPlainText(Column column) {
        return column.type() == ColumnType.TEXT && !isNumbering(column);
    }

    /** Numbers of cases, badges and the like, and years: nothing that adds up. */
    private static boolean isNumbering(Column column) {
        return column.name().matches("(.*_)?(id|no|nr|number|code|year|zip|version)");
    }

    /** Something with a unit, before mere numbers. */
    private static Optional<Column> measure(DataSet dataSet, Column group) {
        List<Column> numbers = dataSet.columns().stream()
                .filter(column -> column.type() == ColumnType.INTEGER || column.type() == ColumnType.DECIMAL)
                .filter(column -> column.unit()
                        .map(Unit::dimension)
                        .map(ADDS_UP::contains)
                        .orElse(true))
                .filter(column -> !dataSet.key().contains(column.name()) && !column.equals(group))
                .filter(column -> !isNumbering(column))
                .toList();
        return numbers.stream()
                .filter(column -> column.unit().isPresent())
                .findFirst()
                .or(() -> numbers.stream().findFirst());
    }

    /** A date that rows could be told by. */
    Optional<Column> date() {
        return first(dataSet.columns(), column -> column.type() == ColumnType.DATE);
    }

    /** The group's column in an answer: a date is grouped by year. */
    String groupName() {
        return group.type() == ColumnType.DATE ? "year" : group.name();
    }

    String groupTitle() {
        return group.type() == ColumnType.DATE ? "Year" : group.title();
    }

    /** What the number of rows is called in an answer. */
    String countName() {
        return groupName().equals("records") ? "rows" : "records";
    }

    /** {@code Drug seizures by drug}. */
    String about() {
        return dataSet.title() + " by " + Texts.inSentence(groupTitle());
    }

    /** The measure's column in an answer: its column without the unit in the name. */
    Optional<String> measureName() {
        return measure.map(column -> {
            String suffix = "_" + column.unit().map(Unit::id).orElse("");
            String name = column.name().endsWith(suffix) && column.name().length() > suffix.length()
                    ? column.name().substring(0, column.name().length() - suffix.length())
                    : column.name();
            List<String> taken = new ArrayList<>(List.of(countName(), groupName()));
            return taken.contains(name) ? "total" : name;
        });
    }
}
