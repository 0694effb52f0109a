package org.opbrief.installer.running;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Collection;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.opbrief.api.pack.PackFiles;
import org.osgi.framework.Bundle;

/** The files of a pack that came with Opbrief and is stopped, so that the catalog does not know it. */
public record ShippedFiles(Bundle bundle) implements PackFiles {

    private static final String FOLDER = "OPBRIEF-INF/";

    @Override
    public String name() {
        return bundle.getSymbolicName();
    }

    @Override
    public String version() {
        return bundle.getVersion().toString();
    }

    @Override
    public Collection<String> files() {
        SortedSet<String> files = new TreeSet<>();
        Enumeration<URL> entries = bundle.findEntries(FOLDER, "*", true);
        if (entries != null) {
            Collections.list(entries).stream()
                    .map(url -> url.getPath().replaceFirst("^/", ""))
                    .filter(path -> !path.endsWith("/"))
                    .forEach(path -> files.add(path.substring(FOLDER.length())));
        }
        return files;
    }

    @Override
    public byte[] read(String file) throws IOException {
        URL url = locate(file).orElseThrow(() -> new IOException("there is no " + file));
        try (InputStream in = url.openStream()) {
            return in.readAllBytes();
        }
    }

    @Override
    public Optional<URL> locate(String file) {
        return Optional.ofNullable(bundle.getEntry(FOLDER + file));
    }
}
