package org.opbrief.cli;

import java.util.List;
import org.opbrief.api.data.ImportException;
import org.opbrief.api.data.StoreException;
import org.opbrief.api.output.OutputException;
import org.opbrief.api.pack.PackException;
import org.opbrief.api.report.ReportException;
import picocli.CommandLine.Model.CommandSpec;

/** A command of the command line. */
interface Command {

    String name();

    /** One sentence for the list of commands. */
    String summary();

    /** Adds the options and arguments that only this command has. */
    default void describe(CommandSpec spec) {}

    /** Commands below this one. */
    default List<Command> commands() {
        return List.of();
    }

    /** Whether it can answer as JSON. */
    default boolean lists() {
        return false;
    }

    /** Whether the packs of the workspace are to be open while it runs. */
    default boolean usesPacks() {
        return false;
    }

    /**
     * @return the exit code
     * @throws CommandException or the others if it failed, in words for the user
     */
    int run(Invocation call)
            throws CommandException, ImportException, StoreException, ReportException, OutputException, PackException;
}
