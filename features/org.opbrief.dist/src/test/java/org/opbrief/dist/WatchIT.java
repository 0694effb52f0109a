package org.opbrief.dist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A report that is being written runs again on each save. */
class WatchIT {

    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(60);

    @TempDir
    private Path folder;

    @Test
    void aReportIsWrittenAgainOnEachSaveUntilTheInterrupt() throws Exception {
        Workspace workspace = Workspace.in(folder.resolve("W"));
        workspace.does(
                "import",
                workspace.csv(
                        "firearms.csv",
                        "exhibit_id,investigation_id,operation,division,state,seized,kind,quantity",
                        "F-1,I-1,Operation Last Mile,Omaha,NE,2022-06-01,pistol,2"),
                "--as",
                "firearm");
        Path pack = folder.resolve("guns");
        workspace.does("new", "report", pack, "--from", "firearm");
        Path report = pack.resolve("OPBRIEF-INF/reports/guns/report.yaml");
        String text = Files.readString(report);
        Path out = folder.resolve("out.txt");
        Path err = folder.resolve("err.txt");
        Process process = Distribution.get()
                .start(
                        Path.of(""),
                        Map.of(),
                        out,
                        err,
                        "--workspace",
                        workspace.folder(),
                        "run",
                        "guns",
                        "--pack",
                        pack,
                        "--watch",
                        "--format",
                        "xlsx",
                        "--out",
                        folder.resolve("O"));
        try {
            await(process, err, "Written in", 1);
            Files.writeString(report, text.replaceFirst("(?m)^title: .*", "title: Guns, seen again"));
            await(process, err, "Written in", 2);
            assertTrue(Workbooks.texts(folder.resolve("O/guns.xlsx")).contains("Guns, seen again"));
            Files.writeString(report, text.replaceFirst("(?m)^title: .*", "titel: Guns"));
            await(process, err, "Not written", 1);
            String said = Files.readString(err);
            assertTrue(said.matches("(?s).*report.yaml, line \\d+: [^\n]*titel.*"), said);
            Files.writeString(report, text);
            await(process, err, "Written in", 3);
            assertEquals(
                    3,
                    Files.readAllLines(out).stream()
                            .filter(line -> line.endsWith("guns.xlsx"))
                            .count());
        } finally {
            interrupt(process);
        }
        assertTrue(process.waitFor(20, TimeUnit.SECONDS));
        assertTrue(workspace.does("data", "batches").contains("firearms.csv"));
    }

    private static void await(Process process, Path file, String words, int times)
            throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE;
        while (Files.readString(file).split(words, -1).length - 1 < times) {
            assertTrue(process.isAlive() && System.nanoTime() < end, Files.readString(file));
            Thread.sleep(50);
        }
    }

    private static void interrupt(Process process) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-INT", String.valueOf(process.pid()))
                .start()
                .waitFor();
    }
}
