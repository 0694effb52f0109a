package org.opbrief.installer.repository;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.opbrief.api.data.FileFaults;
import org.opbrief.api.pack.PackException;
import org.opbrief.installer.file.Sha256;
import org.opbrief.installer.resolve.PackResource;
import org.opbrief.installer.source.Download;
import org.opbrief.installer.source.Scratch;
import org.osgi.resource.Capability;
import org.osgi.resource.Resource;

/** A folder of packs, here or on a web server, as its index describes it. */
public final class Repository {

    /** Name of the index. */
    public static final String INDEX = "index.xml";

    static final String CONTENT = "osgi.content";

    private static final long LARGEST_INDEX = 64L << 20;
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    private final String name;
    private final List<Entry> entries;

    private Repository(String name, List<Entry> entries) {
        this.name = name;
        this.entries = entries;
    }

    /**
     * A pack of a repository.
     *
     * @param pack as the index says it is
     * @param address of its jar
     * @param sha256 that the jar must have
     */
    public record Entry(PackResource pack, URI address, String sha256) {

        /** Fetches the jar and checks that it is the one that the index has. */
        public Path fetch(Scratch scratch, Download download) throws PackException {
            Path file = scratch.file(pack.name() + "-" + pack.version() + ".jar");
            download.fetch(address, file, Scratch.LARGEST);
            try {
                if (!Sha256.of(file).equals(sha256)) {
                    throw new PackException(address + " is not the file that the repository's index names "
                            + "(SHA-256 " + sha256 + "): it was changed, or the index is out of date.");
                }
                return file;
            } catch (IOException e) {
                throw new PackException(address + " cannot be read: " + FileFaults.reason(e) + ".", e);
            }
        }
    }

    /** @param place a folder, or an address of one or of an index */
    public static Repository open(String place, Scratch scratch, Download download) throws PackException {
        URI index = index(place);
        Path file = scratch.file(INDEX);
        download.fetch(index, file, LARGEST_INDEX);
        try {
            List<Entry> entries = new ArrayList<>();
            for (Resource resource : Index.read(index, Files.readAllBytes(file))) {
                Optional<PackResource> pack = PackResource.of(resource);
                if (pack.isPresent()) {
                    entries.add(entry(pack.get(), index));
                }
            }
            entries.sort(Comparator.comparing((Entry entry) -> entry.pack().version())
                    .reversed());
            return new Repository(place, entries);
        } catch (IOException e) {
            throw new PackException(index + " cannot be read: " + FileFaults.reason(e) + ".", e);
        }
    }

    private static URI index(String place) throws PackException {
        if (Download.isAddress(place)) {
            URI address = Download.address(place);
            return place.endsWith(".xml")
                    ? address
                    : URI.create(place.endsWith("/") ? place + INDEX : place + "/" + INDEX);
        }
        Path folder = Path.of(place);
        Path index = Files.isRegularFile(folder) ? folder : folder.resolve(INDEX);
        if (!Files.exists(folder)) {
            throw new PackException("There is no repository " + place + ".");
        }
        if (!Files.exists(index)) {
            throw new PackException("The folder " + place + " has no " + INDEX
                    + ", so it is no repository yet: make one with" + " opbrief repo index " + place + ".");
        }
        return index.toUri();
    }

    private static Entry entry(PackResource pack, URI index) throws PackException {
        for (Capability content : pack.getCapabilities(CONTENT)) {
            Map<String, Object> attributes = content.getAttributes();
            String sha256 = String.valueOf(attributes.get(CONTENT)).toLowerCase(Locale.ROOT);
            if (SHA256.matcher(sha256).matches() && attributes.get("url") instanceof String url) {
                URI address = Download.address(url);
                if (!index.getScheme().equalsIgnoreCase("file")
                        && address.getScheme().equalsIgnoreCase("file")) {
                    throw new PackException(index + " names the file " + url + " on this machine, which it must not.");
                }
                return new Entry(pack, address, sha256);
            }
        }
        throw new PackException(index + " does not say where the pack " + pack + " is, and what SHA-256 it has.");
    }

    /** Newest versions first. */
    public List<Entry> entries() {
        return entries;
    }

    /** As the user named it. */
    public String name() {
        return name;
    }
}
