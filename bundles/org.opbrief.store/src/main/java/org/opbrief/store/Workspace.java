package org.opbrief.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.opbrief.api.data.StoreException;

/** The places of a workspace folder. Each is made when it is first needed. */
record Workspace(Path folder) {
    /** Name of the folder with the mappings that were agreed to. */
    static final String MAPPINGS = "mappings";

    private static final Set<String> OWN = Set.of(
            "opbrief.duckdb",
            "opbrief.duckdb.wal",
            "sources",
            "packs",
            MAPPINGS,
            "datasets",
            "out",
            "logs",
            "house",
            ".pictures",
            ".lock",
            ".staging",
            ".spill");
    /** How folders begin that others make for a while. */
    private static final String TEMPORARY = ".tmp-";

    private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

    Path database() {
        return folder.resolve("opbrief.duckdb");
    }

    /** Where the engine keeps what it has not yet put into the database. */
    Path log() {
        return folder.resolve("opbrief.duckdb.wal");
    }

    Path lock() {
        return folder.resolve(".lock");
    }

    Path sources() {
        return folder.resolve("sources");
    }

    Path source(String sha256) {
        return sources().resolve(sha256);
    }

    /** Where the definitions of its own data sets are. */
    Path dataSets() {
        return folder.resolve("datasets");
    }

    /** Where an import works; the only folder from which the engine may read files. */
    Path staging() {
        return folder.resolve(".staging");
    }

    /** Where the engine puts what does not fit in memory. */
    Path spill() {
        return folder.resolve(".spill");
    }

    /** Where a source is read anew, of which single records are wanted. */
    Path reread() {
        return folder.resolve(TEMPORARY + "source");
    }

    /** Makes a folder whose parent is there: a workspace that was taken away meanwhile is not begun anew. */
    Path make(Path place) throws IOException {
        return Files.isDirectory(place) ? place : Files.createDirectory(place);
    }

    /** Refuses, without touching it, a folder that holds something else. */
    void refuseOthersFolder() throws StoreException {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new StoreException(folder + " is a file, no folder; name another folder for the workspace.");
        }
        if (!Files.exists(folder) || Files.exists(database())) {
            return;
        }
        try (Stream<Path> entries = Files.list(folder)) {
            if (entries.anyMatch(entry ->
                    !isTemporary(entry) && !OWN.contains(entry.getFileName().toString()))) {
                throw new StoreException("The folder " + folder
                        + " holds other things and is no workspace; name an empty folder or one that does not exist.");
            }
        } catch (IOException e) {
            throw Failures.of("open the folder", folder, e);
        }
    }

    private static boolean isTemporary(Path entry) {
        return entry.getFileName().toString().startsWith(TEMPORARY)
                && Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS);
    }

    /** Deletes what a process that died left behind; only for who holds the lock. */
    void clearLeftovers() throws IOException {
        clearScratch();
        try (Stream<Path> entries = Files.list(folder)) {
            for (Path entry : entries.filter(Workspace::isTemporary).toList()) {
                deleteTree(entry);
            }
        }
    }

    void clearScratch() throws IOException {
        deleteTree(staging());
        deleteTree(spill());
    }

    /** Deletes the copies of files whose import was not committed. */
    void deleteSourcesBut(Set<String> known) throws IOException {
        if (!Files.isDirectory(sources())) {
            return;
        }
        try (Stream<Path> entries = Files.list(sources())) {
            for (Path entry : (Iterable<Path>) entries::iterator) {
                String name = entry.getFileName().toString();
                if (SHA_256.matcher(name).matches() && !known.contains(name)) {
                    Files.delete(entry);
                }
            }
        }
    }

    static void deleteTree(Path root) throws IOException {
        if (!Files.exists(root)) {
            return;
        }
        try (Stream<Path> entries = Files.walk(root)) {
            for (Path entry : entries.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.delete(entry);
            }
        }
    }
}
