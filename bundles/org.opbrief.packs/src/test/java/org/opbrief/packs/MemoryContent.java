package org.opbrief.packs;

import java.io.IOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.opbrief.api.pack.PackFiles;

/** A pack whose files a test wrote. */
record MemoryContent(String name, Map<String, String> texts) implements PackFiles {

    @Override
    public String version() {
        return "1.0.0";
    }

    @Override
    public Collection<String> files() {
        return new TreeSet<>(texts.keySet());
    }

    @Override
    public byte[] read(String file) throws IOException {
        if (!texts.containsKey(file)) {
            throw new IOException("there is no " + file);
        }
        return texts.get(file).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public Optional<URL> locate(String file) {
        return Optional.empty();
    }
}
