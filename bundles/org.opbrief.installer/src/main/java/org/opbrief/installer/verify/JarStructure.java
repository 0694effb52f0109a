package org.opbrief.installer.verify;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.opbrief.api.pack.Code;
import org.opbrief.api.pack.PackException;

/**
 * Whether a jar is harmless to those who read it. An archive lists its entries at its end, and each entry says again what it is; programs read one or
 * the other, so both must tell the same.
 */
final class JarStructure {

    static final long LARGEST = 64L << 20;

    private final Path jar;
    private final Refused refused;

    /**
     * What is in a jar.
     *
     * @param files names of its entries without folders, in their order
     */
    record Contents(List<String> files, Code code) {
        Contents {
            files = List.copyOf(files);
        }
    }

    JarStructure(Path jar, Refused refused) {
        this.jar = jar;
        this.refused = refused;
    }

    Contents check() throws PackException {
        try {
            checkKind();
            Map<String, ZipEntry> listed = new LinkedHashMap<>();
            Inflated content = readByList(listed);
            readInSequence(listed);
            return new Contents(
                    listed.keySet().stream().filter(name -> !name.endsWith("/")).toList(), content.code());
        } catch (Budget.Exceeded e) {
            throw e.refusal();
        } catch (IOException e) {
            throw refused.because(e, "it cannot be read (%s)", words(e));
        }
    }

    private void checkKind() throws IOException, PackException {
        long size = Files.size(jar);
        if (size > LARGEST) {
            throw refused.because("it has more than %d MiB; a pack does not", LARGEST >> 20);
        }
        try (InputStream in = Files.newInputStream(jar)) {
            byte[] head = in.readNBytes(FileKind.HEAD);
            if (!FileKind.isZip(head)) {
                throw refused.because("it " + FileKind.of(head));
            }
        }
    }

    private Inflated readByList(Map<String, ZipEntry> listed) throws IOException, PackException {
        Inflated content = new Inflated(refused);
        try (ZipFile zip = open()) {
            EntryNames names = new EntryNames(refused);
            for (ZipEntry entry : zip.stream().toList()) {
                content.budget().entry();
                names.add(entry.getName());
                listed.put(entry.getName(), entry);
            }
            names.checkFolders();
            for (ZipEntry entry : listed.values()) {
                if (entry.isDirectory() && entry.getSize() != 0) {
                    throw refused.because(
                            "the folder \"%s\" has content of its own; the pack is refused", entry.getName());
                }
                try (InputStream in = zip.getInputStream(entry)) {
                    if (!content.read(in, entry.getName(), entry.getCompressedSize())
                            .fits(entry)) {
                        throw damaged(entry.getName());
                    }
                } catch (ZipException | EOFException e) {
                    throw damaged(entry.getName(), e);
                }
            }
        }
        return content;
    }

    private ZipFile open() throws IOException, PackException {
        try {
            return new ZipFile(jar.toFile());
        } catch (ZipException e) {
            String reason = String.valueOf(e.getMessage());
            if (reason.contains("END header")) {
                throw refused.because(e, "its end is missing; copy or download it again");
            }
            if (reason.contains("entry name")) {
                throw refused.because(e, "the name of an entry is not UTF-8, or absent; pack it again");
            }
            if (reason.contains("encrypted")) {
                throw refused.because(e, "it is encrypted; a pack is not");
            }
            throw refused.because(e, "its list of entries is damaged; copy or download it again");
        }
    }

    private void readInSequence(Map<String, ZipEntry> listed) throws IOException, PackException {
        Inflated content = new Inflated(refused);
        Set<String> missing = new HashSet<>(listed.keySet());
        String name = "";
        try (ZipInputStream zip = new ZipInputStream(new BufferedInputStream(Files.newInputStream(jar)))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                name = entry.getName();
                ZipEntry twin = listed.get(name);
                if (twin == null || !missing.remove(name)) {
                    throw contradictory(name);
                }
                Inflated.Measure measure = content.read(zip, name, twin.getCompressedSize());
                zip.closeEntry();
                if (!measure.fits(twin) || entry.getCompressedSize() != twin.getCompressedSize()) {
                    throw contradictory(name);
                }
            }
        } catch (ZipException | EOFException e) {
            if (String.valueOf(e.getMessage()).contains("encrypted")) {
                throw refused.because(e, "it is encrypted; a pack is not");
            }
            throw damaged(name, e);
        } catch (IllegalArgumentException e) {
            throw refused.because(e, "the name of an entry is not UTF-8; pack it again");
        }
        if (!missing.isEmpty()) {
            throw contradictory(missing.stream().sorted().findFirst().orElseThrow());
        }
    }

    private PackException contradictory(String name) {
        return refused.because(
                "its list of entries and the entries themselves contradict each other about \"%s\"; the pack is refused",
                name);
    }

    private PackException damaged(String name) {
        return refused.because("the entry \"%s\" is damaged; copy or download the file again", name);
    }

    private PackException damaged(String name, Exception cause) {
        return refused.because(cause, "the entry \"%s\" is damaged; copy or download the file again", name);
    }

    static String words(IOException e) {
        if (e instanceof NoSuchFileException) {
            return "there is no such file";
        }
        if (e instanceof AccessDeniedException) {
            return "reading it is not allowed";
        }
        return String.valueOf(e.getMessage());
    }
}
