package org.opbrief.api.statistics;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.opbrief.api.data.Batch;

/**
 * How a figure or table came about.
 *
 * @param method in words, e.g. {@code sum of mass over 4,211 rows of seizure}
 * @param sql what the store was asked, complete with all values; empty for what was derived from other figures
 * @param rowsSql asks the store for the rows that went in: {@code _batch}, {@code _line} and {@code value}, what the
 *     row adds; empty if single rows cannot be told
 * @param parameters of the question, by name
 * @param batches that the rows came from, with the number of rows of each
 * @param rows how many rows went in
 * @param inputs ids of the figures that this one was derived from
 * @param factors the factor set that was used
 */
public record Passport(
        String method,
        Optional<String> sql,
        Optional<String> rowsSql,
        Map<String, String> parameters,
        List<Source> batches,
        long rows,
        List<String> inputs,
        Optional<FactorSet> factors) {

    public Passport {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        batches = List.copyOf(batches);
        inputs = List.copyOf(inputs);
    }

    /**
     * Rows of one batch that went in.
     *
     * @param rows how many
     */
    public record Source(Batch batch, long rows) {}
}
