package org.opbrief.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.stream.Stream;
import org.opbrief.api.data.SampleData;

/** The command line with fakes behind it, in folders of a test. */
final class Cli {
    final Path home;
    final Path folder;
    final FakeStores stores = new FakeStores();
    final FakeReports reports = new FakeReports();
    final FakeTracing tracing = new FakeTracing();
    final Map<String, String> environment = new HashMap<>();
    final FakeInstaller installer = new FakeInstaller();
    final FakeAuthoring authoring = new FakeAuthoring();
    final FakeRepositories repositories = new FakeRepositories();
    final FakeHouses houses = new FakeHouses();
    final FakeDesktop desktop = new FakeDesktop();
    final Queue<String> answers = new ArrayDeque<>();
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
        Console console = new Console(target, errors, terminal, new Typed());
        int exitCode = new Opbrief(
                        new Services(this::find),
                        console,
                        new Surroundings("opbrief", "0.1.0", home, folder, environment))
                .run(arguments);
        if (target instanceof ByteArrayOutputStream bytes) {
            out = bytes.toString(UTF_8);
            bytes.reset();
        }
        err = errors.toString(UTF_8);
        return exitCode;
    }

    private <T> Optional<T> find(Class<T> type) {
        return Stream.of(stores, sample, reports, tracing, installer, authoring, repositories, houses, desktop)
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst();
    }

    /** Answers as the test says, and is not there if it says nothing. */
    private final class Typed implements Keyboard {
        @Override
        public boolean present() {
            return !answers.isEmpty();
        }

        @Override
        public Optional<String> line() {
            return Optional.ofNullable(answers.poll());
        }

        @Override
        public Optional<char[]> secret() {
            return line().map(String::toCharArray);
        }
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
