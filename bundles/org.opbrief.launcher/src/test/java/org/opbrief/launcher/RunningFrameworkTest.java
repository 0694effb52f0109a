package org.opbrief.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** Starts the real framework with small bundles that are made here. */
class RunningFrameworkTest {

    private static final Duration PATIENCE = Duration.ofMillis(50);

    /** A command line that counts its arguments. */
    public static final class Counting implements BundleActivator {

        @Override
        public void start(BundleContext context) {
            ToIntFunction<String[]> count = arguments -> arguments.length;
            context.registerService(
                    ToIntFunction.class, count, new Hashtable<String, Object>(Map.of("opbrief.main", "cli")));
        }

        @Override
        public void stop(BundleContext context) {}
    }

    /** A bundle that does not start. */
    public static final class Failing implements BundleActivator {

        @Override
        public void start(BundleContext context) throws IOException {
            throw new IOException("no more paper");
        }

        @Override
        public void stop(BundleContext context) {}
    }

    @TempDir
    private Path folder;

    @Test
    void theCommandLineGetsAllArgumentsAndGivesTheExitCode() throws Exception {
        Path counting = bundle("counting", Counting.class, Map.of());
        try (RunningFramework framework = start(counting)) {
            assertEquals(3, framework.run(List.of("run", "border", "--debug"), PATIENCE));
        }
    }

    @Test
    void aSecondStartUsesTheSameStorage() throws Exception {
        Path counting = bundle("counting", Counting.class, Map.of());
        for (int i = 0; i < 2; i++) {
            try (RunningFramework framework = start(counting)) {
                assertEquals(0, framework.run(List.of(), PATIENCE));
            }
        }
    }

    @Test
    void bundlesOfOneNameAndVersionCanTakeTurns() throws Exception {
        Path first = bundle("counting", Counting.class, Map.of());
        Path second = bundle("second", null, Map.of("Bundle-SymbolicName", "counting"));
        try (RunningFramework framework = start(first, second)) {
            assertEquals(1, framework.run(List.of("run"), PATIENCE));
        }
    }

    @Test
    void bundlesOfAnEarlierCommandDoNotStart() throws Exception {
        start(bundle("counting", Counting.class, Map.of())).close();
        Path silent = bundle("silent", null, Map.of());
        try (RunningFramework framework = start(silent)) {
            assertThrows(LaunchException.class, () -> framework.run(List.of(), PATIENCE));
        }
    }

    @Test
    void whatBundlesMissIsSaidInWords() throws Exception {
        Path picky = bundle(
                "org.example.picky",
                null,
                Map.of(
                        "Import-Package",
                        "org.example.absent;version=\"[1.2,2)\",org.example.dispensable;resolution:=optional",
                        "Require-Capability",
                        "opbrief.dataset;filter:=\"(opbrief.dataset=seizure)\""));
        Path user = bundle("org.example.user", null, Map.of("Require-Bundle", "org.example.picky"));
        LaunchException refused = assertThrows(LaunchException.class, () -> start(picky, user));
        assertEquals(
                "Parts of Opbrief do not fit together:"
                        + " org.example.picky needs the package org.example.absent 1.2.0 or later;"
                        + " org.example.picky needs the data set seizure. Install Opbrief again.",
                refused.getMessage());
    }

    @Test
    void aBundleWithoutALibraryForThisSystemIsNamed() throws Exception {
        Path elsewhere = bundle(
                "org.example.elsewhere", null, Map.of("Bundle-NativeCode", "lib/x.so;osname=OS400;processor=S390"));
        LaunchException refused = assertThrows(LaunchException.class, () -> start(elsewhere));
        assertEquals(
                "Parts of Opbrief do not fit together: org.example.elsewhere needs a native library for "
                        + System.getProperty("os.name") + " " + System.getProperty("os.arch")
                        + ", which it does not have. Install Opbrief again.",
                refused.getMessage());
    }

    @Test
    void aBundleThatFailsToStartIsNamed() throws Exception {
        Path failing = bundle("org.example.failing", Failing.class, Map.of());
        LaunchException refused = assertThrows(LaunchException.class, () -> start(failing));
        assertEquals("The bundle org.example.failing cannot be started: no more paper.", refused.getMessage());
    }

    @Test
    void aMissingCommandLineIsSaidInWords() throws Exception {
        try (RunningFramework framework = start(bundle("silent", null, Map.of()))) {
            LaunchException refused =
                    assertThrows(LaunchException.class, () -> framework.run(List.of("version"), PATIENCE));
            assertEquals(
                    "The command line did not start: no bundle offers it, install Opbrief again or see with --debug what"
                            + " fails.",
                    refused.getMessage());
        }
    }

    private RunningFramework start(Path... bundles) throws LaunchException {
        return RunningFramework.start(
                folder.resolve("storage"), new Startup(List.of(), List.of(bundles), Map.of()), false, Optional.empty());
    }

    private Path bundle(String name, Class<?> activator, Map<String, String> headers) throws IOException {
        Manifest manifest = new Manifest();
        Attributes attributes = manifest.getMainAttributes();
        attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.putValue("Bundle-ManifestVersion", "2");
        attributes.putValue("Bundle-SymbolicName", name);
        headers.forEach(attributes::putValue);
        if (activator != null) {
            attributes.putValue("Bundle-Activator", activator.getName());
            attributes.putValue("Import-Package", "org.osgi.framework");
        }
        Path jar = folder.resolve(name + ".jar");
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(out, manifest)) {
            if (activator != null) {
                String path = activator.getName().replace('.', '/') + ".class";
                entries.putNextEntry(new JarEntry(path));
                try (InputStream in = activator.getClassLoader().getResourceAsStream(path)) {
                    in.transferTo(entries);
                }
            }
        }
        return jar;
    }
}
