package org.opbrief.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.opbrief.api.data.Finding;
import org.opbrief.api.data.Finding.Severity;
import org.opbrief.api.data.Mapping;
import org.opbrief.api.data.Proposal;

/** What a user should know of columns that were not found by their names. */
final class Guesses {
    /** From here on it is a name that is known, but for its unit. */
    private static final double NEARLY_CERTAIN = 0.9;

    private Guesses() {}

    static List<Finding> of(Proposal proposal) {
        List<Finding> findings = new ArrayList<>();
        if (proposal.basis() != Proposal.Basis.SIMILARITY) {
            return findings;
        }
        proposal.mapping().fields().forEach((column, field) -> {
            double confidence = proposal.confidence().getOrDefault(column, 1.0);
            if (confidence < 1 && field instanceof Mapping.FromHeader from) {
                Severity severity = confidence < NEARLY_CERTAIN ? Severity.ERROR : Severity.WARNING;
                findings.add(new Finding(
                        severity,
                        Optional.of(from.header()),
                        "The column " + from.header()
                                + " is taken for " + column + ", " + Math.round(confidence * 100) + " % sure"
                                + (severity == Severity.ERROR ? "; say that it is right, or give a mapping." : ".")));
            }
        });
        return findings;
    }
}
