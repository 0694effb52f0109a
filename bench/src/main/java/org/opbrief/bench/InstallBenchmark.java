package org.opbrief.bench;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.apache.felix.framework.FrameworkFactory;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;

/**
 * Measures how long it takes from the file of a pack without code to its first report, in a workspace that is open:
 * verify, plan, install, build, and write a PDF and a workbook. Packs and sample data are made by commands of their own;
 * so the first installation is also the first thing that this Java does, unless a report is to be written before.
 * Arguments: the folder of the distribution; rounds (10); the report before, e.g. operation (none).
 */
public final class InstallBenchmark {
    private static final List<String> FEATURES = List.of("core", "cli", "pdf", "excel");

    private final Path home;
    private final Path folder;

    private InstallBenchmark(Path home, Path folder) {
        this.home = home;
        this.folder = folder;
    }

    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createTempDirectory("opbrief-bench");
        try {
            int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 10;
            new InstallBenchmark(Path.of(arguments[0]).toRealPath(), folder)
                    .run(rounds, arguments.length > 2 ? arguments[2] : "");
        } finally {
            delete(folder);
        }
        System.exit(0);
    }

    private void run(int rounds, String before) throws Exception {
        opbrief("demo", "--out", folder.resolve("demo"));
        Files.createDirectories(folder.resolve("packs"));
        for (int round = 1; round <= rounds; round++) {
            Path source = folder.resolve(PackRounds.report(round));
            opbrief("new", "report", source, "--from", "seizure");
            opbrief("pack", source, "--out", folder.resolve("packs").resolve(source.getFileName() + ".jar"));
        }
        Framework framework = new FrameworkFactory()
                .newFramework(Map.of(
                        Constants.FRAMEWORK_STORAGE,
                        folder.resolve("framework").toString(),
                        Constants.FRAMEWORK_STORAGE_CLEAN,
                        Constants.FRAMEWORK_STORAGE_CLEAN_ONFIRSTINIT,
                        Constants.FRAMEWORK_BSNVERSION,
                        Constants.FRAMEWORK_BSNVERSION_MULTIPLE,
                        PackRounds.FOLDER,
                        folder.toString(),
                        PackRounds.ROUNDS,
                        Integer.toString(rounds),
                        PackRounds.BEFORE,
                        before));
        framework.start();
        try {
            start(framework.getBundleContext());
        } finally {
            framework.stop();
            framework.waitForStop(0);
        }
    }

    /** The bundles of the distribution as its launcher starts them, then the one that measures. */
    private void start(BundleContext context) throws Exception {
        List<Bundle> bundles = new ArrayList<>();
        for (Path jar : jars()) {
            bundles.add(context.installBundle("reference:" + jar.toUri()));
        }
        for (Bundle bundle : bundles) {
            bundle.start(Bundle.START_TRANSIENT | Bundle.START_ACTIVATION_POLICY);
        }
        context.installBundle(measuring().toUri().toString()).start();
    }

    private List<Path> jars() throws IOException {
        List<Path> jars = new ArrayList<>();
        for (String feature : FEATURES) {
            Path file = home.resolve("features/org.opbrief.feature." + feature + ".json");
            try (JsonParser json = new JsonFactory().createParser(file.toFile())) {
                while (json.nextToken() != null) {
                    // the feature's own id stands outside of the list of its bundles
                    if (json.currentToken() == JsonToken.VALUE_STRING
                            && "id".equals(json.currentName())
                            && json.getParsingContext().getParent().inArray()) {
                        jars.add(jar(json.getText().split(":")));
                    }
                }
            }
        }
        return jars;
    }

    private Path jar(String[] id) {
        return home.resolve("bundles")
                .resolve(id[0].replace('.', '/'))
                .resolve(id[1])
                .resolve(id[2])
                .resolve(id[1] + "-" + id[2] + ".jar");
    }

    private Path measuring() throws IOException {
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        main.putValue(Constants.BUNDLE_MANIFESTVERSION, "2");
        main.putValue(Constants.BUNDLE_SYMBOLICNAME, "org.opbrief.bench");
        main.putValue(Constants.BUNDLE_ACTIVATOR, PackRounds.class.getName());
        main.putValue(
                Constants.IMPORT_PACKAGE,
                "org.osgi.framework,org.osgi.util.tracker,org.opbrief.api.data,org.opbrief.api.output,"
                        + "org.opbrief.api.pack,org.opbrief.api.report");
        Path jar = folder.resolve("measuring.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
            for (Class<?> type : Stream.concat(
                            Stream.of(PackRounds.class), Arrays.stream(PackRounds.class.getDeclaredClasses()))
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

    private void opbrief(Object... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                home.resolve("bin/opbrief").toString(),
                "--workspace",
                folder.resolve("workspace").toString()));
        Arrays.stream(arguments).map(Object::toString).forEach(command::add);
        Path output = folder.resolve("output");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("XDG_CACHE_HOME", folder.resolve("cache").toString());
        if (builder.start().waitFor() != 0) {
            throw new IllegalStateException(command + " failed: " + Files.readString(output));
        }
    }

    private static void delete(Path root) throws IOException {
        try (Stream<Path> entries = Files.walk(root)) {
            for (Path entry : entries.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(entry);
            }
        }
    }
}
