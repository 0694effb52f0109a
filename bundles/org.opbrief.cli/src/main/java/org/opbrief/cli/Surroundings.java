package org.opbrief.cli;

import java.io.File;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
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
                program(System.getenv()),
                version,
                Path.of(homeFolder()),
                Path.of("").toAbsolutePath(),
                System.getenv());
    }

    /** As the start script was called; by its name alone if it is on the path. */
    static String program(Map<String, String> environment) {
        String called = environment.getOrDefault("OPBRIEF_COMMAND", "opbrief");
        File file = new File(called);
        List<String> path = List.of(environment.getOrDefault("PATH", "").split(File.pathSeparator));
        if (file.isAbsolute() && path.contains(file.getParent())) {
            return file.getName();
        }
        return quoted(called);
    }

    /** What the shell calls home, which is not always what the system says. */
    private static String homeFolder() {
        String shell = System.getenv().getOrDefault("HOME", "");
        boolean usable = File.separatorChar == '/' && shell.startsWith("/");
        return usable ? shell : System.getProperty("user.home");
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
        return quoted(shown(path));
    }

    /** The shortest way to write a path. */
    String shown(Path path) {
        return path.startsWith(folder) && !path.equals(folder)
                ? folder.relativize(path).toString()
                : path.toString();
    }

    private static String quoted(String text) {
        return text.matches("[\\w./\\\\:@%+=,-]+") ? text : "\"" + text + "\"";
    }
}
