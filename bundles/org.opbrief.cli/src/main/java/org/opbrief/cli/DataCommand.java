package org.opbrief.cli;

import java.util.List;
import org.opbrief.api.data.ImportException;
import org.opbrief.api.data.StoreException;
import org.opbrief.api.output.OutputException;
import org.opbrief.api.pack.PackException;
import org.opbrief.api.report.ReportException;

/** {@code data}, which by itself is {@code data list}. */
final class DataCommand implements Command {
    private static final Command LIST = new DataListCommand();

    @Override
    public String name() {
        return "data";
    }

    @Override
    public String summary() {
        return "Lists data sets, vocabularies, batches and rejected rows, compares and removes batches.";
    }

    @Override
    public boolean lists() {
        return true;
    }

    @Override
    public List<Command> commands() {
        return List.of(
                LIST,
                new DataShowCommand(),
                new DataVocabulariesCommand(),
                new DataBatchesCommand(),
                new DataRejectsCommand(),
                new DataCompareCommand(),
                new DataRemoveCommand());
    }

    @Override
    public boolean usesPacks() {
        return true;
    }

    @Override
    public int run(Invocation call)
            throws CommandException, ImportException, StoreException, ReportException, OutputException, PackException {
        return LIST.run(call);
    }
}
