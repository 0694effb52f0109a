package org.opbrief.installer.verify;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** What people hand over instead of a jar, told by the first bytes of a file. */
final class FileKind {

    /** So many bytes are looked at. */
    static final int HEAD = 512;

    private static final String ZIP = "504b0304";
    private static final Map<String, String> MAGIC = magic();

    private FileKind() {}

    static boolean isZip(byte[] head) {
        return HexFormat.of().formatHex(head).startsWith(ZIP);
    }

    /** Completes the sentence "it …". */
    static String of(byte[] head) {
        if (head.length == 0) {
            return "is empty; copy or download it again";
        }
        String hex = HexFormat.of().formatHex(head);
        for (Map.Entry<String, String> known : MAGIC.entrySet()) {
            if (hex.startsWith(known.getKey())) {
                return "is " + known.getValue() + ", not a pack; a pack is a jar";
            }
        }
        String start = new String(head, StandardCharsets.ISO_8859_1)
                .replaceFirst("^\u00ef\u00bb\u00bf", "")
                .stripLeading()
                .toLowerCase(Locale.ROOT);
        if (start.startsWith("<!doctype html") || start.startsWith("<html")) {
            return "is a web page, not a pack; the address may want a sign-in first, or lead to a page about the file";
        }
        if (start.startsWith("version https://git-lfs")) {
            return "is a Git LFS pointer, not the pack itself; fetch the file with \"git lfs pull\"";
        }
        if (isText(head)) {
            return "is a text, not a pack; a pack is a jar";
        }
        return "is not a jar, or its beginning is damaged; copy or download it again";
    }

    private static Map<String, String> magic() {
        Map<String, String> magic = new LinkedHashMap<>();
        magic.put("504b0506", "an archive without files");
        magic.put("1f8b", "a gzip archive");
        magic.put("fd377a585a", "an xz archive");
        magic.put("425a68", "a bzip2 archive");
        magic.put("377abcaf271c", "a 7z archive");
        magic.put("526172211a07", "a RAR archive");
        magic.put("25504446", "a PDF document");
        return magic;
    }

    /** The cut at the end may go through a character. */
    private static boolean isText(byte[] head) {
        for (int cut = 0; cut < 4 && cut < head.length; cut++) {
            try {
                return StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(head, 0, head.length - cut))
                        .chars()
                        .allMatch(c -> !Character.isISOControl(c) || Character.isWhitespace(c));
            } catch (CharacterCodingException e) {
                continue;
            }
        }
        return false;
    }
}
