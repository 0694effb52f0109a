package org.opbrief.installer.repository;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.opbrief.api.data.FileFaults;
import org.opbrief.api.pack.PackException;
import org.opbrief.installer.file.Disk;
import org.opbrief.installer.lock.LockedPack;
import org.opbrief.installer.lock.PacksFolder;
import org.opbrief.installer.resolve.Offer;
import org.opbrief.installer.resolve.PackResource;
import org.opbrief.installer.resolve.Resolution;
import org.opbrief.installer.source.Bundled;
import org.opbrief.installer.source.Download;
import org.opbrief.installer.source.Named;
import org.opbrief.installer.source.Scratch;
import org.opbrief.installer.verify.VerifiedPack;
import org.opbrief.installer.verify.Verifier;
import org.osgi.framework.BundleException;

/** Collects packs and all that they need in one file. */
public final class BundleUp {

    /** Of all entries: the same packs give the same bytes. */
    private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final PacksFolder workspace;
    private final Verifier verifier;
    private final Offer offer;
    private final Scratch scratch;
    private final Download download;
    private final Map<PackResource, Jar> available = new LinkedHashMap<>();

    @FunctionalInterface
    private interface Jar {
        Path fetch() throws PackException;
    }

    public BundleUp(PacksFolder workspace, Verifier verifier, Offer offer, Scratch scratch, Download download) {
        this.workspace = workspace;
        this.verifier = verifier;
        this.offer = offer;
        this.scratch = scratch;
        this.download = download;
    }

    /** @return names and versions of what is in it */
    public List<String> write(List<String> names, List<String> repositories, Path file) throws PackException {
        for (LockedPack pack : workspace.read().packs()) {
            VerifiedPack verified = verifier.verify(scratch.copy(workspace.jar(pack)), pack.toString());
            if (!verified.sha256().equals(pack.sha256())) {
                throw new PackException(
                        "The file of the pack " + pack + " was changed after it was installed: install it again.");
            }
            available.put(resource(verified), verified::jar);
        }
        for (String place : repositories) {
            for (Repository.Entry entry :
                    Repository.open(place, scratch, download).entries()) {
                available.put(entry.pack(), () -> entry.fetch(scratch, download));
            }
        }
        List<PackResource> wanted = new ArrayList<>();
        for (String name : names) {
            wanted.add(find(Named.of(name)));
        }
        Resolution resolution = Resolution.of(wanted, List.of(), available.keySet(), offer);
        if (!resolution.problems().isEmpty()) {
            throw new PackException(String.join(" ", resolution.problems()));
        }
        Map<String, VerifiedPack> packs = new TreeMap<>();
        for (PackResource pack : resolution.packs()) {
            VerifiedPack verified = verifier.verify(available.get(pack).fetch(), pack.toString());
            packs.put(verified.title(), verified);
        }
        zip(packs, wanted, file);
        return List.copyOf(packs.keySet());
    }

    private static PackResource resource(VerifiedPack pack) throws PackException {
        try {
            return PackResource.of(pack.name(), pack.version(), pack.headers());
        } catch (BundleException e) {
            throw new PackException(
                    "The manifest of the pack " + pack.title() + " cannot be read: " + e.getMessage() + ".", e);
        }
    }

    private PackResource find(Named named) throws PackException {
        return available.keySet().stream()
                .filter(pack -> named.fits(pack.name(), pack.version()))
                .max(Comparator.comparing(PackResource::version))
                .orElseThrow(() -> new PackException(
                        "Neither the workspace nor a repository that was given has the pack " + named + "."));
    }

    private void zip(Map<String, VerifiedPack> packs, List<PackResource> wanted, Path file) throws PackException {
        try {
            Path folder = Files.createDirectory(scratch.file("bundled"));
            for (VerifiedPack pack : packs.values()) {
                Files.copy(pack.jar(), folder.resolve(pack.name() + "-" + pack.version() + ".jar"));
            }
            new FolderIndex(verifier).write(folder);
            List<String> list = wanted.stream()
                    .map(pack -> pack.name() + "@" + pack.version())
                    .sorted()
                    .distinct()
                    .toList();
            Files.write(folder.resolve(Bundled.LIST), list, StandardCharsets.UTF_8);
            Path part = file.resolveSibling(file.getFileName() + ".part");
            try {
                write(folder, part);
                Disk.REAL.move(part, file);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            throw new PackException(file + " cannot be written: " + FileFaults.reason(e) + ".", e);
        }
    }

    /** The jars are compressed already, so they are stored. */
    private static void write(Path folder, Path zip) throws IOException {
        List<Path> files;
        try (var all = Files.list(folder)) {
            files = all.sorted().toList();
        }
        try (OutputStream out = Files.newOutputStream(zip);
                ZipOutputStream entries = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            for (Path file : files) {
                byte[] content = Files.readAllBytes(file);
                CRC32 crc = new CRC32();
                crc.update(content);
                ZipEntry entry = new ZipEntry(file.getFileName().toString());
                entry.setMethod(ZipEntry.STORED);
                entry.setSize(content.length);
                entry.setCrc(crc.getValue());
                entry.setTimeLocal(TIME);
                entries.putNextEntry(entry);
                entries.write(content);
                entries.closeEntry();
            }
        }
    }
}
