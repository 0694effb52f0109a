package org.opbrief.bench;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Compares the CPU time of whole processes: {@code opbrief run operation --format pdf,xlsx}, and a class-path main that
 * writes the same files ({@link PlainMain}) from the same jars with the same options of Java. Both run with an archive of
 * their classes (CDS) and without. Arguments: the folder of the distribution; rounds (5).
 */
public final class RunBenchmark {
    private static final String ARCHIVE = "-XX:SharedArchiveFile=";
    private static final String NAME = "operation-last-mile";

    private final Path home;
    private final Path folder;
    private final Path workspace;
    private final Map<String, List<Double>> seconds = new LinkedHashMap<>();

    private RunBenchmark(Path home, Path folder) {
        this.home = home;
        this.folder = folder;
        this.workspace = folder.resolve("workspace");
    }

    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createTempDirectory("opbrief-bench");
        try {
            int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5;
            new RunBenchmark(Path.of(arguments[0]).toRealPath(), folder).run(rounds);
        } finally {
            delete(folder);
        }
    }

    private void run(int rounds) throws Exception {
        Path out = folder.resolve("opbrief");
        Path plainOut = Files.createDirectories(folder.resolve("plain"));
        Path archive = folder.resolve("plain.jsa");
        String jdk = ARCHIVE + Path.of(System.getProperty("java.home"), "lib", "server", "classes.jsa");
        List<String> plain = plain(plainOut);
        List<String> run = opbrief("run", "operation", "--format", "pdf,xlsx", "--out", out.toString());
        Path sample = folder.resolve("sample");
        // into a workspace that is not there, and is not made
        List<String> imports = List.of(
                command(),
                "--workspace",
                folder.resolve("none").toString(),
                "import",
                sample.resolve("seizures.csv").toString(),
                "--as",
                "seizure",
                "--dry-run");

        cpu(opbrief("demo", "--out", folder.resolve("demo").toString()), "");
        cpu(opbrief("sample", sample.toString()), "");
        cpu(run, "");
        cpu(plain, "-XX:ArchiveClassesAtExit=" + archive);
        String own = ARCHIVE + archiveOfOpbrief();
        same(out, plainOut);
        for (int round = 0; round < rounds; round++) {
            measure("plain", plain, ARCHIVE + archive);
            measured("computing in plain", Double.parseDouble(output()) / 1000);
            measure("run", run, "");
            measure("plain, no archive", plain, jdk);
            measure("run, no archive", run, jdk);
            measure("import", imports, own);
            measure("import, no archive", imports, jdk);
            measure("version", opbrief("version"), own);
            measure("version, no archive", opbrief("version"), jdk);
        }
        seconds.forEach(
                (name, times) -> System.out.printf("%-20s %.2f s CPU, median of %s%n", name, median(name), times));
        System.out.printf("run to plain: %.2f%n", median("run") / median("plain"));
        System.out.printf(
                "run to plain that only fills and exports: %.2f%n",
                median("run") / (median("plain") - median("computing in plain")));
        System.out.printf("run to plain, no archives: %.2f%n", median("run, no archive") / median("plain, no archive"));
        for (String command : List.of("version", "import", "run", "plain")) {
            System.out.printf(
                    "archive saves %s: %.0f %%%n",
                    command, 100 - 100 * median(command) / median(command + ", no archive"));
        }
    }

    private List<String> opbrief(String... arguments) {
        return Stream.concat(Stream.of(command(), "--workspace", workspace.toString()), Arrays.stream(arguments))
                .toList();
    }

    private String command() {
        return home.resolve("bin/opbrief").toString();
    }

    /** The command, without options of Java beyond those of {@code bin/opbrief}: these follow in JAVA_OPTS. */
    private List<String> plain(Path out) throws IOException {
        List<Path> jars = new ArrayList<>(List.of(ownClasses()));
        try (Stream<Path> files = Files.walk(home.resolve("bundles"))) {
            for (Path jar : files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList()) {
                jars.add(jar);
                jars.addAll(unpacked(jar));
            }
        }
        String script = Files.readString(home.resolve("bin/opbrief"));
        String options = script.lines()
                .filter(line -> line.startsWith("options="))
                .map(line -> line.replaceAll("^options=\"|\"$", ""))
                .findFirst()
                .orElseThrow();
        return List.of(
                "sh",
                "-c",
                "exec \"$0\" " + options + " $JAVA_OPTS \"$@\"",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.library.path=" + folder,
                "-cp",
                String.join(
                        File.pathSeparator, jars.stream().map(Path::toString).toList()),
                PlainMain.class.getName(),
                named(jars, "org.opbrief.pack.operations-"),
                named(jars, "org.opbrief.report.operation-"),
                workspace.toString(),
                out.toString());
    }

    private static String named(List<Path> jars, String start) {
        return jars.stream()
                .filter(jar -> jar.getFileName().toString().startsWith(start))
                .findFirst()
                .orElseThrow()
                .toString();
    }

    /** A jar, since classes are archived from jars only. */
    private Path ownClasses() throws IOException {
        Path jar = folder.resolve("plain.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            for (Class<?> type : Stream.concat(
                            Stream.of(PlainMain.class), Stream.of(PlainMain.class.getDeclaredClasses()))
                    .toList()) {
                String file = type.getName().replace('.', '/') + ".class";
                out.putNextEntry(new JarEntry(file));
                try (InputStream in = type.getClassLoader().getResourceAsStream(file)) {
                    in.transferTo(out);
                }
            }
        }
        return jar;
    }

    /** The jars inside of a bundle; its native library for this machine goes where Java looks for it. */
    private List<Path> unpacked(Path bundle) throws IOException {
        List<Path> jars = new ArrayList<>();
        String library =
                "native/linux-" + (System.getProperty("os.arch").equals("aarch64") ? "aarch64" : "x86_64") + "/";
        try (ZipFile zip = new ZipFile(bundle.toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                Path file = folder.resolve(Path.of(entry.getName()).getFileName());
                boolean jar = entry.getName().endsWith(".jar");
                boolean wanted = jar || !entry.isDirectory() && entry.getName().startsWith(library);
                // two bundles have the same jar at times
                if (wanted && !Files.exists(file)) {
                    try (InputStream in = zip.getInputStream(entry)) {
                        Files.copy(in, file);
                    }
                    if (jar) {
                        jars.add(file);
                    }
                }
            }
        }
        return jars;
    }

    private void measure(String name, List<String> command, String javaOptions) throws Exception {
        measured(name, cpu(command, javaOptions));
    }

    private void measured(String name, double time) {
        seconds.computeIfAbsent(name, absent -> new ArrayList<>()).add(time);
    }

    /** What the last command wrote. */
    private String output() throws IOException {
        return Files.readString(folder.resolve("output")).strip();
    }

    /** Seconds that a process and those that it waited for worked, in user and system mode. */
    private double cpu(List<String> command, String javaOptions) throws Exception {
        Path output = folder.resolve("output");
        List<String> timed = new ArrayList<>(List.of("sh", "-c", "\"$@\" >\"$0\" 2>&1 && times", output.toString()));
        timed.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(timed);
        builder.environment().put("JAVA_OPTS", javaOptions);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("XDG_CACHE_HOME", folder.resolve("cache").toString());
        Process process = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
        List<String> times =
                new String(process.getInputStream().readAllBytes()).lines().toList();
        if (process.waitFor() != 0) {
            throw new IllegalStateException(command + " failed: " + output());
        }
        // the shell's own times, then those of its children: 0m1.234s 0m0.567s
        double sum = 0;
        for (String time : times.get(1).split(" ")) {
            String[] parts = time.replace("s", "").split("m");
            sum += 60 * Double.parseDouble(parts[0]) + Double.parseDouble(parts[1]);
        }
        return Math.round(sum * 100) / 100.0;
    }

    /** Commands that write briefings use it; to the others it is given here. */
    private Path archiveOfOpbrief() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("cache"))) {
            return files.filter(file -> file.endsWith("classes.jsa"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static void same(Path left, Path right) throws IOException {
        for (String file : List.of(NAME + ".pdf", NAME + ".xlsx")) {
            if (Files.mismatch(left.resolve(file), right.resolve(file)) >= 0) {
                throw new IllegalStateException(file + " differs in " + left + " and " + right);
            }
        }
        System.out.println("PDF and workbook of both are the same, byte for byte");
    }

    private double median(String name) {
        double[] sorted = seconds.get(name).stream()
                .mapToDouble(Double::doubleValue)
                .sorted()
                .toArray();
        return sorted[sorted.length / 2];
    }

    private static void delete(Path root) throws IOException {
        try (Stream<Path> entries = Files.walk(root)) {
            for (Path entry : entries.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.delete(entry);
            }
        }
    }
}
