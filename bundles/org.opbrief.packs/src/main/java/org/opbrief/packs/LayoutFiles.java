package org.opbrief.packs;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.opbrief.api.pack.PackFiles;

/** A layout and what lies beside it, kept as they are now: the pack may go while its report is written. */
final class LayoutFiles extends URLStreamHandler {

    private static final String PROTOCOL = "pack";
    private static final String ROOT = "/OPBRIEF-INF/";

    private final String pack;
    private final Map<String, byte[]> files = new TreeMap<>();
    private Optional<IOException> failure = Optional.empty();

    private LayoutFiles(PackFiles pack, String folder) {
        this.pack = pack.name();
        try {
            for (String file : pack.files()) {
                if (file.startsWith(folder)) {
                    files.put(ROOT + file, pack.read(file));
                }
            }
        } catch (IOException e) {
            failure = Optional.of(e);
        }
    }

    /** An address of the layout; others that are relative to it lead to what lies beside it. */
    static URL locate(PackFiles pack, String layout) {
        LayoutFiles files = new LayoutFiles(pack, layout.substring(0, layout.lastIndexOf('/') + 1));
        try {
            return new URL(PROTOCOL, pack.name(), -1, ROOT + layout, files);
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    protected URLConnection openConnection(URL url) {
        return new URLConnection(url) {
            @Override
            public void connect() {
                // all is here
            }

            @Override
            public InputStream getInputStream() throws IOException {
                byte[] content = files.get(url.getPath());
                if (content != null) {
                    return new ByteArrayInputStream(content);
                }
                throw failure.orElseGet(() -> new IOException("the pack " + pack + " has no file " + url.getPath()));
            }
        };
    }
}
