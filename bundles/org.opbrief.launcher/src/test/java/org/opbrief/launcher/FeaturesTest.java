package org.opbrief.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opbrief.launcher.FeatureFile.BundleFile;

class FeaturesTest {

    private static final Platform LINUX = Platform.of("Linux", "amd64");
    private static final String DESKTOP = "{\"commands\": [\"desktop\"], \"first\": [\"registry\"],"
            + " \"last\": [\"application\"], \"properties\": {\"area\": \"{state}\", \"Timeout\": \"0\"}}";
    private static final Map<String, String> FILTERS =
            Map.of("gtk", "(&(osgi.ws=gtk)(osgi.arch=x86_64))", "win32", "(osgi.os=win32)");

    @TempDir
    private Path folder;

    private Path memory;

    @BeforeEach
    void writeFeatures() throws IOException {
        memory = folder.resolve("cache/features.txt");
        write("core", "{\"commands\": [\"*\"]}", "api");
        write("pdf", "{\"commands\": [\"run\", \"demo\"], \"formats\": [\"pdf\"]}", "pdf", "fonts");
        write("excel", "{\"commands\": [\"run\", \"demo\"], \"formats\": [\"xlsx\"]}", "poi", "fonts");
    }

    @Test
    void aFeatureTellsItsBundlesAndWhenItStarts() throws LaunchException {
        FeatureFile pdf = read().all().stream()
                .filter(feature -> feature.name().equals("pdf"))
                .findFirst()
                .orElseThrow();
        assertEquals(
                new FeatureFile(
                        "pdf",
                        new Start(List.of("run", "demo"), List.of("pdf"), List.of(), List.of(), Map.of()),
                        List.of(bundle("pdf", ""), bundle("fonts", ""))),
                pdf);
    }

    @Test
    void aCommandThatWritesNothingStartsNoFormat() throws LaunchException {
        assertEquals(Set.of("api"), started("import", "run", "--as", "seizure"));
        assertEquals(Set.of("api"), started("version"));
        assertEquals(Set.of("api"), started());
    }

    @Test
    void allFormatsStartIfNoneIsNamed() throws LaunchException {
        assertEquals(Set.of("api", "fonts", "pdf", "poi"), started("run", "border"));
        assertEquals(Set.of("api", "fonts", "pdf", "poi"), started("--workspace", "W", "demo"));
    }

    @Test
    void onlyTheFormatsAskedForStart() throws LaunchException {
        assertEquals(Set.of("api", "fonts", "pdf"), started("run", "border", "--format", "pdf"));
        assertEquals(Set.of("api", "fonts", "poi"), started("run", "border", "--format=xlsx"));
        assertEquals(Set.of("api", "fonts", "pdf", "poi"), started("run", "border", "--format", "pdf,xlsx"));
    }

    @Test
    void allFormatsStartToSayWhichThereAreIfOneIsUnknown() throws LaunchException {
        assertEquals(Set.of("api", "fonts", "pdf", "poi"), started("run", "border", "--format", "docx"));
    }

    @Test
    void aFeatureSaysWhichOfItsBundlesStartFirstAndLast() throws Exception {
        write("desktop", DESKTOP, "window", "application", "registry");
        Selection selection = read().needed(new CommandLine(List.of("desktop")), LINUX);
        assertEquals(List.of("registry"), artifacts(selection.first()));
        assertEquals(List.of("api", "window", "application"), artifacts(selection.then()));
        assertEquals(Map.of("area", "{state}", "Timeout", "0"), selection.properties());
        assertEquals(Optional.of("desktop"), selection.apart());
    }

    @Test
    void otherCommandsKnowNothingOfIt() throws Exception {
        write("desktop", DESKTOP, "window", "application", "registry");
        Selection selection = read().needed(new CommandLine(List.of("version")), LINUX);
        assertEquals(List.of("api"), artifacts(selection.bundles()));
        assertEquals(Map.of(), selection.properties());
        assertEquals(Optional.empty(), selection.apart());
    }

    @Test
    void onlyWhatIsForThePlatformStarts() throws Exception {
        write("desktop", DESKTOP, "window", "application", "registry", "gtk", "win32");
        Selection here = read().needed(new CommandLine(List.of("desktop")), LINUX);
        assertEquals(List.of("registry", "api", "window", "gtk", "application"), artifacts(here.bundles()));
        Selection there =
                read().needed(new CommandLine(List.of("desktop")), Platform.of("Windows Server 2022", "amd64"));
        assertEquals(List.of("registry", "api", "window", "win32", "application"), artifacts(there.bundles()));
    }

    @Test
    void whatWasReadIsRememberedAsItWas() throws Exception {
        write("desktop", DESKTOP, "window", "application", "registry", "gtk");
        List<FeatureFile> parsed = read().all();
        Features recalled = read();
        assertEquals(parsed, recalled.all());
        assertEquals(Optional.of(parsed), new FeatureMemory(memory).recall(recalled.text()));
    }

    @Test
    void aFeatureThatChangedIsReadAgain() throws Exception {
        read();
        write("core", "{\"commands\": [\"*\"]}", "api", "more");
        assertEquals(Set.of("api", "more"), started("version"));
    }

    @Test
    void aSpoiltMemoryIsNoMatter() throws Exception {
        String json = read().text();
        for (String spoilt : List.of("", "rubbish", json, json + "\n\0\nfeature", json + "\n\0\nbundle\tx\ty")) {
            Files.writeString(memory, spoilt);
            assertEquals(Set.of("api"), started("version"), spoilt);
        }
    }

    @Test
    void aFeatureThatIsNoneIsNamed() throws IOException {
        Path file = folder.resolve("features/core.json");
        Files.writeString(file, "{ \"id\": ");
        LaunchException refused = assertThrows(LaunchException.class, this::read);
        assertEquals("The feature " + file + " cannot be read: install Opbrief again.", refused.getMessage());
    }

    @Test
    void aBundleWithoutAHashIsRefused() throws IOException {
        Path file = folder.resolve("features/core.json");
        Files.writeString(file, Files.readString(file).replace("sha256", "md5"));
        LaunchException refused = assertThrows(LaunchException.class, this::read);
        assertTrue(refused.getMessage().contains("core.json"), refused.getMessage());
    }

    @Test
    void aFolderWithoutFeaturesIsNamed() {
        Path absent = folder.resolve("absent");
        LaunchException refused =
                assertThrows(LaunchException.class, () -> Features.read(absent, new FeatureMemory(memory)));
        assertEquals("The features in " + absent + " cannot be read: install Opbrief again.", refused.getMessage());
    }

    private Features read() throws LaunchException {
        return Features.read(folder.resolve("features"), new FeatureMemory(memory));
    }

    private Set<String> started(String... arguments) throws LaunchException {
        Set<String> names = new TreeSet<>();
        read().needed(new CommandLine(List.of(arguments)), LINUX)
                .bundles()
                .forEach(bundle -> names.add(bundle.artifact()));
        return names;
    }

    private static List<String> artifacts(List<BundleFile> bundles) {
        return bundles.stream().map(BundleFile::artifact).toList();
    }

    private static BundleFile bundle(String name, String filter) {
        return new BundleFile(
                "org.example:" + name + ":1.0", "org/example/" + name + "/1.0/" + name + "-1.0.jar", "aa01", filter);
    }

    private void write(String name, String start, String... bundles) throws IOException {
        List<String> entries = new java.util.ArrayList<>();
        for (String bundle : bundles) {
            String filter = FILTERS.containsKey(bundle) ? ", \"filter\": \"" + FILTERS.get(bundle) + "\"" : "";
            entries.add("{\"id\": \"org.example:" + bundle + ":1.0\", \"sha256\": \"aa01\"" + filter + "}");
        }
        Files.createDirectories(folder.resolve("features"));
        Files.writeString(
                folder.resolve("features").resolve(name + ".json"),
                "{\"feature-resource-version\": \"1.0\", \"id\": \"org.example:" + name + ":1.0\", \"bundles\": ["
                        + String.join(", ", entries)
                        + "], \"extensions\": {\"opbrief-start\": {\"kind\": \"mandatory\", \"type\": \"json\", \"json\": "
                        + start + "}}}");
    }
}
