package org.opbrief.installer.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.opbrief.api.data.FileFaults;
import org.opbrief.api.pack.PackException;

/**
 * Packs in one file with all that they need: a zip of a repository, with a list of the packs that it was made for.
 *
 * @param folder where it was unpacked to
 * @param wanted the packs that it was made for
 */
public record Bundled(Path folder, List<Named> wanted) {

    /** Of the file. */
    public static final long LARGEST = 512L << 20;

    /** Its list, a name and version a line. */
    public static final String LIST = "packs.txt";

    private static final long LARGEST_ENTRY = Scratch.LARGEST;
    private static final int MOST_ENTRIES = 1_000;

    /** Whether a file is one of these, and not a jar. */
    static boolean isBundled(Path file) {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return zip.getEntry(LIST) != null
                    && zip.getEntry("index.xml") != null
                    && zip.getEntry("META-INF/MANIFEST.MF") == null;
        } catch (IOException e) {
            return false;
        }
    }

    static Bundled unpack(Path file, String source, Scratch scratch) throws PackException {
        Path folder = scratch.file("bundled");
        List<Named> wanted = new ArrayList<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            if (zip.size() > MOST_ENTRIES) {
                throw new PackException(source + " has more than " + MOST_ENTRIES + " packs in it.");
            }
            Files.createDirectory(folder);
            long total = 0;
            for (ZipEntry entry : Collections.list(zip.entries())) {
                if (!entry.getName().matches("[A-Za-z0-9_][A-Za-z0-9._-]*")) {
                    throw new PackException(source + " has an entry with the name '" + entry.getName()
                            + "', which no file of packs has.");
                }
                Path target = folder.resolve(entry.getName());
                try (InputStream in = zip.getInputStream(entry)) {
                    Scratch.copy(in, target, source + "!" + entry.getName(), LARGEST_ENTRY);
                }
                total += Files.size(target);
                if (total > LARGEST) {
                    throw new PackException(Scratch.tooLarge(source, LARGEST));
                }
            }
            for (String line : Files.readAllLines(folder.resolve(LIST), StandardCharsets.UTF_8)) {
                wanted.add(Named.of(line));
            }
        } catch (ZipException e) {
            throw new PackException(source + " is damaged: fetch it again.", e);
        } catch (IOException e) {
            throw new PackException(source + " cannot be unpacked: " + FileFaults.reason(e) + ".", e);
        }
        return new Bundled(folder, wanted);
    }
}
