package org.opbrief.packs;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Collection;
import java.util.Enumeration;
import java.util.Optional;
import java.util.TreeSet;
import org.osgi.framework.Bundle;

/** A pack that is a bundle. */
record BundleContent(Bundle bundle) implements PackContent {

    private static final String FOLDER = "OPBRIEF-INF/";
    private static final int LARGEST_FILE = 16 << 20;

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
        Collection<String> files = new TreeSet<>();
        // entries of the bundle alone: fragments do not add to a pack
        collect(FOLDER, files);
        return files;
    }

    private void collect(String folder, Collection<String> files) {
        Enumeration<String> paths = bundle.getEntryPaths(folder);
        while (paths != null && paths.hasMoreElements()) {
            String path = paths.nextElement();
            if (path.endsWith("/")) {
                collect(path, files);
            } else {
                files.add(path.substring(FOLDER.length()));
            }
        }
    }

    @Override
    public byte[] read(String file) throws IOException {
        URL url = locate(file).orElseThrow(() -> new IOException("There is no " + file + " in " + name()));
        try (InputStream in = url.openStream()) {
            byte[] bytes = in.readNBytes(LARGEST_FILE + 1);
            if (bytes.length > LARGEST_FILE) {
                throw new IOException(file + " is larger than 16 MiB");
            }
            return bytes;
        }
    }

    @Override
    public Optional<URL> locate(String file) {
        return Optional.ofNullable(bundle.getEntry(FOLDER + file));
    }
}
