package org.opbrief.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.opbrief.api.data.Batch;
import org.opbrief.api.data.DataSet;
import org.opbrief.api.data.ImportException;
import org.opbrief.api.data.Lineage;
import org.opbrief.api.data.Store;
import org.opbrief.api.data.StoreException;
import picocli.CommandLine.Model.CommandSpec;

/** Rejected rows that were corrected, for {@code import FILE --corrects BATCH}. */
final class CorrectedRows {
    static final String CORRECTS = "--corrects";

    private CorrectedRows() {}

    static void describe(CommandSpec spec) {
        spec.addOption(
                Specs.value(
                        CORRECTS,
                        "BATCH",
                        "The batch whose rejected rows the file brings, corrected; see: opbrief data rejects BATCH --out FILE"));
    }

    /** @return the exit code */
    static int run(Invocation call) throws CommandException, ImportException, StoreException {
        for (String own : List.of("--as-of", "--mapping", "--supersedes", DatabaseRows.FROM)) {
            if (call.has(own)) {
                throw call.misused(CORRECTS + " takes everything from its batch; leave " + own + " out.");
            }
        }
        if (call.arguments().size() > 1) {
            throw call.misused(CORRECTS + " takes one file; import the files one by one.");
        }
        Path file = call.path(call.arguments().get(0));
        if (!Files.exists(file)) {
            throw new CommandException("There is no file " + file + ": check its name and folder.");
        }
        long number = BatchArgument.number(call, call.<String>option(CORRECTS).orElseThrow());
        try (Store store = call.workspaces().openExisting()) {
            Batch batch = BatchArgument.batch(number, store, call);
            if (call.has("--as") && !call.option("--as").get().equals(batch.dataSet())) {
                throw call.misused("Batch " + number + " is of " + batch.dataSet() + "; leave --as out.");
            }
            DataSet dataSet = DataSets.named(call, batch.dataSet());
            return new ImportFiles(
                            call,
                            List.of(file),
                            ImportCommand.template(call, file, dataSet, batch.asOf())
                                    .of(Lineage.NONE.correcting(number)))
                    .into(store);
        }
    }
}
