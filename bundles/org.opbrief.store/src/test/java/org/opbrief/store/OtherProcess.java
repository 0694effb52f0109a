package org.opbrief.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.opbrief.api.data.ImportRequest;
import org.opbrief.api.data.Progress;
import org.opbrief.api.data.Store;
import org.opbrief.importer.csv.CsvImporter;
import org.opbrief.mapping.WorkspaceMappings;

/** What tests run in a process of its own. */
public final class OtherProcess {
    private OtherProcess() {}

    public static void main(String[] arguments) throws Exception {
        try (Store store =
                new WorkspaceStores(new WorkspaceMappings(), List.of(new CsvImporter())).open(Path.of(arguments[1]))) {
            System.out.println("opened");
            if (arguments[0].equals("hold")) {
                Thread.sleep(60_000);
            }
            if (arguments[0].equals("import")) {
                importForEver(store, Path.of(arguments[2]));
            }
        } catch (Exception e) {
            System.out.println(e.getClass().getSimpleName() + ": " + e.getMessage());
        }
    }

    /** Imports new files, and removes every third batch. */
    private static void importForEver(Store store, Path scratch) throws Exception {
        for (long number = System.nanoTime(); ; number++) {
            Path file = CrashTest.write(scratch.resolve("b" + number + ".csv"), number);
            long batch = store.importFile(
                            new ImportRequest(file, Sets.seizure(), LocalDate.of(2023, 5, 1), Set.of(), Progress.NONE))
                    .batch()
                    .id();
            Files.delete(file);
            System.out.println("imported " + batch);
            if (batch % 3 == 0) {
                store.remove(batch);
                System.out.println("removed " + batch);
            }
        }
    }

    /** Its output goes to a file, since that of a killed process is lost. */
    static Running start(String task, Path workspace, Path... more) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                // a killed process leaves the driver's copy of its native library there
                "-Djava.io.tmpdir=" + Files.createDirectories(workspace.resolveSibling("tmp")),
                "-cp",
                System.getProperty("java.class.path"),
                OtherProcess.class.getName(),
                task,
                workspace.toString()));
        for (Path path : more) {
            command.add(path.toString());
        }
        Path output = workspace.resolveSibling("output");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        return new Running(process, output);
    }

    static String run(String task, Path workspace) throws IOException, InterruptedException {
        Running running = start(task, workspace);
        running.process().waitFor();
        return running.told();
    }

    /** A process and what it writes. */
    record Running(Process process, Path output) {

        String told() throws IOException {
            return Files.readString(output);
        }

        /** Waits until it has written a word so often. */
        void await(String word, int times) throws IOException, InterruptedException {
            while (told().split(word, -1).length <= times) {
                if (!process.isAlive()) {
                    throw new IOException("The process ended before it wrote " + word + ": " + told());
                }
                Thread.sleep(10);
            }
        }

        String kill() throws IOException, InterruptedException {
            process.destroyForcibly().waitFor();
            return told();
        }
    }
}
