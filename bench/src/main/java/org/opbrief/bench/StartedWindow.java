package org.opbrief.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A distribution's window, from its start to its end, on the screen that {@code DISPLAY} names. Linux only. */
final class StartedWindow {
    private static final int TICKS_A_SECOND = 100;
    /** Field of utime in /proc/PID/stat, counted from the one after the name; stime and those of the children follow. */
    private static final int UTIME = 11;

    private static final long PATIENCE_SECONDS = 300;
    private static final int IDLE_MILLIS = 2500;
    private static final double IDLE_SECONDS = 0.02;

    private final String title;
    private final Process process;

    private StartedWindow(String title, Process process) {
        this.title = title;
        this.process = process;
    }

    static StartedWindow open(String title, List<String> command, Map<String, String> environment, Path output)
            throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        return new StartedWindow(title, builder.start());
    }

    /** Waits until the window is seen and the process has nothing to do; how many seconds of CPU time it took. */
    double untilIdle() throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (System.nanoTime() < end && process.isAlive()) {
            double before = cpu();
            Thread.sleep(IDLE_MILLIS);
            // on a loaded machine, too, what wants to run gets more than that
            if (cpu() - before <= IDLE_SECONDS && isSeen()) {
                return before;
            }
        }
        throw new IllegalStateException("The window " + title + " did not come to rest");
    }

    /** Closes it as a user does. */
    void close() throws IOException, InterruptedException {
        xdotool("search", "--onlyvisible", "--name", "^" + title, "windowfocus", "--sync", "key", "alt+F4");
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            throw new IllegalStateException("The window " + title + " did not close in order");
        }
    }

    private boolean isSeen() throws IOException, InterruptedException {
        return xdotool("search", "--onlyvisible", "--name", "^" + title) == 0;
    }

    private static int xdotool(String... words) throws IOException, InterruptedException {
        return new ProcessBuilder(
                        Stream.concat(Stream.of("xdotool"), Stream.of(words)).toList())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    /** Of the process and all that it started, user and system. */
    private double cpu() throws IOException {
        long ticks = 0;
        for (ProcessHandle each : Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .toList()) {
            ticks += ticks(each.pid());
        }
        return ticks / (double) TICKS_A_SECOND;
    }

    private static long ticks(long pid) throws IOException {
        try {
            String line = Files.readString(Path.of("/proc", Long.toString(pid), "stat"), StandardCharsets.ISO_8859_1);
            String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ");
            long ticks = 0;
            for (int i = UTIME; i < UTIME + 4; i++) {
                ticks += Long.parseLong(fields[i]);
            }
            return ticks;
        } catch (NoSuchFileException e) {
            return 0;
        }
    }
}
