package org.opbrief.api.report;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What briefing is wanted.
 *
 * @param report id of the report
 * @param parameters as the user gave them, by name
 * @param edition id of the edition; empty for the report's first
 */
public record RunRequest(String report, Map<String, String> parameters, Optional<String> edition, Locale language) {

    public RunRequest {
        parameters = Map.copyOf(parameters);
    }
}
