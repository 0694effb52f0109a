package org.opbrief.installer.plan;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import org.opbrief.installer.lock.LockedPack;
import org.opbrief.installer.lock.PacksFolder;
import org.opbrief.installer.lock.PacksLock;
import org.opbrief.installer.resolve.PackResource;
import org.osgi.framework.BundleException;
import org.osgi.framework.Version;

/** The packs that a workspace has, for the resolver. One whose file cannot be read is there and gives nothing. */
final class Present {

    private final Map<String, PackResource> resources = new TreeMap<>();

    Present(PacksFolder folder, PacksLock lock) {
        for (LockedPack pack : lock.packs()) {
            read(pack, folder.jar(pack)).ifPresent(resource -> resources.put(pack.name(), resource));
        }
    }

    private static Optional<PackResource> read(LockedPack pack, Path jar) {
        try (JarFile file = new JarFile(jar.toFile(), false)) {
            Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            Manifest manifest = file.getManifest();
            if (manifest == null) {
                return Optional.empty();
            }
            manifest.getMainAttributes().forEach((name, value) -> headers.put(name.toString(), (String) value));
            return Optional.of(PackResource.of(pack.name(), Version.parseVersion(pack.version()), headers));
        } catch (IOException | BundleException | RuntimeException e) {
            return Optional.empty();
        }
    }

    Collection<PackResource> all() {
        return resources.values();
    }

    Optional<PackResource> of(String name) {
        return Optional.ofNullable(resources.get(name));
    }
}
