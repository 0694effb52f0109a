package org.opbrief.authoring;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * Jars whose bytes depend on their content alone: entries sorted, the manifest and signatures first, one time for all, and nothing compressed,
 * since compressors differ from one Java to the next.
 */
final class PackJar {

    static final String MANIFEST = "META-INF/MANIFEST.MF";

    private static final LocalDateTime TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

    private PackJar() {}

    static byte[] write(byte[] manifest, SortedMap<String, byte[]> content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.setMethod(ZipOutputStream.STORED);
            add(zip, MANIFEST, manifest);
            for (boolean first : new boolean[] {true, false}) {
                for (Map.Entry<String, byte[]> entry : content.entrySet()) {
                    if (entry.getKey().startsWith("META-INF/") == first) {
                        add(zip, entry.getKey(), entry.getValue());
                    }
                }
            }
        }
        return bytes.toByteArray();
    }

    /** The files of a jar, the manifest among them. */
    static SortedMap<String, byte[]> read(byte[] jar) throws IOException {
        SortedMap<String, byte[]> content = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(jar))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                content.put(entry.getName(), zip.readAllBytes());
            }
        }
        return content;
    }

    private static void add(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        CRC32 sum = new CRC32();
        sum.update(bytes);
        entry.setCrc(sum.getValue());
        entry.setSize(bytes.length);
        entry.setTimeLocal(TIME);
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
    }
}
