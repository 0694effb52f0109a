package org.opbrief.workbench.settings;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the user chose, kept in a file. A value in it that makes no sense is as if it were absent. For the UI thread.
 */
public final class Settings {
    private static final String LANGUAGE = "language";
    private static final String EDITION = "edition";
    private static final String FORMATS = "formats";
    private static final String OUTPUT_FOLDER = "output-folder";
    private static final String MEMORY = "memory"; // read by the scripts that start Opbrief, too
    private static final String START_WORKSPACE = "start-workspace";
    private static final String RECENT = "recent.";
    private static final int RECENT_KEPT = 8;

    /** Less than this, in MB, is not enough for the window. */
    public static final int LEAST_MEMORY = 256;

    private final Path file;
    private final Properties values;

    private Settings(Path file, Properties values) {
        this.file = file;
        this.values = values;
    }

    /**
     * Reads the settings; those of a file that is absent or damaged are the defaults.
     *
     * @param file UTF-8 properties; made when the first setting is kept
     */
    public static Settings of(Path file) {
        Properties values = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            values.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            values.clear(); // settings are a convenience: without them all works
        }
        return new Settings(file, values);
    }

    /** The language of the window from its next start on; empty for the system's. */
    public Optional<Locale> language() {
        return text(LANGUAGE).map(Locale::forLanguageTag).filter(locale -> !locale.getLanguage()
                .isEmpty());
    }

    public void language(Optional<Locale> language) {
        put(LANGUAGE, language.map(Locale::toLanguageTag).orElse(""));
    }

    /** Id of the edition that reports which have it start with; empty for each report's own first one. */
    public Optional<String> edition() {
        return text(EDITION);
    }

    public void edition(Optional<String> edition) {
        put(EDITION, edition.orElse(""));
    }

    /** Formats that an export offers as chosen. */
    public Set<String> formats() {
        Set<String> formats = new LinkedHashSet<>();
        text(FORMATS).ifPresent(joined -> Stream.of(joined.split(","))
                .map(String::strip)
                .filter(format -> !format.isEmpty())
                .forEach(formats::add));
        return formats.isEmpty() ? Set.of("pdf", "xlsx") : formats;
    }

    public void formats(Set<String> formats) {
        put(FORMATS, String.join(",", formats));
    }

    /** The folder that an export offers first; empty for the workspace's {@code out}. */
    public Optional<Path> outputFolder() {
        return text(OUTPUT_FOLDER).flatMap(Settings::path);
    }

    public void outputFolder(Optional<Path> folder) {
        put(OUTPUT_FOLDER, folder.map(Path::toString).orElse(""));
    }

    /** How much memory Java may use from the next start on, in MB; empty for as much as it takes by itself. */
    public Optional<Integer> memory() {
        return text(MEMORY)
                .filter(digits -> digits.matches("[0-9]{1,7}"))
                .map(Integer::valueOf)
                .filter(megabytes -> megabytes >= LEAST_MEMORY);
    }

    /** @param megabytes at least {@link #LEAST_MEMORY} */
    public void memory(Optional<Integer> megabytes) {
        put(MEMORY, megabytes.map(String::valueOf).orElse(""));
    }

    /** Workspaces that were open before, the latest first. */
    public List<Path> recentWorkspaces() {
        List<Path> recent = new ArrayList<>();
        for (int i = 1; i <= RECENT_KEPT; i++) {
            text(RECENT + i).flatMap(Settings::path).ifPresent(recent::add);
        }
        return recent;
    }

    /** Puts a workspace first among the recent ones. */
    public void opened(Path workspace) {
        List<Path> recent = recentWorkspaces();
        recent.remove(workspace);
        recent.add(0, workspace);
        recentWorkspaces(recent);
    }

    /** Takes a workspace away from the recent ones; the folder stays. */
    public void forget(Path workspace) {
        List<Path> recent = recentWorkspaces();
        recent.remove(workspace);
        recentWorkspaces(recent);
    }

    private void recentWorkspaces(List<Path> recent) {
        for (int i = 1; i <= RECENT_KEPT; i++) {
            put(RECENT + i, i <= recent.size() ? recent.get(i - 1).toString() : "");
        }
    }

    /** The one of the recent workspaces that was open last and is still there. */
    public Optional<Path> lastWorkspace() {
        return recentWorkspaces().stream().filter(Files::isDirectory).findFirst();
    }

    /** The workspace to open if none is named; empty for the one that was open last. */
    public Optional<Path> startWorkspace() {
        return text(START_WORKSPACE).flatMap(Settings::path).filter(Path::isAbsolute);
    }

    public void startWorkspace(Optional<Path> workspace) {
        put(START_WORKSPACE, workspace.map(Path::toString).orElse(""));
    }

    /** @throws IOException if the file cannot be written; what it held is as before */
    public void keep() throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Path beside = file.resolveSibling(file.getFileName() + ".new");
        try {
            try (Writer writer = Files.newBufferedWriter(beside)) {
                values.store(writer, null);
            }
            Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    private Optional<String> text(String key) {
        return Optional.ofNullable(values.getProperty(key)).filter(value -> !value.isBlank());
    }

    private void put(String key, String value) {
        if (value.isBlank()) {
            values.remove(key);
        } else {
            values.setProperty(key, value);
        }
    }

    private static Optional<Path> path(String text) {
        try {
            return Optional.of(Path.of(text));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }
}
