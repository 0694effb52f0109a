package org.opbrief.statistics;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.opbrief.api.data.Column;
import org.opbrief.api.data.Column.Constraint;
import org.opbrief.api.data.Column.Reading;
import org.opbrief.api.data.Column.Term;
import org.opbrief.api.data.ColumnType;
import org.opbrief.api.data.DataSet;
import org.opbrief.api.data.Unit;
import org.opbrief.api.statistics.DataQuery;
import org.opbrief.api.statistics.DataQuery.Comparison;
import org.opbrief.api.statistics.DataQuery.Condition;
import org.opbrief.api.statistics.DataQuery.Dimension;
import org.opbrief.api.statistics.DataQuery.Function;
import org.opbrief.api.statistics.DataQuery.Grain;
import org.opbrief.api.statistics.DataQuery.Measure;
import org.opbrief.api.statistics.DataQuery.Operator;
import org.opbrief.api.statistics.DataQuery.Order;
import org.opbrief.api.statistics.FactorSet;
import org.opbrief.api.statistics.FigureRequest.Measured;
import org.opbrief.api.statistics.Query;
import org.opbrief.api.statistics.Table;
import org.opbrief.api.statistics.Wording;

/** Seizures of seven lines in two batches, and short ways to ask about them. */
final class Fixture {

    static final Column DRUG =
            text("drug", "Drug", term("fentanyl", "Fentanyl"), term("meth", "Methamphetamine", "ice"));
    static final DataSet SEIZURE = new DataSet(
            "drug-seizure",
            "Seizures",
            "",
            "",
            List.of(
                    text("division", "Division"),
                    column("seized", "Seized", ColumnType.DATE, 0, Optional.empty()),
                    DRUG,
                    column("mass_kg", "Mass", ColumnType.DECIMAL, 3, Optional.of(Unit.KILOGRAM)),
                    column("units", "Pills", ColumnType.INTEGER, 0, Optional.of(Unit.PILL)),
                    column("lab", "Laboratory", ColumnType.BOOLEAN, 0, Optional.empty())),
            List.of(),
            List.of());

    private Fixture() {}

    static MemoryStore store() {
        MemoryStore store = new MemoryStore();
        store.batch(
                SEIZURE,
                "'Omaha', date '2018-02-03', 'meth', 100.000, null, true",
                "'Omaha', date '2018-12-31', 'fentanyl', null, 1000, false",
                "'Dallas', date '2018-10-01', 'meth', 40.500, null, null");
        store.batch(
                SEIZURE,
                "'Omaha', date '2019-09-30', 'meth', 155.000, null, true",
                "'Dallas', date '2020-01-15', 'meth', 0.001, null, false",
                "'Omaha', date '2020-06-01', 'fentanyl', null, 436, true",
                "null, null, 'fentanyl', 2.250, null, null");
        return store;
    }

    static StoreCalculation over(MemoryStore store) {
        return over(store, List.of());
    }

    static StoreCalculation over(MemoryStore store, List<FactorSet> factorSets) {
        return new StoreCalculation(Engine.duckDb(), store, Asker.LIMIT, List.of(SEIZURE), factorSets, id -> List.of());
    }

    static Column text(String name, String title, Term... vocabulary) {
        return new Column(
                name,
                title,
                "",
                ColumnType.TEXT,
                0,
                Optional.empty(),
                Reading.PLAIN,
                new Constraint(false, Optional.empty(), Optional.empty(), List.of(vocabulary)));
    }

    static Column column(String name, String title, ColumnType type, int scale, Optional<Unit> unit) {
        return new Column(name, title, "", type, scale, unit, Reading.PLAIN, Constraint.NONE);
    }

    static Term term(String value, String label, String... synonyms) {
        return new Term(value, label, List.of(synonyms));
    }

    /** A query that can be changed step by step. */
    record Asked(DataQuery query) {

        Asked where(Condition... conditions) {
            return with(List.of(conditions), query.by(), query.measures());
        }

        Asked by(Dimension... by) {
            return with(query.where(), List.of(by), query.measures());
        }

        Asked measures(Measure... measures) {
            return with(query.where(), query.by(), List.of(measures));
        }

        Asked compare(String measure, DataQuery.Against with) {
            return new Asked(new DataQuery(
                    query.id(),
                    query.from(),
                    query.where(),
                    query.by(),
                    query.measures(),
                    Optional.of(new Comparison(measure, with)),
                    query.order(),
                    query.limit()));
        }

        Asked order(String... columns) {
            List<Order> order = Arrays.stream(columns)
                    .map(name -> new Order(name.replace("-", ""), name.startsWith("-")))
                    .toList();
            return new Asked(new DataQuery(
                    query.id(),
                    query.from(),
                    query.where(),
                    query.by(),
                    query.measures(),
                    query.compare(),
                    order,
                    query.limit()));
        }

        Asked limit(int limit) {
            return new Asked(new DataQuery(
                    query.id(),
                    query.from(),
                    query.where(),
                    query.by(),
                    query.measures(),
                    query.compare(),
                    query.order(),
                    OptionalInt.of(limit)));
        }

        private Asked with(List<Condition> where, List<Dimension> by, List<Measure> measures) {
            return new Asked(new DataQuery(
                    query.id(), query.from(), where, by, measures, query.compare(), query.order(), query.limit()));
        }
    }

    /** A query of the seizures. */
    static Asked seizures() {
        return from("drug-seizure");
    }

    static Asked from(String dataSet) {
        return new Asked(new DataQuery(
                "by_drug",
                dataSet,
                List.of(),
                List.of(),
                List.of(count("seizures")),
                Optional.empty(),
                List.of(),
                OptionalInt.empty()));
    }

    static Condition is(String column, String... values) {
        return test(column, Operator.IN, values);
    }

    static Condition test(String column, Operator operator, String... values) {
        return new Condition.Test(column, operator, List.of(values));
    }

    static Dimension by(String column) {
        return new Dimension(column, "", column, Grain.VALUE);
    }

    static Dimension by(String name, Grain grain) {
        return new Dimension(name, name, "seized", grain);
    }

    static Measure count(String name, Condition... where) {
        return new Measure(name, "", Function.COUNT, Optional.empty(), List.of(where), Optional.empty(), 0);
    }

    static Measure measure(String name, Function function, String column, Condition... where) {
        return new Measure(name, "", function, Optional.of(column), List.of(where), Optional.empty(), 1);
    }

    static Measure in(Unit unit, Measure measure) {
        return new Measure(
                measure.name(),
                measure.title(),
                measure.function(),
                measure.column(),
                measure.where(),
                Optional.of(unit),
                measure.decimals());
    }

    static Measured figure(String id, Query query, String column, Condition... where) {
        return new Measured(
                id, "The " + id, Wording.EXACT, query, List.of(where), column, Optional.empty(), Optional.empty());
    }

    static Measured figure(Unit unit, Measured request) {
        return new Measured(
                request.id(),
                request.label(),
                request.wording(),
                request.query(),
                request.where(),
                request.column(),
                Optional.of(unit),
                request.decimals());
    }

    /** The fentanyl dose model with these factors. */
    static FactorSet doses(String id, String share, String purity) {
        Map<String, BigDecimal> factors = new LinkedHashMap<>();
        factors.put("lethal_dose_mg", new BigDecimal("2"));
        factors.put("pill_share", new BigDecimal(share));
        factors.put("powder_purity", new BigDecimal(purity));
        return new FactorSet(
                "fentanyl-dose",
                id,
                id,
                LocalDate.of(2022, 9, 1),
                Optional.empty(),
                "inferred",
                factors,
                List.of(
                        new FactorSet.Term("pills", Unit.PILL, List.of("pill_share"), List.of()),
                        new FactorSet.Term(
                                "powder", Unit.MILLIGRAM, List.of("powder_purity"), List.of("lethal_dose_mg"))),
                Unit.DOSE);
    }

    /** The cells as text, columns divided by a bar, empty ones as nothing. */
    static List<String> lines(Table table) {
        return IntStream.range(0, table.rowCount())
                .mapToObj(row -> IntStream.range(0, table.columns().size())
                        .mapToObj(column ->
                                table.cell(row, column).map(Fixture::cell).orElse(""))
                        .collect(Collectors.joining(" | ")))
                .toList();
    }

    private static String cell(Object cell) {
        return cell instanceof BigDecimal decimal ? decimal.stripTrailingZeros().toPlainString() : cell.toString();
    }
}
