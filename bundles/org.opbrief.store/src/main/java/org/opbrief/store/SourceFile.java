package org.opbrief.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.opbrief.api.data.ImportException;
import org.opbrief.api.data.Importer;
import org.opbrief.api.data.Progress;

/** A file that a user wants imported. */
record SourceFile(Path path) {
    private static final int HEAD = 1 << 16;
    private static final String LFS_POINTER = "version https://git-lfs";
    /** Ends of names that promise another content than text, and what they promise. */
    private static final Map<String, String> BINARY_NAMES = Map.of(
            "xlsx", "an Excel workbook",
            "xlsm", "an Excel workbook",
            "xls", "an Excel workbook",
            "ods", "an OpenDocument spreadsheet",
            "parquet", "a Parquet file",
            "zip", "a ZIP archive",
            "gz", "a compressed file",
            "pdf", "a PDF document");

    String name() {
        return path.getFileName() == null ? path.toString() : path.getFileName().toString();
    }

    /** The first bytes, after a look at what the file is. */
    byte[] head() throws ImportException {
        if (!Files.exists(path)) {
            throw new ImportException("There is no file " + path + "; check its name and folder.");
        }
        if (Files.isDirectory(path)) {
            throw new ImportException(path + " is a folder; name the file in it that is to be imported.");
        }
        if (!Files.isReadable(path)) {
            throw new ImportException(path + " cannot be read; ask its owner for the right to read it.");
        }
        byte[] head;
        try (InputStream in = Files.newInputStream(path)) {
            head = in.readNBytes(HEAD);
        } catch (IOException e) {
            throw unreadable(e);
        }
        if (head.length == 0) {
            throw new ImportException(path + " is empty; there is nothing to import.");
        }
        String start = new String(head, 0, Math.min(head.length, 64), StandardCharsets.ISO_8859_1);
        if (start.startsWith(LFS_POINTER)) {
            throw new ImportException(
                    path + " is only a Git-LFS pointer to the data; fetch them with \"git lfs pull\".");
        }
        return head;
    }

    /** The importer that knows such files. */
    Importer importer(List<Importer> importers, byte[] head) throws ImportException {
        String promised = BINARY_NAMES.get(extension());
        if (promised != null && isText(head)) {
            throw new ImportException(path + " is named like " + promised
                    + " but holds text; if it is CSV, give it the ending .csv and import it again.");
        }
        for (Importer importer : importers) {
            if (importer.recognises(path, head)) {
                return importer;
            }
        }
        List<String> formats = importers.stream().map(Importer::format).sorted().toList();
        String kind = isText(head) ? "text of an unknown form" : "binary data of an unknown form";
        throw new ImportException(path + " cannot be imported: it holds " + kind + "; "
                + (formats.isEmpty() ? "no importer is installed." : "known are " + String.join(", ", formats) + "."));
    }

    /** Copies the file and gives the SHA-256 of what was copied, in one pass. */
    String copyTo(Path copy, Progress progress) throws ImportException, IOException {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
        try (InputStream in = open();
                FileChannel channel = FileChannel.open(copy, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                OutputStream out = java.nio.channels.Channels.newOutputStream(channel)) {
            byte[] block = new byte[1 << 18];
            for (int count = read(in, block); count > 0; count = read(in, block)) {
                progress.at("copying " + name(), 0);
                digest.update(block, 0, count);
                out.write(block, 0, count);
            }
            channel.force(true);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private InputStream open() throws ImportException {
        try {
            return Files.newInputStream(path);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private int read(InputStream in, byte[] block) throws ImportException {
        try {
            return in.read(block);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private ImportException unreadable(IOException cause) {
        return new ImportException(path + " cannot be read: " + Failures.reason(cause) + ".", cause);
    }

    private String extension() {
        int dot = name().lastIndexOf('.');
        return dot < 0 ? "" : name().substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    private static boolean isText(byte[] head) {
        int controls = 0;
        for (byte value : head) {
            if (value >= 0 && value < ' ' && value != '\t' && value != '\n' && value != '\r') {
                controls++;
            }
        }
        return controls * 50L <= head.length
                && !new String(head, 0, Math.min(4, head.length), StandardCharsets.ISO_8859_1)
                        .matches("(?s)PK.*|%PDF|PAR1");
    }
}
