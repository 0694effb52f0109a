package org.opbrief.api.data;

import java.util.List;
import java.util.stream.Stream;

/**
 * What became of an import.
 *
 * @param batch the batch, with its counts; its id is 0 if nothing was kept
 * @param outcome whether the rows are in the store
 * @param plan what was known before they were stored
 * @param remarks what was found only after that
 */
public record ImportResult(Batch batch, Outcome outcome, ImportPlan plan, List<Finding> remarks) {

    /** How many problems a result carries; all of them are in the store. */
    public static final int PROBLEMS_SHOWN = 20;

    /** Whether the rows are in the store. */
    public enum Outcome {
        IMPORTED,
        /** A dry run: nothing was kept. */
        CHECKED,
        /** A strict import with rejected rows: nothing was kept. */
        REFUSED,
        /** It was not approved: nothing was kept. */
        DECLINED
    }

    public ImportResult {
        remarks = List.copyOf(remarks);
    }

    /** Of which the plan told all. */
    public ImportResult(Batch batch, Outcome outcome, ImportPlan plan) {
        this(batch, outcome, plan, List.of());
    }

    /** The first of the rejected records, at most {@value #PROBLEMS_SHOWN}, by line. */
    public List<Problem> problems() {
        return plan.problems();
    }

    /** What the user should know, one sentence each. */
    public List<String> notes() {
        return Stream.concat(plan.findings().stream(), remarks.stream())
                .map(Finding::text)
                .toList();
    }
}
