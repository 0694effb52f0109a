package org.opbrief.dist;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** The distribution, unpacked as a user would, and its command. */
final class Distribution {

    /** What a command did. */
    record Result(int exitCode, String out, String err) {

        /** What standard error says besides progress. */
        String complaint() {
            return err.lines().filter(line -> line.startsWith("opbrief: ")).collect(Collectors.joining("\n"));
        }
    }

    private static final String ARCHIVE = System.getProperty("opbrief.archive");
    private static Distribution unpacked;

    private final Path folder;

    private Distribution(Path folder) {
        this.folder = folder;
    }

    /** Unpacked once a test run, into a folder whose name has a space. */
    static synchronized Distribution get() throws IOException, InterruptedException {
        if (unpacked == null) {
            Path folder = Files.createDirectories(Path.of("target", "an installation"));
            Process tar = new ProcessBuilder(
                            "tar", "xzf", Path.of(ARCHIVE).toAbsolutePath().toString())
                    .directory(folder.toFile())
                    .inheritIO()
                    .start();
            if (tar.waitFor() != 0) {
                throw new IOException("Cannot unpack " + ARCHIVE);
            }
            try (var children = Files.list(folder)) {
                unpacked = new Distribution(children.findFirst().orElseThrow().toAbsolutePath());
            }
        }
        return unpacked;
    }

    Path folder() {
        return folder;
    }

    /** Runs {@code bin/opbrief} in the current folder with the environment as it is. */
    Result run(Object... arguments) throws IOException, InterruptedException {
        return run(Path.of(""), Map.of(), arguments);
    }

    Result run(Path directory, Map<String, String> environment, Object... arguments)
            throws IOException, InterruptedException {
        return run(directory, environment, command(arguments));
    }

    /** Runs it where no file may become larger. */
    Result limited(int kilobytes, Object... arguments) throws IOException, InterruptedException {
        // a POSIX shell counts in blocks of 512 bytes
        List<String> command =
                new ArrayList<>(List.of("sh", "-c", "ulimit -f " + 2 * kilobytes + " && exec \"$0\" \"$@\""));
        command.addAll(command(arguments));
        return run(Path.of(""), Map.of(), command);
    }

    private static Result run(Path directory, Map<String, String> environment, List<String> command)
            throws IOException, InterruptedException {
        Path out = Files.createTempFile("opbrief", ".out");
        Path err = Files.createTempFile("opbrief", ".err");
        try {
            Process process = start(directory, environment, out, err, command);
            if (!process.waitFor(5, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new IOException("Still running after five minutes: " + command);
            }
            return new Result(process.exitValue(), read(out), read(err));
        } finally {
            Files.delete(out);
            Files.delete(err);
        }
    }

    /** Starts {@code bin/opbrief} and does not wait for it. */
    Process start(Path directory, Map<String, String> environment, Path out, Path err, Object... arguments)
            throws IOException {
        // a shell that runs the tests in the background has programs ignore interrupts
        List<String> command = new ArrayList<>(List.of("env", "--default-signal=INT"));
        command.addAll(command(arguments));
        return start(directory, environment, out, err, command);
    }

    private List<String> command(Object... arguments) {
        List<String> command = new ArrayList<>();
        command.add(folder.resolve("bin/opbrief").toString());
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        return command;
    }

    private static Process start(
            Path directory, Map<String, String> environment, Path out, Path err, List<String> command)
            throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toAbsolutePath().toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().remove("OPBRIEF_WORKSPACE");
        builder.environment().putAll(environment);
        return builder.start();
    }

    /** The beginning of a file, as a file of its own. */
    static Path firstLines(Path file, int count, Path target) throws IOException {
        try (var lines = Files.lines(file)) {
            return Files.write(target, lines.limit(count).toList());
        }
    }

    private static String read(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.UTF_8);
    }
}
