package org.opbrief.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.opbrief.api.data.Column;
import org.opbrief.api.data.ColumnType;
import org.opbrief.api.data.DataSet;
import org.opbrief.api.data.Nearest;
import org.opbrief.api.data.Unit;
import org.opbrief.api.statistics.DataQuery;
import org.opbrief.api.statistics.DataQuery.Function;
import org.opbrief.api.statistics.StatisticsException;

/** A query that was found to fit its data set. */
record Plan(DataQuery query, DataSet dataSet, Condition where, List<Group> groups, List<Value> values) {

    /** What rows are grouped by. */
    record Group(DataQuery.Dimension dimension, Column column) {

        String name() {
            return dimension.name();
        }

        ColumnType type() {
            return Fields.type(dimension, column);
        }

        boolean isVocabulary() {
            return dimension.grain() == DataQuery.Grain.VALUE
                    && !column.constraint().vocabulary().isEmpty();
        }
    }

    /**
     * What is computed.
     *
     * @param where further conditions of this measure
     * @param stored unit of the stored numbers
     * @param shown unit of the answer
     */
    record Value(
            DataQuery.Measure measure,
            Optional<Column> column,
            Condition where,
            Optional<Unit> stored,
            Optional<Unit> shown) {

        String name() {
            return measure.name();
        }

        boolean counts() {
            return measure.function() == Function.COUNT || measure.function() == Function.COUNT_DISTINCT;
        }

        boolean converts() {
            return stored.isPresent()
                    && shown.isPresent()
                    && stored.get().inBase().compareTo(shown.get().inBase()) != 0;
        }

        /** The type of the answer's cells. */
        ColumnType type() {
            if (counts()) {
                return ColumnType.INTEGER;
            }
            if (measure.function() == Function.AVERAGE || converts()) {
                return ColumnType.DECIMAL;
            }
            return column.orElseThrow().type();
        }
    }

    static Plan of(Schema schema, DataQuery query) throws StatisticsException {
        return new Planner(Subject.query(query.id()), schema.dataSet(Subject.query(query.id()), query.from()))
                .plan(query);
    }

    Value value(Subject subject, String name) throws StatisticsException {
        Optional<Value> found =
                values.stream().filter(value -> value.name().equals(name)).findFirst();
        if (found.isEmpty()) {
            List<String> names = values.stream().map(Value::name).toList();
            throw subject.wrong("the query has no measure " + name + Nearest.hint(name, names));
        }
        return found.get();
    }

    /** Names of the answer's columns that come from the store, dimensions first. */
    List<String> names() {
        List<String> names = new ArrayList<>();
        groups.forEach(group -> names.add(group.name()));
        values.forEach(value -> names.add(value.name()));
        return names;
    }

    /** The name of the column that a comparison adds. */
    Optional<String> compared() {
        return query.compare()
                .map(comparison -> comparison.measure()
                        + switch (comparison.with()) {
                            case PREVIOUS -> "_change";
                            case TOTAL -> "_share";
                        });
    }

    /** How many values an average was taken of stands in a column of its own. */
    static String countOf(Value average) {
        return average.name() + "__n";
    }

    /** Whether the store can put the rows in their order and cut them, or we must. */
    boolean orderedHere() {
        boolean byAverage = query.order().stream().anyMatch(order -> values.stream()
                .anyMatch(value ->
                        value.name().equals(order.column()) && value.measure().function() == Function.AVERAGE));
        return byAverage
                || query.compare().isPresent()
                || groups.stream()
                        .anyMatch(group -> group.isVocabulary() && Values.labelsSortOtherwise(group.column()));
    }
}
