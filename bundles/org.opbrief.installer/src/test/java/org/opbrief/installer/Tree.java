package org.opbrief.installer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.opbrief.installer.file.Sha256;

/** What a folder has in it, byte for byte. */
public final class Tree {

    private Tree() {}

    /** Paths, and the SHA-256 of files. */
    public static Map<String, String> of(Path folder) throws IOException {
        Map<String, String> tree = new TreeMap<>();
        if (Files.exists(folder)) {
            try (var files = Files.walk(folder)) {
                for (Path file : files.toList()) {
                    tree.put(folder.relativize(file).toString(), Files.isDirectory(file) ? "" : Sha256.of(file));
                }
            }
        }
        return tree;
    }
}
