package org.opbrief.api.data;

import java.util.List;

/**
 * What became of an import.
 *
 * @param batch the batch, with its counts; its id is 0 if nothing was kept
 * @param outcome whether the rows are in the store
 * @param plan what was known before they were stored
 */
public record ImportResult(Batch batch, Outcome outcome, ImportPlan plan) {

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

    /** The first of the rejected records, at most {@value #PROBLEMS_SHOWN}, by line. */
    public List<Problem> problems() {
        return plan.problems();
    }

    /** What the user should know, one sentence each. */
    public List<String> notes() {
        return plan.findings().stream().map(Finding::text).toList();
    }
}
