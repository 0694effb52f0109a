package org.opbrief.dist;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A workspace that commands work in.
 *
 * @param environment of the commands
 */
record Workspace(Path folder, Map<String, String> environment) {

    static Workspace in(Path folder) {
        return new Workspace(folder, Map.of());
    }

    Distribution.Result run(Object... arguments) throws IOException, InterruptedException {
        Object[] all = Stream.concat(Stream.of("--workspace", folder), Stream.of(arguments))
                .toArray();
        return Distribution.get().run(Path.of(""), environment, all);
    }

    /** @return what it said */
    String does(Object... arguments) throws IOException, InterruptedException {
        Distribution.Result result = run(arguments);
        assertEquals(0, result.exitCode(), result.out() + result.err());
        return result.out();
    }

    /** A command that fails, says why in one sentence with these words, and leaves everything as it was. */
    Distribution.Result refuses(String words, Object... arguments) throws IOException, InterruptedException {
        Map<String, String> before = Snapshot.of(folder);
        Distribution.Result result = run(arguments);
        assertAll(
                () -> assertEquals(1, result.exitCode(), result.out() + result.err()),
                () -> assertEquals(1, result.complaint().lines().count(), result.err()),
                () -> assertTrue(result.complaint().matches("(?s).*(" + words + ").*"), words + ": " + result.err()),
                () -> assertFalse(result.err().contains("Exception"), result.err()),
                () -> assertEquals(before, Snapshot.of(folder)));
        return result;
    }

    Path lock() {
        return folder.resolve("packs/packs.lock");
    }

    Path csv(String name, String... lines) throws IOException {
        return Files.write(folder.resolveSibling(name), Stream.of(lines).toList());
    }
}
