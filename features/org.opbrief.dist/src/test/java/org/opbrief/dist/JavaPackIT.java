package org.opbrief.dist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What {@code new java-pack} makes is built by Maven against the distribution, signed, trusted, installed and run, with the lines of its own README.
 * Maven is not asked to download anything: its plug-ins are those that this project is built with.
 */
class JavaPackIT {

    private static final String PASSWORD = "not-a-secret\n".repeat(3);

    @TempDir
    private Path folder;

    @Test
    void aPackInJavaIsBuiltSignedTrustedInstalledAndRunAsItsReadmeSays() throws Exception {
        shell(folder, "opbrief demo --out O");
        shell(folder, "opbrief new java-pack my-java-pack");
        Path project = folder.resolve("my-java-pack");
        List<String> lines = Files.readAllLines(project.resolve("README.md")).stream()
                .filter(line -> line.startsWith("    "))
                .map(line -> line.strip().replaceFirst(" +#.*", ""))
                .toList();
        assertEquals(List.of("mvn package", "opbrief run my-java-pack --out out"), lines.subList(0, 2));
        Assumptions.assumeTrue(isThere("mvn"), "There is no mvn on the PATH");
        shell(project, "mvn -B -o -Daether.offline.protocols=file package");

        String unsigned = failing(project, lines.get(lines.size() - 1) + " --yes");
        assertTrue(unsigned.contains("signed"), unsigned);
        for (String line : lines.subList(2, lines.size())) {
            shell(project, line.matches("opbrief (install|trust add).*") ? line + " --yes" : line);
        }
        shell(project, lines.get(1));
        String text = Pdfs.text(project.resolve("out/my-java-pack.pdf"));
        assertTrue(text.contains("The report counts 12,608 records."), text);
    }

    private static boolean isThere(String command) {
        try {
            new ProcessBuilder(command, "--version")
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
            return true;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void shell(Path directory, String line) throws Exception {
        Process process = start(directory, line);
        assertEquals(0, process.exitValue(), () -> line + "\n" + log());
    }

    private String failing(Path directory, String line) throws Exception {
        Process process = start(directory, line);
        assertEquals(1, process.exitValue(), () -> line + "\n" + log());
        return log();
    }

    private Process start(Path directory, String line) throws Exception {
        ProcessBuilder builder = new ProcessBuilder("sh", "-c", line)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log.txt").toFile());
        String bin = Distribution.get().folder().resolve("bin").toString();
        String java = Path.of(System.getProperty("java.home"), "bin").toString();
        builder.environment().merge("PATH", bin + ":" + java, (path, more) -> more + ":" + path);
        builder.environment()
                .put("OPBRIEF_WORKSPACE", folder.resolve("workspace").toString());
        Process process = builder.start();
        try (var in = process.outputWriter()) {
            in.write(PASSWORD);
        } catch (IOException e) {
            // it did not ask
        }
        assertTrue(process.waitFor(5, TimeUnit.MINUTES), line);
        return process;
    }

    private String log() {
        try {
            return Files.readString(folder.resolve("log.txt"));
        } catch (IOException e) {
            return e.toString();
        }
    }
}
