package org.opbrief.packs;

import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.opbrief.api.pack.PackFiles;

/**
 * The data sets that a workspace defines itself, as if they were a pack's.
 *
 * @param workspace its folder
 * @param stamps what tells each file from an earlier state of it, by name
 */
record OwnFiles(Path workspace, SortedMap<String, String> stamps) implements PackFiles {
    static final String FOLDER = "datasets";

    private static final int LARGEST_FILE = 1 << 20;

    /** As they are now; none if they cannot be listed. */
    static OwnFiles of(Path workspace) {
        SortedMap<String, String> stamps = new TreeMap<>();
        Path folder = workspace.resolve(FOLDER);
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.yaml")) {
                for (Path file : files) {
                    BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
                    stamps.put(
                            FOLDER + "/" + file.getFileName(),
                            attributes.lastModifiedTime().toMillis() + " " + attributes.size());
                }
            } catch (IOException | java.nio.file.DirectoryIteratorException e) {
                return new OwnFiles(workspace, new TreeMap<>());
            }
        }
        return new OwnFiles(workspace, stamps);
    }

    @Override
    public String name() {
        return "this workspace";
    }

    @Override
    public String version() {
        return "";
    }

    @Override
    public Collection<String> files() {
        return List.copyOf(stamps.keySet());
    }

    @Override
    public byte[] read(String file) throws IOException {
        try (InputStream in = Files.newInputStream(workspace.resolve(file))) {
            return in.readNBytes(LARGEST_FILE + 1);
        }
    }

    @Override
    public Optional<URL> locate(String file) {
        try {
            return Optional.of(workspace.resolve(file).toUri().toURL());
        } catch (MalformedURLException e) {
            return Optional.empty();
        }
    }
}
