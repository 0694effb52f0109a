package org.opbrief.dist;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A disk in memory that is soon full. */
final class SmallDisk implements AutoCloseable {
    private final Path folder;

    private SmallDisk(Path folder) {
        this.folder = folder;
    }

    /** Skips the test, visibly, where no disk can be mounted; {@link FileLimitIT} needs no such right. */
    static SmallDisk mounted(Path folder, int kilobytes) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        String failure = run("mount", "-t", "tmpfs", "-o", "size=" + kilobytes + "k", "tmpfs", folder.toString());
        assumeTrue(failure.isEmpty(), "A small disk cannot be mounted here, so that nothing was tested: " + failure);
        return new SmallDisk(folder);
    }

    Path folder() {
        return folder;
    }

    /** Fills what is free, to the last byte. */
    void fill() throws IOException {
        byte[] block = new byte[1 << 10];
        try (OutputStream filler = Files.newOutputStream(folder.resolve("filler"))) {
            while (true) {
                filler.write(block);
            }
        } catch (IOException e) {
            if (!String.valueOf(e.getMessage()).contains("No space left")) {
                throw e;
            }
        }
    }

    private static String run(String... command) throws InterruptedException, IOException {
        Process process;
        try {
            process = new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException e) {
            return String.valueOf(e.getMessage());
        }
        String told = new String(process.getInputStream().readAllBytes());
        if (!process.waitFor(1, TimeUnit.MINUTES) || process.exitValue() != 0) {
            return told.isBlank() ? String.join(" ", command) + " failed" : told.strip();
        }
        return "";
    }

    @Override
    public void close() throws IOException, InterruptedException {
        String failure = run("umount", folder.toString());
        if (!failure.isEmpty()) {
            throw new IOException(failure);
        }
    }
}
