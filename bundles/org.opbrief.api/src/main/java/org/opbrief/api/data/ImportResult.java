package org.opbrief.api.data;

import java.util.List;

/**
 * What became of an import.
 *
 * @param batch the batch, with its counts; its id is 0 if nothing was kept
 * @param outcome whether the rows are in the store
 * @param problems the first of the rejected records, at most {@value #PROBLEMS_SHOWN}, by line
 * @param notes what the user should know, e.g. columns of the file that the data set does not have; one sentence each
 */
public record ImportResult(Batch batch, Outcome outcome, List<Problem> problems, List<String> notes) {

    /** How many problems a result carries; all of them are in the store. */
    public static final int PROBLEMS_SHOWN = 20;

    /** Whether the rows are in the store. */
    public enum Outcome {
        IMPORTED,
        /** A dry run: nothing was kept. */
        CHECKED,
        /** A strict import with rejected rows: nothing was kept. */
        REFUSED
    }

    public ImportResult {
        problems = List.copyOf(problems);
        notes = List.copyOf(notes);
    }
}
