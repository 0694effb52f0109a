package org.opbrief.api.report;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.opbrief.api.data.DataSet;
import org.opbrief.api.data.Store;
import org.opbrief.api.statistics.Statistics;

/**
 * What a report builds from.
 *
 * @param dataSets that the calculation knows: those that the report reads
 * @param parameters checked values by name, defaults included; a parameter without a value is absent
 */
public record ReportContext(
        Store store,
        Statistics.Calculation calculation,
        List<DataSet> dataSets,
        Prose prose,
        Map<String, String> parameters,
        Edition edition,
        Locale language) {

    public ReportContext {
        dataSets = List.copyOf(dataSets);
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }
}
