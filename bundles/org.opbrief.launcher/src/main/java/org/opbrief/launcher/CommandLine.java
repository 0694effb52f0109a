package org.opbrief.launcher;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** As much of the command line as is needed to know what to start; the command itself reads it in full. */
record CommandLine(List<String> arguments) {

    private static final Set<String> OPTIONS_BEFORE_COMMAND_WITH_VALUE = Set.of("--workspace");

    CommandLine {
        arguments = List.copyOf(arguments);
    }

    /** The first argument that is neither an option nor the value of one. */
    Optional<String> command() {
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            if (OPTIONS_BEFORE_COMMAND_WITH_VALUE.contains(argument)) {
                i++;
            } else if (!argument.startsWith("-")) {
                return Optional.of(argument);
            }
        }
        return Optional.empty();
    }

    /** The output formats asked for with {@code --format a,b}; empty if none were named. */
    List<String> formats() {
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            if (argument.startsWith("--format=")) {
                return split(argument.substring("--format=".length()));
            }
            if (argument.equals("--format") && i + 1 < arguments.size()) {
                return split(arguments.get(i + 1));
            }
        }
        return List.of();
    }

    boolean has(String option) {
        return arguments.contains(option);
    }

    private static List<String> split(String formats) {
        return Arrays.stream(formats.split(",")).map(String::trim).toList();
    }
}
