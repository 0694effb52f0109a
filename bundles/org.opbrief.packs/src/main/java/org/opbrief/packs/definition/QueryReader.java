package org.opbrief.packs.definition;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.opbrief.api.data.Column;
import org.opbrief.api.data.ColumnType;
import org.opbrief.api.data.DataSet;
import org.opbrief.api.data.Unit;
import org.opbrief.api.statistics.DataQuery;
import org.opbrief.api.statistics.Query;
import org.opbrief.packs.yaml.DefinitionException;
import org.opbrief.packs.yaml.Settings;
import org.opbrief.packs.yaml.Value;

/** Reads the {@code queries} of a report and checks them against the data sets. */
final class QueryReader {

    private static final Pattern CALL = Pattern.compile("([a-z_]+)\\(\\s*([a-z][a-z0-9_]*)?\\s*\\)");
    private static final Map<String, DataQuery.Function> FUNCTIONS = Map.of(
            "count", DataQuery.Function.COUNT,
            "count_distinct", DataQuery.Function.COUNT_DISTINCT,
            "sum", DataQuery.Function.SUM,
            "min", DataQuery.Function.MIN,
            "max", DataQuery.Function.MAX,
            "average", DataQuery.Function.AVERAGE);
    private static final Map<String, DataQuery.Grain> GRAINS = Map.of(
            "year", DataQuery.Grain.YEAR,
            "quarter", DataQuery.Grain.QUARTER,
            "month", DataQuery.Grain.MONTH,
            "fiscal_year", DataQuery.Grain.FISCAL_YEAR);
    private static final Pattern SQL_PARAMETER = Pattern.compile("(?<!:):([a-z][a-z0-9_]*)");
    private static final int MOST_ROWS = 1_048_575;
    private static final int MOST_DECIMALS = 15;
    private static final int USUAL_DECIMALS = 2;

    private final Function<String, Optional<DataSet>> dataSets;
    private final Presence presence;
    private final ConditionReader conditions;

    QueryReader(Function<String, Optional<DataSet>> dataSets, Presence presence) {
        this.dataSets = dataSets;
        this.presence = presence;
        this.conditions = new ConditionReader(presence);
    }

    Query read(String id, Value value) throws DefinitionException {
        Settings settings = value.settings();
        Query query = settings.has("sql")
                ? sql(id, settings)
                : settings.has("statistic") ? computed(id, settings) : data(id, settings);
        settings.end();
        return query;
    }

    private Query sql(String id, Settings settings) throws DefinitionException {
        List<Query.Heading> headings = new ArrayList<>();
        for (Map.Entry<String, Value> entry : settings.entries("headings").entrySet()) {
            Settings heading = entry.getValue().settings();
            headings.add(new Query.Heading(
                    entry.getKey(),
                    heading.needText("title"),
                    Names.unit(heading.find("unit")),
                    heading.has("decimals") ? heading.need("decimals").whole(0, MOST_DECIMALS) : 0));
            heading.end();
        }
        Value sql = settings.need("sql");
        return new Query.Sql(id, sql.text(), references(sql), headings);
    }

    /** The parameters that SQL names, still without their values. */
    private Map<String, String> references(Value sql) throws DefinitionException {
        Map<String, String> references = new LinkedHashMap<>();
        Matcher matcher = SQL_PARAMETER.matcher(sql.text());
        while (matcher.find()) {
            String name = matcher.group(1);
            Names.check(sql, "the parameter", name, presence.parameters());
            if (presence.whyNoValue(name, When.ALWAYS).isPresent()) {
                throw sql.error(
                        "the parameter '" + name + "' need not have a value, which SQL cannot leave out; make it"
                                + " 'required: true' or give it a 'default'");
            }
            references.put(name, "$" + name);
        }
        return references;
    }

    private Query computed(String id, Settings settings) throws DefinitionException {
        Map<String, String> arguments = new LinkedHashMap<>();
        for (Map.Entry<String, Value> entry : settings.entries("arguments").entrySet()) {
            arguments.put(entry.getKey(), conditions.text(entry.getValue()));
        }
        return new Query.Computed(id, settings.needText("statistic"), arguments);
    }

    private Query data(String id, Settings settings) throws DefinitionException {
        Value from = settings.need("from");
        DataSet dataSet = Names.dataSet(from, dataSets);
        List<DataQuery.Dimension> by = new ArrayList<>();
        Optional<Value> dimensions = settings.find("by");
        if (dimensions.isPresent()) {
            for (Value dimension : dimensions.get().oneOrMore()) {
                by.add(dimension(dimension, dataSet));
            }
        }
        List<DataQuery.Measure> measures = new ArrayList<>();
        for (Map.Entry<String, Value> entry :
                settings.need("measures").entries().entrySet()) {
            measures.add(measure(Names.name(entry.getKey(), entry.getValue()), entry.getValue(), dataSet));
        }
        if (measures.isEmpty()) {
            throw settings.need("measures").error("a query needs at least one measure");
        }
        Set<String> columns = new LinkedHashSet<>();
        for (String column : Stream.concat(
                        by.stream().map(DataQuery.Dimension::name),
                        measures.stream().map(DataQuery.Measure::name))
                .toList()) {
            if (!columns.add(column)) {
                throw settings.map().error("two columns of the answer are named '" + column + "'; rename one");
            }
        }
        Optional<DataQuery.Comparison> compare = compare(settings, by, measures, dataSet);
        compare.ifPresent(comparison -> columns.add(
                comparison.measure() + (comparison.with() == DataQuery.Against.PREVIOUS ? "_change" : "_share")));
        return new DataQuery(
                id,
                dataSet.id(),
                conditions.read(settings.find("where"), dataSet),
                by,
                measures,
                compare,
                order(settings, columns),
                settings.has("limit")
                        ? OptionalInt.of(settings.need("limit").whole(1, MOST_ROWS))
                        : OptionalInt.empty());
    }

    /** {@code drug}, {@code {year: seized}} or {@code {column: seized, grain: year, name: y, title: Year}}. */
    private static DataQuery.Dimension dimension(Value value, DataSet dataSet) throws DefinitionException {
        if (!value.isMap()) {
            Column column = column(value, value.text(), dataSet);
            return new DataQuery.Dimension(column.name(), "", column.name(), DataQuery.Grain.VALUE);
        }
        Settings settings = value.settings();
        for (Map.Entry<String, DataQuery.Grain> grain : GRAINS.entrySet()) {
            if (settings.has(grain.getKey())) {
                Column column = column(settings.need(grain.getKey()), settings.needText(grain.getKey()), dataSet);
                DataQuery.Dimension dimension = dimension(settings, grain.getKey(), column, grain.getValue());
                settings.end();
                return dimension;
            }
        }
        Column column = column(settings.need("column"), settings.needText("column"), dataSet);
        DataQuery.Grain grain = settings.has("grain")
                ? GRAINS.get(settings.need("grain").word(GRAINS.keySet()))
                : DataQuery.Grain.VALUE;
        DataQuery.Dimension dimension = dimension(settings, column.name(), column, grain);
        settings.end();
        return dimension;
    }

    private static DataQuery.Dimension dimension(Settings settings, String name, Column column, DataQuery.Grain grain)
            throws DefinitionException {
        if (grain != DataQuery.Grain.VALUE && column.type() != ColumnType.DATE) {
            throw settings.map().error("the column '" + column.name() + "' is no date, so it has no " + name);
        }
        return new DataQuery.Dimension(
                settings.has("name") ? Names.name(settings.needText("name"), settings.need("name")) : name,
                settings.text("title"),
                column.name(),
                grain);
    }

    /** {@code sum(mass_kg)} or {@code {of: sum(mass_kg), title: Mass, unit: lb, decimals: 2, where: {…}}}. */
    private DataQuery.Measure measure(String name, Value value, DataSet dataSet) throws DefinitionException {
        if (!value.isMap()) {
            return measure(name, value, "", List.of(), Optional.empty(), Optional.empty(), dataSet);
        }
        Settings settings = value.settings();
        DataQuery.Measure measure = measure(
                name,
                settings.need("of"),
                settings.text("title"),
                conditions.read(settings.find("where"), dataSet),
                settings.find("unit"),
                settings.find("decimals"),
                dataSet);
        settings.end();
        return measure;
    }

    private static DataQuery.Measure measure(
            String name,
            Value call,
            String title,
            List<DataQuery.Condition> where,
            Optional<Value> unit,
            Optional<Value> decimals,
            DataSet dataSet)
            throws DefinitionException {
        Matcher matcher = CALL.matcher(call.text());
        if (!matcher.matches()) {
            throw call.error("'" + call.text() + "' is not a measure such as sum(mass_kg) or count()");
        }
        Names.check(call, "the function", matcher.group(1), FUNCTIONS.keySet());
        DataQuery.Function function = FUNCTIONS.get(matcher.group(1));
        Optional<Column> column = Optional.empty();
        if (matcher.group(2) != null) {
            column = Optional.of(column(call, matcher.group(2), dataSet));
        } else if (function != DataQuery.Function.COUNT) {
            throw call.error(matcher.group(1) + "() names the column that it is computed of");
        }
        boolean counts = function == DataQuery.Function.COUNT || function == DataQuery.Function.COUNT_DISTINCT;
        if (!counts && !ColumnReader.isNumber(column.orElseThrow().type())) {
            boolean extreme = function == DataQuery.Function.MIN || function == DataQuery.Function.MAX;
            if (!extreme || column.get().type() != ColumnType.DATE) {
                throw call.error("the column '" + matcher.group(2) + "' does not hold numbers");
            }
        }
        if (unit.isPresent()) {
            checkUnit(unit.get(), counts ? Optional.empty() : column);
        }
        int digits = decimals.isPresent()
                ? decimals.get().whole(0, MOST_DECIMALS)
                : counts ? 0 : usualDecimals(function, column.orElseThrow());
        return new DataQuery.Measure(name, title, function, column.map(Column::name), where, Names.unit(unit), digits);
    }

    private static int usualDecimals(DataQuery.Function function, Column column) {
        return function == DataQuery.Function.AVERAGE ? USUAL_DECIMALS : Math.min(column.scale(), USUAL_DECIMALS);
    }

    /** A number in a unit can be told in another one of its dimension. */
    static void checkUnit(Value unit, Optional<Column> column) throws DefinitionException {
        Optional<Unit> own = column.flatMap(Column::unit);
        if (own.isEmpty() || !own.get().convertsTo(Names.unit(unit))) {
            throw unit.error("the number is "
                    + own.map(known -> "in " + known.id() + ", which does not convert to ")
                            .orElse("without a unit, which cannot become ")
                    + unit.text());
        }
    }

    private static Optional<DataQuery.Comparison> compare(
            Settings settings, List<DataQuery.Dimension> by, List<DataQuery.Measure> measures, DataSet dataSet)
            throws DefinitionException {
        Optional<Value> value = settings.find("compare");
        if (value.isEmpty()) {
            return Optional.empty();
        }
        Settings compare = value.get().settings();
        Value measure = compare.need("measure");
        Names.check(
                measure,
                "the measure",
                measure.text(),
                measures.stream().map(DataQuery.Measure::name).toList());
        DataQuery.Against with = DataQuery.Against.valueOf(
                compare.need("with").word(List.of("previous", "total")).toUpperCase(Locale.ROOT));
        compare.end();
        long times = times(by, dataSet);
        if (with == DataQuery.Against.PREVIOUS && times != 1) {
            throw value.get()
                    .error("'previous' wants one dimension in time (a date, or a year as a whole number) in 'by', not "
                            + times);
        }
        return Optional.of(new DataQuery.Comparison(measure.text(), with));
    }

    /** Dimensions that are dates in the answer; if none is, those that are whole numbers, as years are. */
    private static long times(List<DataQuery.Dimension> by, DataSet dataSet) {
        List<ColumnType> types = by.stream()
                .map(dimension -> switch (dimension.grain()) {
                    case YEAR, FISCAL_YEAR -> ColumnType.INTEGER;
                    default -> dataSet.column(dimension.column()).orElseThrow().type();
                })
                .toList();
        long dates = types.stream().filter(ColumnType.DATE::equals).count();
        return dates > 0
                ? dates
                : types.stream().filter(ColumnType.INTEGER::equals).count();
    }

    private static List<DataQuery.Order> order(Settings settings, Set<String> columns) throws DefinitionException {
        List<DataQuery.Order> order = new ArrayList<>();
        Optional<Value> value = settings.find("order");
        if (value.isPresent()) {
            for (Value entry : value.get().oneOrMore()) {
                boolean descending = entry.text().startsWith("-");
                String name = descending ? entry.text().substring(1) : entry.text();
                Names.check(entry, "the column of the answer", name, columns);
                order.add(new DataQuery.Order(name, descending));
            }
        }
        return order;
    }

    private static Column column(Value at, String name, DataSet dataSet) throws DefinitionException {
        Names.check(
                at,
                "the column of " + dataSet.id(),
                name,
                dataSet.columns().stream().map(Column::name).toList());
        return dataSet.column(name).orElseThrow();
    }
}
