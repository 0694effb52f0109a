package org.opbrief.packs;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Collection;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.opbrief.api.pack.PackFiles;
import org.osgi.framework.Bundle;

/** A pack that is a bundle. */
final class BundleContent implements PackFiles {

    private static final String FOLDER = "OPBRIEF-INF/";
    private static final int LARGEST_FILE = 16 << 20;

    private final Bundle bundle;
    private final Map<String, byte[]> kept = new ConcurrentHashMap<>();
    private Optional<SortedSet<String>> files = Optional.empty();

    BundleContent(Bundle bundle) {
        this.bundle = bundle;
    }

    @Override
    public String name() {
        return bundle.getSymbolicName();
    }

    @Override
    public String version() {
        return bundle.getVersion().toString();
    }

    /** Entries of the bundle alone: fragments do not add to a pack. */
    @Override
    public synchronized Collection<String> files() {
        if (files.isEmpty()) {
            SortedSet<String> found = new TreeSet<>();
            collect(FOLDER, found);
            files = Optional.of(Collections.unmodifiableSortedSet(found));
        }
        return files.get();
    }

    /** Keeps what those may still ask for who write a report of this version, since a newer one takes its place. */
    synchronized void keepReports() {
        // who writes a report of it has asked for its files before
        for (String file : files.orElse(Collections.emptySortedSet())) {
            if (file.startsWith("reports/")) {
                try {
                    kept.put(file, read(file));
                } catch (IOException e) {
                    // who asks for it is told the same
                }
            }
        }
    }

    private void collect(String folder, Collection<String> found) {
        Enumeration<String> paths = bundle.getEntryPaths(folder);
        while (paths != null && paths.hasMoreElements()) {
            String path = paths.nextElement();
            if (path.endsWith("/")) {
                collect(path, found);
            } else {
                found.add(path.substring(FOLDER.length()));
            }
        }
    }

    @Override
    public byte[] read(String file) throws IOException {
        byte[] bytes = kept.get(file);
        if (bytes != null) {
            return bytes.clone();
        }
        try {
            URL url = locate(file).orElseThrow(() -> new IOException("there is no " + file));
            try (InputStream in = url.openStream()) {
                bytes = in.readNBytes(LARGEST_FILE + 1);
            }
        } catch (IOException | IllegalStateException e) {
            throw bundle.getState() == Bundle.UNINSTALLED
                    ? new IOException("the pack " + name() + " was removed", e)
                    : new IOException(e.getMessage(), e);
        }
        if (bytes.length > LARGEST_FILE) {
            throw new IOException(file + " is larger than 16 MiB");
        }
        return bytes;
    }

    @Override
    public Optional<URL> locate(String file) {
        return Optional.ofNullable(bundle.getEntry(FOLDER + file));
    }
}
