package org.opbrief.cli;

import java.util.Optional;
import java.util.stream.Collectors;
import org.opbrief.api.data.Batch;
import org.opbrief.api.data.Finding;
import org.opbrief.api.data.ImportPlan;
import org.opbrief.api.data.ImportResult;

/** Tells what became of a file whose plan was shown. */
final class ImportOutcome {

    private ImportOutcome() {}

    /** @return why it failed, one sentence; empty if it did not */
    static Optional<String> tell(Invocation call, ImportResult result) throws CommandException {
        Batch batch = result.batch();
        return switch (result.outcome()) {
            case IMPORTED -> {
                call.console()
                        .line(batch.file() + ": " + Words.rows(batch.rowsAccepted()) + " imported as batch "
                                + batch.id() + corrected(batch) + "." + rejects(call, batch));
                for (Finding remark : result.remarks()) {
                    Words.wrapped("  Warning: ", "    ", remark.text()).forEach(call.console()::line);
                }
                if (!result.plan().begun().isEmpty()) {
                    call.console()
                            .line("The data set " + batch.dataSet() + " is defined in "
                                    + call.surroundings().pasted(DataSets.definition(call, batch.dataSet()))
                                    + ". A report on it: "
                                    + call.suggestionHere("run table -p dataset=" + batch.dataSet()));
                }
                yield Optional.empty();
            }
            case CHECKED -> {
                call.console().line(batch.file() + ": nothing was kept, since this was a dry run.");
                yield Optional.empty();
            }
            case REFUSED ->
                Optional.of(batch.file() + " was refused: " + Words.rows(batch.rowsRejected())
                        + " broke a rule; correct the file, or import its other rows without --strict.");
            case DECLINED ->
                Optional.of(
                        result.plan().hasErrors()
                                ? batch.file() + " was not imported: " + errors(result.plan())
                                : batch.file() + " was not imported.");
        };
    }

    private static String errors(ImportPlan plan) {
        return plan.findings().stream()
                .filter(finding -> finding.severity() == Finding.Severity.ERROR)
                .map(Finding::text)
                .collect(Collectors.joining(" "));
    }

    private static String corrected(Batch batch) {
        return batch.lineage().corrects().isPresent()
                ? ", which corrects batch " + batch.lineage().corrects().getAsLong()
                : "";
    }

    private static String rejects(Invocation call, Batch batch) {
        return batch.rowsRejected() == 0
                ? ""
                : " Rejected: " + Words.number(batch.rowsRejected()) + "; all of them: "
                        + call.suggestion("data rejects " + batch.id());
    }
}
