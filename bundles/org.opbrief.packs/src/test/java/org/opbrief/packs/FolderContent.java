package org.opbrief.packs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;
import org.opbrief.api.pack.PackFiles;

/** A pack that lies in a folder. */
record FolderContent(String name, Path folder) implements PackFiles {

    /** A pack of the project. */
    static FolderContent ofProject(String name) {
        return new FolderContent(name, Path.of("../../reports", name, "src/main/resources/OPBRIEF-INF"));
    }

    @Override
    public String version() {
        return "1.0.0";
    }

    @Override
    public Collection<String> files() {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public byte[] read(String file) throws IOException {
        return Files.readAllBytes(folder.resolve(file));
    }

    @Override
    public Optional<URL> locate(String file) {
        try {
            return Files.exists(folder.resolve(file))
                    ? Optional.of(folder.resolve(file).toUri().toURL())
                    : Optional.empty();
        } catch (MalformedURLException e) {
            throw new UncheckedIOException(e);
        }
    }
}
