package org.opbrief.importer.excel;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** What a file of Excel's containers is, judged by what it holds. */
enum FileKind {
    XLSX(""),
    XLSM(""),
    XLS(""),
    XLSB("is a binary workbook (.xlsb); open it in Excel, save it as .xlsx and import that"),
    ENCRYPTED("is protected by a password; open it in Excel, save it without one and import that"),
    BROKEN(
            "is cut off or damaged: it begins like an Office document and has no directory of its parts; fetch it again"),
    WORD("is a Word document, no workbook; export the table as .xlsx or CSV and import that"),
    SLIDES("is a presentation, no workbook; export the table as .xlsx or CSV and import that"),
    OPEN_DOCUMENT("is an OpenDocument file; save it as .xlsx and import that"),
    OFFICE("is an Office file of a kind that holds no workbook; export the table as .xlsx or CSV and import that"),
    OTHER("is no workbook");

    private static final Pattern PARTS = Pattern.compile("(\\[Content_Types\\]\\.xml|_rels/|xl/|docProps/|word/).*");
    private static final int ZIP = 0x504b0304;
    private static final int OLE2 = 0xd0cf11e0;
    private static final int MOST_TYPES = 1 << 20;

    private final String refusal;

    FileKind(String refusal) {
        this.refusal = refusal;
    }

    boolean isWorkbook() {
        return refusal.isEmpty();
    }

    /** Why it is not read, in words that follow the file's name. */
    String refusal() {
        return refusal;
    }

    static FileKind of(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return of(file, in.readNBytes(1 << 10));
        }
    }

    /** @param head the first bytes of the file */
    static FileKind of(Path file, byte[] head) {
        return switch (start(head)) {
            case ZIP -> ofZip(file, head);
            case OLE2 -> ofOle(file);
            default -> OTHER;
        };
    }

    private static int start(byte[] head) {
        return head.length < 8
                ? 0
                : (head[0] & 0xff) << 24 | (head[1] & 0xff) << 16 | (head[2] & 0xff) << 8 | head[3] & 0xff;
    }

    private static FileKind ofZip(Path file, byte[] head) {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            Optional<String> mime = text(zip, "mimetype");
            if (mime.isPresent() && mime.get().startsWith("application/vnd.oasis.opendocument")) {
                return OPEN_DOCUMENT;
            }
            return text(zip, "[Content_Types].xml").map(FileKind::ofTypes).orElse(OTHER);
        } catch (IOException | IllegalArgumentException e) {
            return firstName(head).filter(PARTS.asMatchPredicate()).isPresent() ? BROKEN : OTHER;
        }
    }

    private static FileKind ofTypes(String types) {
        if (types.contains("sheet.binary.")) {
            return XLSB;
        }
        if (types.contains("ms-excel.sheet.macroEnabled.main")
                || types.contains("ms-excel.template.macroEnabled.main")) {
            return XLSM;
        }
        if (types.contains("spreadsheetml.sheet.main") || types.contains("spreadsheetml.template.main")) {
            return XLSX;
        }
        if (types.contains("wordprocessingml") || types.contains("ms-word")) {
            return WORD;
        }
        return types.contains("presentationml") || types.contains("ms-powerpoint") ? SLIDES : OFFICE;
    }

    private static Optional<String> text(ZipFile zip, String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            return Optional.empty();
        }
        try (InputStream in = zip.getInputStream(entry)) {
            byte[] bytes = in.readNBytes(MOST_TYPES);
            boolean wide = bytes.length > 1 && (bytes[0] == 0 || bytes[1] == 0 || (bytes[0] & 0xfe) == 0xfe);
            return Optional.of(new String(bytes, wide ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8));
        }
    }

    private static Optional<String> firstName(byte[] head) {
        if (head.length < 30) {
            return Optional.empty();
        }
        int length = Math.min((head[26] & 0xff) | (head[27] & 0xff) << 8, head.length - 30);
        return Optional.of(new String(head, 30, length, StandardCharsets.UTF_8));
    }

    private static FileKind ofOle(Path file) {
        try (POIFSFileSystem files = new POIFSFileSystem(file.toFile(), true)) {
            if (files.getRoot().hasEntryCaseInsensitive("EncryptedPackage")) {
                return ENCRYPTED;
            }
            if (files.getRoot().hasEntryCaseInsensitive("Workbook")
                    || files.getRoot().hasEntryCaseInsensitive("Book")) {
                return XLS;
            }
            return files.getRoot().hasEntryCaseInsensitive("WordDocument") ? WORD : OFFICE;
        } catch (IOException | RuntimeException e) {
            return BROKEN;
        }
    }
}
