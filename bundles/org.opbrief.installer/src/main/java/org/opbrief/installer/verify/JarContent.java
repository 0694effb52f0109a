package org.opbrief.installer.verify;

import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.opbrief.api.pack.PackFiles;

/** The definitions of a pack that is a jar. Holds no file open. */
final class JarContent implements PackFiles {

    private static final String FOLDER = "OPBRIEF-INF/";
    private static final int LARGEST_FILE = 16 << 20;

    private final Path jar;
    private final String name;
    private final String version;
    private final SortedSet<String> files;

    JarContent(Path jar, String name, String version, Collection<String> entries) {
        this.jar = jar;
        this.name = name;
        this.version = version;
        SortedSet<String> below = new TreeSet<>();
        entries.stream()
                .filter(entry -> entry.startsWith(FOLDER))
                .map(entry -> entry.substring(FOLDER.length()))
                .forEach(below::add);
        this.files = Collections.unmodifiableSortedSet(below);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String version() {
        return version;
    }

    @Override
    public Collection<String> files() {
        return files;
    }

    @Override
    public byte[] read(String file) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            ZipEntry entry = zip.getEntry(FOLDER + file);
            if (entry == null || !files.contains(file)) {
                throw new IOException("there is no " + file);
            }
            try (InputStream in = zip.getInputStream(entry)) {
                byte[] bytes = in.readNBytes(LARGEST_FILE + 1);
                if (bytes.length > LARGEST_FILE) {
                    throw new IOException(file + " is larger than 16 MiB");
                }
                return bytes;
            }
        }
    }

    @Override
    public Optional<URL> locate(String file) {
        if (!files.contains(file)) {
            return Optional.empty();
        }
        try {
            String path = new URI(null, null, "/" + FOLDER + file, null).getRawPath();
            return Optional.of(new URL(null, "jar:" + jar.toUri() + "!" + path, new Uncached()));
        } catch (MalformedURLException | URISyntaxException e) {
            throw new IllegalStateException("no address for " + file, e);
        }
    }

    /** Java keeps jars open that were read through an address, and would show old content after a jar was replaced. */
    private static final class Uncached extends URLStreamHandler {
        @Override
        protected URLConnection openConnection(URL url) throws IOException {
            URLConnection connection = new URL(url.toExternalForm()).openConnection();
            connection.setUseCaches(false);
            return connection;
        }
    }
}
