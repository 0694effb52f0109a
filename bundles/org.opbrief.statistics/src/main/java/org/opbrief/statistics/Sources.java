package org.opbrief.statistics;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.opbrief.api.data.Batch;
import org.opbrief.api.data.DataSet;
import org.opbrief.api.statistics.Passport;
import org.opbrief.api.statistics.StatisticsException;

/** Tells which batches rows came from, and how many from each. */
final class Sources {
    private final Asker asker;
    private final Selects selects;

    Sources(Asker asker, Engine engine) {
        this.asker = asker;
        this.selects = new Selects(engine);
    }

    /**
     * Where a figure's rows are.
     *
     * @param rows the rows by data set; empty if only batches are known
     * @param batches those that are known
     */
    record Origin(Map<DataSet, Condition> rows, List<Passport.Source> batches) {

        /** The origin of what was made of several figures. */
        static Origin union(Collection<Origin> origins, List<Passport.Source> batches) {
            boolean known = origins.stream().noneMatch(origin -> origin.rows().isEmpty());
            return new Origin(known ? merged(origins) : Map.of(), batches);
        }
    }

    private static Map<DataSet, Condition> merged(Collection<Origin> origins) {
        Map<DataSet, Condition> merged = new LinkedHashMap<>();
        for (Origin origin : origins) {
            origin.rows().forEach((dataSet, where) -> merged.merge(dataSet, where, Sources::or));
        }
        return merged;
    }

    private static Condition or(Condition a, Condition b) {
        boolean all = a == DSL.noCondition() || b == DSL.noCondition();
        return all ? DSL.noCondition() : a.or(b);
    }

    /** The rows of the condition by batch. */
    List<Passport.Source> of(Subject subject, DataSet dataSet, Condition where) throws StatisticsException {
        Rows rows = asker.ask(subject, List.of(dataSet), selects.batches(dataSet, where));
        List<Passport.Source> sources = new ArrayList<>();
        for (List<Object> row : rows.cells()) {
            sources.add(new Passport.Source(asker.batch(subject, (Long) row.get(0)), (Long) row.get(1)));
        }
        return sources;
    }

    /** All batches of the data sets: which of their rows went in is not known. */
    List<Passport.Source> of(Subject subject, List<DataSet> dataSets) throws StatisticsException {
        List<String> ids = dataSets.stream().map(DataSet::id).toList();
        List<Passport.Source> sources = new ArrayList<>();
        for (Batch batch : asker.batches(subject)) {
            if (ids.contains(batch.dataSet())) {
                sources.add(new Passport.Source(batch, batch.rowsAccepted()));
            }
        }
        return sources;
    }

    /** What went into at least one of several figures; a row that went into two of them is counted once. */
    List<Passport.Source> union(Subject subject, Collection<Origin> origins) throws StatisticsException {
        Map<Long, Passport.Source> byBatch = new TreeMap<>();
        for (Origin origin : origins) {
            if (origin.rows().isEmpty()) {
                origin.batches().forEach(source -> larger(byBatch, source));
            }
        }
        for (Map.Entry<DataSet, Condition> entry : merged(origins).entrySet()) {
            of(subject, entry.getKey(), entry.getValue()).forEach(source -> larger(byBatch, source));
        }
        return List.copyOf(byBatch.values());
    }

    private static void larger(Map<Long, Passport.Source> byBatch, Passport.Source source) {
        byBatch.merge(source.batch().id(), source, (a, b) -> a.rows() >= b.rows() ? a : b);
    }

    static long rows(List<Passport.Source> sources) {
        return sources.stream().mapToLong(Passport.Source::rows).sum();
    }
}
