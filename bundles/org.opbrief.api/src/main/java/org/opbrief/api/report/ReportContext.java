package org.opbrief.api.report;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.opbrief.api.data.Store;
import org.opbrief.api.statistics.Statistics;

/**
 * What a report builds from.
 *
 * @param parameters checked values by name, defaults included; a parameter without a value is absent
 */
public record ReportContext(
        Store store,
        Statistics.Calculation calculation,
        Prose prose,
        Map<String, String> parameters,
        Edition edition,
        Locale language) {

    public ReportContext {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }
}
