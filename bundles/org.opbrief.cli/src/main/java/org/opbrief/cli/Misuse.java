package org.opbrief.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.opbrief.api.data.Nearest;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what is wrong with a command line. */
final class Misuse {

    private Misuse() {}

    static String message(ParameterException e, List<String> arguments) {
        CommandLine line = e.getCommandLine();
        if (e instanceof UnmatchedArgumentException unmatched) {
            return unmatched(line, unmatched.getUnmatched().get(0));
        }
        if (e instanceof MissingParameterException missing) {
            // a misspelled option is the likelier reason than a forgotten one
            Optional<String> unknown = arguments.stream()
                    .filter(argument -> argument.startsWith("-") && argument.length() > 1)
                    .map(Misuse::name)
                    .filter(argument -> !known(line, argument))
                    .findFirst();
            if (unknown.isPresent()) {
                return unmatched(line, unknown.get());
            }
            return "Missing: "
                    + missing.getMissing().stream().map(Misuse::label).collect(Collectors.joining(", ")) + ".";
        }
        String message = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
        return message.endsWith(".") || message.endsWith("?") ? message : message + ".";
    }

    private static String unmatched(CommandLine line, String argument) {
        if (argument.startsWith("-") && argument.length() > 1) {
            String name = name(argument);
            return "There is no option " + name + "."
                    + Nearest.to(name, options(line))
                            .map(near -> " Did you mean " + near + "?")
                            .orElse("");
        }
        if (!line.getSubcommands().isEmpty()) {
            List<String> names = List.copyOf(line.getSubcommands().keySet());
            String command = line.getCommandName().equals("opbrief") ? "" : line.getCommandName() + " ";
            return "There is no command \"" + command + argument + "\"."
                    + Nearest.to(argument, names)
                            .map(near -> " Did you mean \"" + command + near + "\"?")
                            .orElse(" There are "
                                    + Nearest.list(names.stream().sorted().toList()) + ".");
        }
        return "\"" + argument + "\" is one argument too many.";
    }

    private static String name(String argument) {
        int value = argument.indexOf('=');
        return value < 0 ? argument : argument.substring(0, value);
    }

    private static boolean known(CommandLine line, String option) {
        for (CommandLine at = line; at != null; at = at.getParent()) {
            if (options(at).contains(option)) {
                return true;
            }
        }
        return option.startsWith("-p") && options(line).contains("-p");
    }

    private static List<String> options(CommandLine line) {
        List<String> names = new ArrayList<>();
        for (OptionSpec option : line.getCommandSpec().options()) {
            names.addAll(List.of(option.names()));
        }
        return names;
    }

    private static String label(ArgSpec missing) {
        return missing instanceof OptionSpec option
                ? option.longestName() + " " + option.paramLabel()
                : missing.paramLabel();
    }
}
