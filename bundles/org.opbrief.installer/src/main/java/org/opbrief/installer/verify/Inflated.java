package org.opbrief.installer.verify;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.HexFormat;
import java.util.Locale;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.opbrief.api.pack.Code;
import org.opbrief.api.pack.PackException;

/** Reads entries to their end, those of jars in jars too, and notes whether they are code. */
final class Inflated {

    private static final int DEEPEST = 3;
    private static final int MAGIC = 4;
    private static final String CLASS = "cafebabe";
    private static final String SERIALISED = "aced0005";

    private final Refused refused;
    private final Budget budget;
    private final byte[] buffer = new byte[8192];
    private Code code = Code.NONE;

    Inflated(Refused refused) {
        this.refused = refused;
        this.budget = new Budget(refused);
    }

    Budget budget() {
        return budget;
    }

    Code code() {
        return code;
    }

    /** What an entry turned out to be. */
    record Measure(long size, long crc) {
        boolean fits(ZipEntry entry) {
            return size == entry.getSize() && crc == entry.getCrc();
        }
    }

    Measure read(InputStream entry, String name, long packed) throws IOException, PackException {
        return read(entry, name, packed, 1);
    }

    private Measure read(InputStream entry, String name, long packed, int depth) throws IOException, PackException {
        Budget.Watched watched = budget.watch(entry, name, packed);
        CheckedInputStream in = new CheckedInputStream(watched, new CRC32());
        BufferedInputStream content = new BufferedInputStream(in);
        content.mark(MAGIC);
        byte[] magic = content.readNBytes(MAGIC);
        content.reset();
        note(name, HexFormat.of().formatHex(magic));
        if (FileKind.isZip(magic)) {
            readJar(content, name, depth);
        } else if (isJar(name)) {
            throw refused.because("\"%s\" in it is no jar, or damaged; copy or download the file again", name);
        }
        while (content.read(buffer) >= 0) {
            // to its end
        }
        return new Measure(watched.size(), in.getChecksum().getValue());
    }

    private void readJar(InputStream content, String name, int depth) throws IOException, PackException {
        if (depth > DEEPEST) {
            throw refused.because("\"%s\" is a jar in a jar in a jar in the pack; the pack is refused", name);
        }
        ZipInputStream zip = new ZipInputStream(content);
        try {
            for (ZipEntry inner = zip.getNextEntry(); inner != null; inner = zip.getNextEntry()) {
                budget.entry();
                read(zip, name + "!" + inner.getName(), -1, depth + 1);
            }
        } catch (ZipException | EOFException | IllegalArgumentException e) {
            // what cannot be read in sequence is no bomb for those who read in sequence; workbooks are such
            if (isJar(name)) {
                throw refused.because(e, "\"%s\" in it is damaged; copy or download the file again", name);
            }
        }
    }

    private void note(String name, String magic) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (isJar(name)
                || lower.endsWith(".class")
                || lower.endsWith(".jasper")
                || magic.equals(CLASS)
                || magic.equals(SERIALISED)) {
            code = Code.JAVA;
        } else if (code == Code.NONE && (lower.endsWith(".jrxml") || lower.endsWith(".jrtx"))) {
            code = Code.EXPRESSIONS;
        }
    }

    private static boolean isJar(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".jar") || lower.endsWith(".war");
    }
}
