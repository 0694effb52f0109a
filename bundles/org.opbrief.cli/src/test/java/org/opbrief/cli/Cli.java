package org.opbrief.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.opbrief.api.data.SampleData;
import org.opbrief.api.pack.InstalledPack;

/** The command line with fakes behind it, in folders of a test. */
final class Cli {
    final Path home;
    final Path folder;
    final FakeStores stores = new FakeStores();
    final FakeReports reports = new FakeReports();
    final FakeTracing tracing = new FakeTracing();
    final Map<String, String> environment = new HashMap<>();
    final List<InstalledPack> packs = new ArrayList<>();
    SampleData sample = Cli::writeSample;
    OutputStream target = new ByteArrayOutputStream();
    boolean terminal;
    String out = "";
    String err = "";

    Cli(Path root) throws IOException {
        home = Files.createDirectories(root.resolve("home"));
        folder = Files.createDirectories(root.resolve("work"));
    }

    int run(String... arguments) {
        ByteArrayOutputStream errors = new ByteArrayOutputStream();
        Services services = new Services(
                () -> Optional.of(stores),
                () -> Optional.of(sample),
                () -> Optional.of(reports),
                () -> Optional.of(new FakePacks(packs)),
                () -> Optional.of(reports),
                () -> Optional.of(tracing));
        Console console = new Console(target, errors, terminal);
        int exitCode = new Opbrief(services, console, new Surroundings("opbrief", "0.1.0", home, folder, environment))
                .run(arguments);
        if (target instanceof ByteArrayOutputStream bytes) {
            out = bytes.toString(UTF_8);
            bytes.reset();
        }
        err = errors.toString(UTF_8);
        return exitCode;
    }

    Path file(String name, String... lines) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.write(file, List.of(lines));
    }

    static List<SampleData.SampleFile> writeSample(Path folder, int scale) throws IOException {
        Path file = Files.write(Files.createDirectories(folder).resolve("seizures.csv"), List.of("name", "good"));
        return List.of(new SampleData.SampleFile(file, "seizure", LocalDate.of(2023, 5, 1), scale));
    }
}
