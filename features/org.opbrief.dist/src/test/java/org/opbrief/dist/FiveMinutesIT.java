package org.opbrief.dist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page "A report in five minutes", followed by the letter: its shell lines are run, its changes are made. */
class FiveMinutesIT {

    private static final Path PAGE = Path.of("..", "..", "reports", "README.md");
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w+)\\n(.*?)^```$");
    private static final long PATIENCE_SECONDS = 120;

    @TempDir
    private Path folder;

    private Optional<Process> watching = Optional.empty();

    @AfterEach
    void stopWatching() throws InterruptedException {
        if (watching.isPresent()) {
            watching.get().destroy();
            watching.get().waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
            watching = Optional.empty();
        }
    }

    @Test
    void everyLineOfThePageWorksAsItStands() throws Exception {
        List<String> done = new ArrayList<>();
        Matcher block = BLOCK.matcher(Files.readString(PAGE));
        while (block.find()) {
            String text = block.group(2);
            switch (block.group(1)) {
                case "sh" -> {
                    stopWatching();
                    if (text.contains("--watch")) {
                        watch(text);
                    } else {
                        run(text);
                    }
                }
                case "yaml" -> change(text);
                case "markdown" -> write(report().resolveSibling("text.md"), text);
                default -> fail("What is a block of " + block.group(1) + "?");
            }
            done.add(block.group(1));
            check(done.size());
        }
        assertEquals(List.of("sh", "sh", "sh", "yaml", "markdown", "sh", "sh", "sh"), done);
    }

    /** What must be so after each block. */
    private void check(int block) throws Exception {
        Path pdf = folder.resolve("O/my-visits.pdf");
        switch (block) {
            case 2 -> assertTrue(Pdfs.text(pdf).contains("My visits Drug seizures by drug"), Pdfs.text(pdf));
            case 4 -> await(pdf, text -> text.contains("What was seized") && text.contains("Mass (lb)"));
            case 5 ->
                await(pdf, text -> text.matches(".*There were 12,608 seizures, more than .* pounds of drugs in all.*"));
            case 6 -> assertTrue(Files.isRegularFile(folder.resolve("my-visits-1.0.0.jar")));
            case 7 -> assertTrue(Pdfs.text(pdf).contains("Omaha"), Pdfs.text(pdf));
            case 8 ->
                assertTrue(
                        Pdfs.text(folder.resolve("O/by-hand.pdf")).contains("Written by hand"),
                        "by-hand.pdf has another title");
            default -> {
                // nothing that the next block does not tell
            }
        }
    }

    private Path report() {
        return folder.resolve("my-visits/OPBRIEF-INF/reports/my-visits/report.yaml");
    }

    private ProcessBuilder shell(String script) throws Exception {
        ProcessBuilder builder = new ProcessBuilder("sh", "-e", "-c", script).directory(folder.toFile());
        String bin = Distribution.get().folder().resolve("bin").toString();
        builder.environment().merge("PATH", bin, (path, more) -> more + ":" + path);
        builder.environment()
                .put("OPBRIEF_WORKSPACE", folder.resolve("workspace").toString());
        return builder.redirectErrorStream(true);
    }

    private void run(String script) throws Exception {
        Path log = folder.resolve("log.txt");
        Process process = shell(script).redirectOutput(log.toFile()).start();
        assertTrue(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS), script);
        assertEquals(0, process.exitValue(), () -> script + "\n" + read(log));
    }

    private void watch(String line) throws Exception {
        Path log = folder.resolve("watch.txt");
        // the shell gives way to the command, so that it can be stopped
        watching =
                Optional.of(shell("exec " + line).redirectOutput(log.toFile()).start());
        await(log, text -> text.contains("waiting for changes"));
    }

    /** Each line takes the place of the one with the same key. */
    private void change(String lines) throws IOException {
        String text = Files.readString(report());
        for (String line : lines.lines().toList()) {
            String key = line.substring(0, line.indexOf(':') + 1);
            String changed = text.replaceFirst("(?m)^" + Pattern.quote(key) + ".*$", Matcher.quoteReplacement(line));
            assertTrue(!changed.equals(text), "report.yaml has no line for " + line);
            text = changed;
        }
        write(report(), text);
    }

    private static void write(Path file, String text) throws IOException {
        Files.writeString(file, text);
    }

    private static void await(Path file, Predicate<String> wanted) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        String text = "";
        while (System.nanoTime() < end) {
            Thread.sleep(200);
            text = read(file);
            if (wanted.test(text)) {
                return;
            }
        }
        fail(file + " never was as expected: " + text);
    }

    /** Nothing while it is being written. */
    private static String read(Path file) {
        try {
            return file.toString().endsWith(".pdf") ? Pdfs.text(file) : Files.readString(file);
        } catch (IOException e) {
            return "";
        }
    }
}
