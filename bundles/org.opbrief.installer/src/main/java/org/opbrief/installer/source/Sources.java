package org.opbrief.installer.source;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.opbrief.api.data.FileFaults;
import org.opbrief.api.pack.PackException;

/** Finds what the user wants installed: files, folders, addresses, names. */
public final class Sources {

    private final Scratch scratch;
    private final Download download;
    private final List<Given.Jar> jars = new ArrayList<>();
    private final List<Named> names = new ArrayList<>();
    private final List<String> repositories = new ArrayList<>();

    private Sources(Scratch scratch, Download download) {
        this.scratch = scratch;
        this.download = download;
    }

    public static Given find(List<String> sources, Scratch scratch, Download download) throws PackException {
        Sources found = new Sources(scratch, download);
        for (String source : sources) {
            found.find(source);
        }
        return new Given(found.jars, found.names, found.repositories);
    }

    private void find(String source) throws PackException {
        if (Download.isAddress(source)) {
            URI address = Download.address(source);
            String path = address.getPath() == null ? "" : address.getPath();
            String name = path.substring(path.lastIndexOf('/') + 1).replaceAll("[^A-Za-z0-9._-]", "_");
            Path file = scratch.file(name.isEmpty() || name.matches("\\.+") ? "pack.jar" : name);
            download.fetch(address, file, Bundled.LARGEST);
            take(file, source);
            return;
        }
        Optional<Path> path = path(source);
        if (path.isEmpty() || !Files.exists(path.get())) {
            if (source.matches(".*[/\\\\].*|.*\\.(jar|zip)")) {
                throw new PackException("There is no file " + source + ".");
            }
            names.add(Named.of(source));
        } else if (Files.isDirectory(path.get())) {
            folder(path.get(), source);
        } else if (Bundled.isBundled(path.get())) {
            take(path.get(), source);
        } else {
            take(scratch.copy(path.get()), source);
        }
    }

    private static Optional<Path> path(String source) {
        try {
            return Optional.of(Path.of(source));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private void take(Path file, String source) throws PackException {
        if (Bundled.isBundled(file)) {
            Bundled bundled = Bundled.unpack(file, source, scratch);
            names.addAll(bundled.wanted());
            repositories.add(bundled.folder().toString());
        } else {
            jars.add(new Given.Jar(file, source, true));
        }
    }

    private void folder(Path folder, String source) throws PackException {
        List<Path> found;
        try (var files = Files.list(folder)) {
            found = files.filter(file -> file.toString().endsWith(".jar") && Files.isRegularFile(file))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new PackException("The folder " + source + " cannot be read: " + FileFaults.reason(e) + ".", e);
        }
        if (found.isEmpty()) {
            throw new PackException("The folder " + source + " has no packs (files that end with .jar).");
        }
        for (Path file : found) {
            jars.add(new Given.Jar(scratch.copy(file), file.toString(), false));
        }
    }
}
