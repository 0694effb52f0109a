package org.opbrief.launcher;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** As much of the command line as is needed to know what to start; the command itself reads it in full. */
record CommandLine(List<String> arguments) {

    private static final Set<String> OPTIONS_BEFORE_COMMAND_WITH_VALUE = Set.of("--workspace");
    private static final String FORMAT = "--format";

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
        List<String> formats = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            if (argument.startsWith(FORMAT + "=")) {
                formats.addAll(split(argument.substring(FORMAT.length() + 1)));
            } else if (argument.equals(FORMAT) && i + 1 < arguments.size()) {
                formats.addAll(split(arguments.get(i + 1)));
            }
        }
        return formats;
    }

    boolean has(String option) {
        return arguments.contains(option);
    }

    private static List<String> split(String formats) {
        return Arrays.stream(formats.split(","))
                .map(String::trim)
                .filter(format -> !format.isEmpty())
                .toList();
    }
}
