package org.opbrief.installer.repository;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.felix.utils.resource.CapabilityImpl;
import org.opbrief.api.data.FileFaults;
import org.opbrief.api.pack.PackException;
import org.opbrief.installer.file.Disk;
import org.opbrief.installer.file.Sha256;
import org.opbrief.installer.resolve.PackResource;
import org.opbrief.installer.verify.VerifiedPack;
import org.opbrief.installer.verify.Verifier;
import org.osgi.framework.BundleException;
import org.osgi.resource.Resource;

/** Makes a folder of packs a repository. The same packs give the same bytes. */
public final class FolderIndex {

    private static final String MIME = "application/vnd.osgi.bundle";
    private static final int HEX = 16;
    private static final int DIGITS = 15;

    private final Verifier verifier;

    public FolderIndex(Verifier verifier) {
        this.verifier = verifier;
    }

    /** @return how many packs it has */
    public int write(Path folder) throws PackException {
        List<Path> jars = jars(folder);
        List<Resource> resources = new ArrayList<>();
        Map<String, String> seen = new HashMap<>();
        StringBuilder all = new StringBuilder();
        for (Path jar : jars) {
            String url = folder.relativize(jar).toString().replace('\\', '/');
            VerifiedPack pack = verifier.verify(jar, jar.toString());
            String other = seen.putIfAbsent(pack.title(), url);
            if (other != null) {
                throw new PackException(
                        other + " and " + url + " are both the pack " + pack.title() + ": remove one of them.");
            }
            resources.add(resource(pack, url, jar));
            all.append(url).append(pack.sha256()).append('\n');
        }
        // tells other versions of the index apart, and is the same for the same packs
        long increment = Long.parseLong(
                Sha256.of(all.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8))
                        .substring(0, DIGITS),
                HEX);
        replace(folder.resolve(Repository.INDEX), Index.write("packs", increment, resources));
        return jars.size();
    }

    private static List<Path> jars(Path folder) throws PackException {
        if (!Files.isDirectory(folder)) {
            throw new PackException("There is no folder " + folder + ".");
        }
        try (var files = Files.walk(folder)) {
            List<Path> jars = files.filter(file -> file.toString().endsWith(".jar") && Files.isRegularFile(file))
                    .sorted()
                    .toList();
            if (jars.isEmpty()) {
                throw new PackException("The folder " + folder + " has no packs (files that end with .jar).");
            }
            return jars;
        } catch (IOException | java.io.UncheckedIOException e) {
            throw new PackException("The folder " + folder + " cannot be read: " + e.getMessage() + ".", e);
        }
    }

    private static Resource resource(VerifiedPack pack, String url, Path jar) throws PackException {
        try {
            PackResource resource = PackResource.of(pack.name(), pack.version(), pack.headers());
            Map<String, Object> content = new LinkedHashMap<>();
            content.put(Repository.CONTENT, pack.sha256());
            content.put("url", new java.net.URI(null, null, url, null).getRawPath());
            content.put("size", Files.size(jar));
            content.put("mime", MIME);
            resource.addCapability(new CapabilityImpl(resource, Repository.CONTENT, Map.of(), content));
            return resource;
        } catch (BundleException | IOException | java.net.URISyntaxException e) {
            throw new PackException(jar + " cannot be indexed: " + e.getMessage() + ".", e);
        }
    }

    private static void replace(Path file, byte[] content) throws PackException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            Files.deleteIfExists(part); // of a process that was killed
            Disk.REAL.write(new ByteArrayInputStream(content), part);
            Disk.REAL.move(part, file);
        } catch (IOException e) {
            try {
                Files.deleteIfExists(part);
            } catch (IOException again) {
                e.addSuppressed(again);
            }
            throw new PackException("The index " + file + " cannot be written: " + FileFaults.reason(e) + ".", e);
        }
    }
}
