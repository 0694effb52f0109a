package org.opbrief.importer.excel;

import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.opbrief.api.data.ImportException;

/** The parts of an OOXML file. What is larger than a workbook can be, or swells beyond measure, is refused. */
final class Parts implements Closeable {
    private static final int MOST_PARTS = 10_000;
    private static final long MOST_BYTES = 16L << 30;
    private static final long MOST_RATIO = 200;
    private static final long ALWAYS_FINE = 64L << 20;

    private final String name;
    private final ZipFile zip;

    private Parts(String name, ZipFile zip) {
        this.name = name;
        this.zip = zip;
    }

    static Parts open(Path file) throws IOException, ImportException {
        String name = file.getFileName().toString();
        ZipFile zip;
        try {
            zip = new ZipFile(file.toFile());
        } catch (ZipException | IllegalArgumentException e) {
            throw new ImportException(name + " " + FileKind.BROKEN.refusal() + ".", e);
        }
        Parts parts = new Parts(name, zip);
        try {
            parts.check(Files.size(file));
            return parts;
        } catch (IOException | ImportException | RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    private void check(long packed) throws ImportException {
        if (zip.size() > MOST_PARTS) {
            throw new ImportException(
                    name + " has " + zip.size() + " parts; workbooks have at most " + MOST_PARTS + ".");
        }
        long all = 0;
        for (ZipEntry entry : Collections.list(zip.entries())) {
            String path = entry.getName();
            String slashed = "/" + path.replace('\\', '/') + "/";
            if (slashed.contains("/../")
                    || path.startsWith("/")
                    || path.startsWith("\\")
                    || path.matches("[A-Za-z]:.*")) {
                throw new ImportException(name + " has a part named " + path
                        + ", which leads out of the file; that is no workbook to trust.");
            }
            if (swells(entry.getSize(), entry.getCompressedSize())) {
                throw bomb(path);
            }
            all += Math.max(0, entry.getSize());
            if (swells(all, packed)) {
                throw new ImportException(
                        name
                                + ": its parts swell to far more than a workbook holds when they are unpacked; it is not read.");
            }
        }
    }

    private static boolean swells(long size, long packed) {
        return size > MOST_BYTES || size > ALWAYS_FINE && size / MOST_RATIO > Math.max(packed, 1);
    }

    private ImportException bomb(String path) {
        return new ImportException(name + ": its part " + path
                + " swells to far more than a sheet can hold when it is unpacked; it is not read.");
    }

    boolean has(String path) {
        return zip.getEntry(path) != null;
    }

    boolean hasUnder(String folder) {
        return zip.stream()
                .anyMatch(entry -> entry.getName().toLowerCase(Locale.ROOT).startsWith(folder));
    }

    /** Unpacked, in bytes. */
    long size(String path) {
        return Optional.ofNullable(zip.getEntry(path)).map(ZipEntry::getSize).orElse(0L);
    }

    /** The caller closes it. */
    Part part(String path) throws IOException, ImportException {
        ZipEntry entry = zip.getEntry(path);
        if (entry == null) {
            throw new ImportException(name + " has no part " + path + ", which it says it has; save it anew in Excel.");
        }
        return new Part(zip.getInputStream(entry), entry);
    }

    /** In front of sentences about the file. */
    String name() {
        return name;
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    /** The bytes of a part, counted. */
    static final class Part extends FilterInputStream {
        private final ZipEntry entry;
        private long count;

        private Part(InputStream in, ZipEntry entry) {
            super(in);
            this.entry = entry;
        }

        String path() {
            return entry.getName();
        }

        /** How much was read, 0 to 1. */
        double share() {
            return Math.min(1, count / (Math.max(0, entry.getSize()) + 1.0));
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] block, int offset, int length) throws IOException {
            int read = super.read(block, offset, length);
            count += Math.max(0, read);
            if (swells(count, entry.getCompressedSize())) {
                throw new ZipException("its part " + path() + " swells to far more than it says");
            }
            return read;
        }
    }
}
