package org.opbrief.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;

/**
 * Where the command was called.
 *
 * @param program how the user calls Opbrief
 * @param home the user's home folder
 * @param folder the current folder, absolute
 * @param environment variables
 */
record Surroundings(String program, String version, Path home, Path folder, Map<String, String> environment) {

    static Surroundings ofThisProcess(String version) {
        return new Surroundings(
                System.getenv().getOrDefault("OPBRIEF_COMMAND", "opbrief"),
                version,
                Path.of(System.getProperty("user.home")),
                Path.of("").toAbsolutePath(),
                System.getenv());
    }

    /** The path as given, made absolute. */
    Path path(String given) throws CommandException {
        try {
            return folder.resolve(given).normalize();
        } catch (InvalidPathException e) {
            throw new CommandException("\"" + given + "\" is not a path: " + e.getReason() + ".", e);
        }
    }

    /** The shortest way to write a path so that it can be pasted into a shell. */
    String pasted(Path path) {
        String text = path.startsWith(folder) && !path.equals(folder)
                ? folder.relativize(path).toString()
                : path.toString();
        return text.matches("[\\w./\\\\:@%+=,-]+") ? text : "\"" + text + "\"";
    }
}
