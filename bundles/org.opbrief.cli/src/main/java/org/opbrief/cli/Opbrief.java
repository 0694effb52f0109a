package org.opbrief.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.opbrief.api.data.ImportException;
import org.opbrief.api.data.StoreException;
import org.opbrief.api.output.OutputException;
import org.opbrief.api.pack.PackException;
import org.opbrief.api.pack.WorkspacePacks;
import org.opbrief.api.report.ReportException;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** The command line: finds the command, runs it and gives its exit code. */
final class Opbrief {
    static final int DONE = 0;
    static final int FAILED = 1;
    static final int MISUSED = 2;
    static final int WIDTH = 100;

    private static final List<Command> COMMANDS = List.of(
            new DemoCommand(),
            new WorkbenchCommand(),
            new SampleCommand(),
            new ImportCommand(),
            new DataCommand(),
            new ReportsCommand(),
            new RunCommand(),
            new TraceCommand(),
            new PacksCommand(),
            new InstallCommand(),
            new UpdateCommand(),
            new UninstallCommand(),
            new RollbackCommand(),
            new TrustCommand(),
            new HouseCommand(),
            new Group(
                    "new",
                    "Makes a folder to begin with: a report, or a pack in Java.",
                    List.of(new NewReportCommand(), new NewJavaPackCommand())),
            new PackCommand(),
            new Group(
                    "repo",
                    "Makes repositories of packs.",
                    List.of(new RepositoryIndexCommand(), new RepositoryBundleCommand())),
            new VersionCommand());

    private final Services services;
    private final Console console;
    private final Surroundings surroundings;

    Opbrief(Services services, Console console, Surroundings surroundings) {
        this.services = services;
        this.console = console;
        this.surroundings = surroundings;
    }

    /** @return 0 if it was done, 1 if it failed, 2 if the command line was wrong */
    int run(String... given) {
        String[] arguments = Aliases.plain(given);
        boolean debug = Arrays.asList(arguments).contains("--debug");
        int exitCode;
        try {
            exitCode = dispatch(arguments);
        } catch (ParameterException e) {
            exitCode = misused(e, arguments);
        } catch (CommandException
                | ImportException
                | StoreException
                | ReportException
                | OutputException
                | PackException e) {
            exitCode = failed(e.getMessage(), e, debug);
        } catch (OutOfMemoryError e) {
            exitCode = failed(
                    "There is not enough memory for this; give more, e.g. with JAVA_OPTS=-Xmx4g in the environment.",
                    e,
                    debug);
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            exitCode = failed(
                    "This should not have happened (" + e + "): please report it with what --debug prints.", e, debug);
        }
        console.flush();
        if (console.fault().isPresent()) {
            console.error("opbrief: The output could not be written: "
                    + console.fault().get() + ".");
            return FAILED;
        }
        return exitCode;
    }

    private int dispatch(String... arguments)
            throws CommandException, ImportException, StoreException, ReportException, OutputException, PackException {
        ParseResult parsed = new CommandLine(root(Arrays.asList(arguments))).parseArgs(arguments);
        ParseResult last = parsed;
        ParseResult help = parsed.isUsageHelpRequested() ? parsed : null;
        while (last.hasSubcommand()) {
            last = last.subcommand();
            help = last.isUsageHelpRequested() || (help != null) ? last : null;
        }
        if (help != null) {
            console.print(usage(help == parsed ? full() : help.commandSpec().commandLine()));
            return DONE;
        }
        Object command = last.commandSpec().userObject();
        if (!(command instanceof Command runnable)) {
            console.error(usage(full()).stripTrailing());
            return MISUSED;
        }
        if (parsed.hasMatchedOption("--json") && !runnable.lists()) {
            throw new ParameterException(last.commandSpec().commandLine(), runnable.name() + " has no --json");
        }
        Invocation call = new Invocation(parsed, services, console, surroundings, Optional.empty());
        if (!runnable.usesPacks()) {
            return runnable.run(call);
        }
        try (WorkspacePacks packs = services.installer().open(call.workspaces().folder())) {
            return runnable.run(call.with(packs));
        }
    }

    private CommandLine full() {
        return new CommandLine(root(List.of()));
    }

    /** Only the commands whose names occur, since each costs milliseconds; all of them if none does. */
    private static CommandSpec root(List<String> arguments) {
        CommandSpec root = CommandSpec.create().name("opbrief");
        root.usageMessage()
                .description("Briefings from operation data, with figures that lead back to their source rows.")
                .footer("", "Start with: opbrief demo", "Exit codes: 0 done, 1 failed, 2 wrong use.")
                .synopsisSubcommandLabel("COMMAND");
        Specs.addCommon(root);
        Specs.addJson(root);
        List<Command> called = COMMANDS.stream()
                .filter(command -> arguments.contains(command.name()))
                .toList();
        for (Command command : called.isEmpty() ? COMMANDS : called) {
            Specs.addCommand(root, command, arguments);
        }
        return root;
    }

    private int failed(String message, Throwable cause, boolean debug) {
        console.error("opbrief: " + (message == null ? cause.toString() : message));
        if (debug) {
            StringWriter trace = new StringWriter();
            cause.printStackTrace(new PrintWriter(trace, true));
            console.error(trace.toString());
        }
        return FAILED;
    }

    private int misused(ParameterException e, String... arguments) {
        CommandLine line = e.getCommandLine();
        String path = line.getCommandSpec().qualifiedName();
        console.error("opbrief: " + Misuse.message(e, Arrays.asList(arguments)));
        console.error("See: " + path.replaceFirst("^opbrief", surroundings.program()) + " --help");
        return MISUSED;
    }

    private static String usage(CommandLine line) {
        StringWriter text = new StringWriter();
        line.setUsageHelpAutoWidth(false).setUsageHelpWidth(WIDTH);
        line.usage(new PrintWriter(text, true), Help.defaultColorScheme(Help.Ansi.OFF));
        return text.toString();
    }
}
