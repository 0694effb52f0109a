package org.opbrief.cli;

import java.util.Arrays;
import java.util.stream.Stream;

/** What people try first, in the form that there is. */
final class Aliases {

    private Aliases() {}

    /** {@code help import} is {@code import --help}, {@code --version} is {@code version}. */
    static String[] plain(String... arguments) {
        if (arguments.length > 0 && arguments[0].equals("help")) {
            return Stream.concat(Arrays.stream(arguments).skip(1), Stream.of("--help"))
                    .toArray(String[]::new);
        }
        if (arguments.length > 0 && arguments[0].equals("--version")) {
            return Stream.concat(Stream.of("version"), Arrays.stream(arguments).skip(1))
                    .toArray(String[]::new);
        }
        return arguments;
    }
}
