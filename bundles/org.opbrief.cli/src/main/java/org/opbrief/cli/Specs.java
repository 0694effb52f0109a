package org.opbrief.cli;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Describes commands to picocli without annotations: no reflection, and only the command that is called in full. */
final class Specs {

    private Specs() {}

    static void addCommand(CommandSpec parent, Command command, List<String> arguments) {
        CommandSpec spec = CommandSpec.wrapWithoutInspection(command).name(command.name());
        spec.usageMessage().description(command.summary());
        if (arguments.contains(command.name())) {
            command.describe(spec);
            addCommon(spec);
            if (command.lists()) {
                addJson(spec);
            }
            command.commands().forEach(below -> addCommand(spec, below, arguments));
        }
        parent.addSubcommand(command.name(), new CommandLine(spec));
    }

    static void addCommon(CommandSpec spec) {
        spec.addOption(OptionSpec.builder("--workspace")
                .paramLabel("DIR")
                .type(String.class)
                .description("The workspace; else " + Workspaces.VARIABLE + ", else the folder opbrief in your home.")
                .build());
        spec.addOption(flag("--debug", "Print stack traces of errors."));
        spec.addOption(OptionSpec.builder("--help")
                .usageHelp(true)
                .type(boolean.class)
                .description("Print this help.")
                .build());
    }

    static void addJson(CommandSpec spec) {
        spec.addOption(flag("--json", "Print lists as JSON."));
    }

    static OptionSpec flag(String name, String description) {
        return OptionSpec.builder(name)
                .type(boolean.class)
                .description(description)
                .build();
    }

    static OptionSpec value(String name, String label, String description) {
        return OptionSpec.builder(name)
                .paramLabel(label)
                .type(String.class)
                .description(description)
                .build();
    }

    static OptionSpec required(String name, String label, String description) {
        return OptionSpec.builder(name)
                .paramLabel(label)
                .type(String.class)
                .required(true)
                .description(description)
                .build();
    }

    /** An option that may be repeated. */
    static OptionSpec list(String split, String label, String description, String... names) {
        return OptionSpec.builder(names)
                .paramLabel(label)
                .type(List.class)
                .auxiliaryTypes(String.class)
                .splitRegex(split)
                .description(description)
                .build();
    }

    /** One positional argument. */
    static PositionalParamSpec argument(int position, boolean required, String label, String description) {
        return PositionalParamSpec.builder()
                .index(String.valueOf(position))
                .arity(required ? "1" : "0..1")
                .required(required)
                .paramLabel(label)
                .type(String.class)
                .description(description)
                .build();
    }

    /** One or more positional arguments. */
    static PositionalParamSpec arguments(String label, String description) {
        return PositionalParamSpec.builder()
                .index("0..*")
                .arity("1..*")
                .required(true)
                .paramLabel(label)
                .type(List.class)
                .auxiliaryTypes(String.class)
                .description(description)
                .build();
    }

    /** Any number of positional arguments, or none. */
    static PositionalParamSpec someArguments(String label, String description) {
        return PositionalParamSpec.builder()
                .index("0..*")
                .arity("0..*")
                .paramLabel(label)
                .type(List.class)
                .auxiliaryTypes(String.class)
                .description(description)
                .build();
    }
}
