package org.opbrief.cli;

import org.opbrief.api.data.Batch;
import org.opbrief.api.data.DataSet;
import org.opbrief.api.data.ImportResult;
import org.opbrief.api.data.Problem;

/** Tells what became of a file. */
final class ImportReport {

    private ImportReport() {}

    static void print(Invocation call, DataSet dataSet, ImportResult result) {
        Batch batch = result.batch();
        Console console = call.console();
        console.line(batch.file() + ": " + Words.rows(batch.rowsRead()) + " read, " + outcome(result) + " ("
                + batch.form() + "; data set " + dataSet.id() + ", as of " + batch.asOf() + ").");
        result.notes().forEach(note -> console.line("  Note: " + note));
        if (batch.rowsRejected() == 0) {
            return;
        }
        console.line("  " + Words.rows(batch.rowsRejected()) + " rejected:");
        for (Problem problem : result.problems()) {
            console.line("  " + batch.file() + ", " + problem);
        }
        long more = batch.rowsRejected() - result.problems().size();
        if (more > 0) {
            String where = result.outcome() == ImportResult.Outcome.IMPORTED
                    ? "; all of them: " + call.suggestion("data rejects " + batch.id())
                    : "";
            console.line("  and " + Words.number(more) + " more" + where);
        }
    }

    private static String outcome(ImportResult result) {
        Batch batch = result.batch();
        return switch (result.outcome()) {
            case IMPORTED -> Words.number(batch.rowsAccepted()) + " imported as batch " + batch.id();
            case CHECKED -> Words.number(batch.rowsAccepted()) + " could be imported; nothing was kept";
            case REFUSED, DECLINED -> "nothing was imported";
        };
    }
}
