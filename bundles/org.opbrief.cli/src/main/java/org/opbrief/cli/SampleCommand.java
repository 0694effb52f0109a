package org.opbrief.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.opbrief.api.data.FileFaults;
import org.opbrief.api.data.SampleData.SampleFile;
import picocli.CommandLine.Model.CommandSpec;

/** {@code sample DIR [--scale N]}. */
final class SampleCommand implements Command {
    static final String GENERATED =
            "These are generated sample data: single rows are invented, only totals are the published ones of"
                    + " Operation Last Mile.";

    @Override
    public String name() {
        return "sample";
    }

    @Override
    public String summary() {
        return "Writes generated sample data as CSV files.";
    }

    @Override
    public void describe(CommandSpec spec) {
        spec.addPositional(Specs.argument(0, true, "DIR", "The folder for the files; it is made if it is absent."));
        spec.addOption(
                Specs.value("--scale", "N", "Repeat every row N times under new ids, for load tests (default: 1)."));
    }

    @Override
    public int run(Invocation call) throws CommandException {
        int scale = scale(call);
        Path folder = call.path(call.argument(0).orElseThrow());
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new CommandException(folder + " is a file: name a folder for the sample data.");
        }
        List<SampleFile> files;
        try {
            files = call.services().sample().write(folder, scale);
        } catch (IOException e) {
            throw new CommandException(
                    "The sample data cannot be written to " + folder + ": " + FileFaults.reason(e)
                            + ". Choose another folder.",
                    e);
        }
        call.console().line(GENERATED);
        TextTable table = new TextTable("file", "data set", "rows", "as of").numbers(2);
        for (SampleFile file : files) {
            table.add(
                    call.surroundings().pasted(file.file()),
                    file.dataSet(),
                    Words.number(file.rows()),
                    file.asOf().toString());
        }
        table.print(call.console());
        SampleFile first = files.get(0);
        call.console()
                .line("Next: "
                        + call.suggestion("import " + call.surroundings().pasted(first.file()) + " --as "
                                + first.dataSet() + " --as-of " + first.asOf()));
        return Opbrief.DONE;
    }

    private static int scale(Invocation call) {
        String given = call.<String>option("--scale").orElse("1");
        try {
            int scale = Integer.parseInt(given);
            if (scale >= 1) {
                return scale;
            }
        } catch (NumberFormatException e) {
            throw call.misused("--scale " + given + ": is not a whole number like 10.");
        }
        throw call.misused("--scale " + given + ": is below 1.");
    }
}
