package org.opbrief.statistics;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jooq.Param;
import org.jooq.Queries;
import org.jooq.Select;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.ParserException;
import org.opbrief.api.data.DataSet;
import org.opbrief.api.data.Nearest;
import org.opbrief.api.statistics.Query;
import org.opbrief.api.statistics.StatisticsException;

/** Lets SQL through that is one SELECT over data sets and nothing else, with all its values in it. */
final class SqlGate {
    private final Engine engine;
    private final Schema schema;

    SqlGate(Engine engine, Schema schema) {
        this.engine = engine;
        this.schema = schema;
    }

    /** SQL for the engine, and the data sets that it reads. */
    record Passed(String sql, List<DataSet> dataSets) {}

    Passed check(Query.Sql query) throws StatisticsException {
        Subject subject = Subject.query(query.id());
        Select<?> select = parse(subject, query.sql());
        bind(subject, select, query.parameters());
        SqlParts parts = new SqlParts(subject, schema);
        String sql;
        try {
            sql = engine.text(select, parts);
        } catch (DataAccessException | UnsupportedOperationException e) {
            throw subject.wrong("its SQL cannot be written for the store: " + firstLine(e), e);
        }
        return new Passed(sql, parts.dataSets());
    }

    private Select<?> parse(Subject subject, String sql) throws StatisticsException {
        Queries parsed;
        try {
            parsed = engine.parse(sql);
        } catch (ParserException e) {
            throw subject.wrong("its SQL cannot be read: " + reason(e), e);
        }
        org.jooq.Query[] queries = parsed.queries();
        if (queries.length != 1) {
            throw subject.wrong("its SQL has " + queries.length + " statements; give one SELECT.");
        }
        if (!(queries[0] instanceof Select<?> select)) {
            throw subject.wrong("its SQL is no SELECT, and nothing else is allowed.");
        }
        return select;
    }

    private static void bind(Subject subject, Select<?> select, Map<String, String> values) throws StatisticsException {
        Map<String, Param<?>> named = new LinkedHashMap<>();
        for (Map.Entry<String, Param<?>> entry : select.getParams().entrySet()) {
            Param<?> param = entry.getValue();
            if (param.getParamName() != null) {
                named.put(entry.getKey(), param);
            } else if (!param.isInline() && param.getValue() == null) {
                throw subject.wrong("its SQL has a ? for a value; write :name.");
            }
        }
        for (String name : named.keySet()) {
            String value = values.get(name);
            if (value == null) {
                throw subject.wrong("its SQL names the parameter :" + name + ", which has no value"
                        + Nearest.hint(name, new ArrayList<>(new TreeSet<>(values.keySet()))));
            }
            select.bind(name, value);
        }
    }

    /** Where the parser stopped and why, without the text that it repeats. */
    private static String reason(ParserException e) {
        String message = String.valueOf(e.getMessage());
        int position = message.indexOf(": [");
        String reason = position < 0 ? "it is not understood" : message.substring(0, position);
        if (reason.startsWith("Unsupported query type")) {
            reason = "only SELECT is allowed";
        } else if (reason.startsWith("Unknown function")) {
            reason = "this function is not known to be portable, or reads what is no data set";
        }
        return reason + " (line " + e.line() + ", column " + e.column() + ").";
    }

    private static String firstLine(Exception e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("it is not supported") + ".";
    }
}
