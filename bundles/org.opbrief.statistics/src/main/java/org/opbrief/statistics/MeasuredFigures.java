package org.opbrief.statistics;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.opbrief.api.data.ColumnType;
import org.opbrief.api.data.DataSet;
import org.opbrief.api.data.Unit;
import org.opbrief.api.statistics.Answer;
import org.opbrief.api.statistics.DataQuery;
import org.opbrief.api.statistics.DataQuery.Function;
import org.opbrief.api.statistics.Figure;
import org.opbrief.api.statistics.FigureRequest;
import org.opbrief.api.statistics.Passport;
import org.opbrief.api.statistics.StatisticsException;
import org.opbrief.api.statistics.Table;

/** Computes figures out of the store. */
final class MeasuredFigures {
    private final Schema schema;
    private final Selects selects;
    private final Asker asker;
    private final Sources sources;
    private final Answers answers;

    MeasuredFigures(Schema schema, Engine engine, Asker asker, Sources sources, Answers answers) {
        this.schema = schema;
        this.selects = new Selects(engine);
        this.asker = asker;
        this.sources = sources;
        this.answers = answers;
    }

    /** A figure and where its rows are. */
    record Made(Figure figure, Sources.Origin origin) {}

    Made of(FigureRequest.Measured request) throws StatisticsException {
        Subject subject = Subject.figure(request.id(), request.query().id());
        return request.query() instanceof DataQuery query ? total(subject, request, query) : cell(subject, request);
    }

    /** The figure's own aggregate, so that its rows can be named, whatever the query groups by. */
    private Made total(Subject subject, FigureRequest.Measured request, DataQuery query) throws StatisticsException {
        Plan plan = Plan.of(schema, query);
        DataSet dataSet = plan.dataSet();
        Plan.Value value = plan.value(subject, request.column());
        if (value.type() == ColumnType.DATE) {
            throw subject.wrong("measure " + value.name() + " is a date, but a figure is a number.");
        }
        Condition where = plan.where()
                .and(new Conditions(subject, dataSet, query.by()).all(request.where()))
                .and(value.where());
        Condition contributing = Selects.contributing(value, where);
        List<Passport.Source> batches = sources.of(subject, dataSet, contributing);
        long rows = Sources.rows(batches);
        Unit stored = value.stored().orElseThrow();
        Unit unit = request.unit().or(value::shown).orElse(stored);
        checkUnit(subject, request.column(), stored, unit);

        String sql = selects.total(plan, value, where);
        List<Object> answer = asker.ask(subject, List.of(dataSet), sql).cells().get(0);
        BigDecimal number = number(subject, dataSet, value, answer, stored, unit);

        List<DataQuery.Condition> conditions = new ArrayList<>(query.where());
        conditions.addAll(request.where());
        conditions.addAll(value.measure().where());
        Passport passport = new Passport(
                Words.method(value, dataSet, rows, Optional.of(unit)),
                Optional.of(sql),
                Optional.of(selects.rows(dataSet, contributing, Selects.adds(value))),
                Words.parameters(conditions),
                batches,
                rows,
                List.of(),
                Optional.empty());
        int decimals = request.decimals().orElse(value.measure().decimals());
        return new Made(
                figure(request, number, unit, decimals, passport),
                new Sources.Origin(Map.of(dataSet, contributing), batches));
    }

    private static BigDecimal number(
            Subject subject, DataSet dataSet, Plan.Value value, List<Object> answer, Unit stored, Unit unit)
            throws StatisticsException {
        Function function = value.measure().function();
        if (answer.get(0) == null) {
            if (function == Function.SUM) {
                return BigDecimal.ZERO;
            }
            throw subject.wrong("no row of " + dataSet.id() + " satisfies its conditions, so there is no "
                    + Words.of(function) + " " + value.measure().column().orElseThrow() + ".");
        }
        BigDecimal number = AnswerTable.decimal(answer.get(0));
        if (function == Function.AVERAGE) {
            number = number.divide(AnswerTable.decimal(answer.get(1)), MathContext.DECIMAL128);
        }
        return stored.convert(number, unit);
    }

    private Made cell(Subject subject, FigureRequest.Measured request) throws StatisticsException {
        Answer answer = answers.of(request.query());
        AnswerCell cell = new AnswerCell(subject, answer.table());
        Table.Column column = cell.column(request.column());
        BigDecimal number = cell.number(request.column(), request.where());
        Unit stored = column.unit().orElse(Unit.COUNT);
        Unit unit = request.unit().orElse(stored);
        checkUnit(subject, request.column(), stored, unit);
        Passport of = answer.passport();
        Map<String, String> parameters = new LinkedHashMap<>(of.parameters());
        parameters.putAll(Words.parameters(request.where()));
        Passport passport = new Passport(
                column.name() + " in one row of query " + request.query().id() + ": " + of.method(),
                of.sql(),
                Optional.empty(),
                parameters,
                of.batches(),
                of.rows(),
                of.inputs(),
                of.factors());
        int decimals = request.decimals().orElse(column.decimals());
        return new Made(
                figure(request, stored.convert(number, unit), unit, decimals, passport),
                new Sources.Origin(Map.of(), of.batches()));
    }

    private static void checkUnit(Subject subject, String column, Unit stored, Unit unit) throws StatisticsException {
        if (!stored.convertsTo(unit)) {
            throw subject.wrong(
                    "measure " + column + " is in " + stored.id() + ", which does not convert to " + unit.id() + ".");
        }
    }

    private static Figure figure(
            FigureRequest.Measured request, BigDecimal value, Unit unit, int decimals, Passport passport) {
        return new Figure(
                request.id(),
                request.label(),
                value,
                unit,
                decimals,
                request.wording(),
                false,
                List.of(),
                Words.plain(value, decimals),
                passport);
    }
}
