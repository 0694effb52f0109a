package org.opbrief.installer.verify;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Changes an archive behind the back of those who write archives. */
final class ZipBytes {

    private static final int LOCAL = 0x04034b50;
    private static final int LISTED = 0x02014b50;

    private final byte[] bytes;
    private final ByteBuffer buffer;

    ZipBytes(byte[] bytes) {
        this.bytes = bytes.clone();
        this.buffer = ByteBuffer.wrap(this.bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    byte[] bytes() {
        return bytes;
    }

    /** Renames an entry, in the list and where it is; both names have the same length. */
    ZipBytes rename(String from, String to) {
        renameListed(from, to);
        return renameLocal(from, to);
    }

    ZipBytes renameListed(String from, String to) {
        return rename(LISTED, 46, from, to);
    }

    ZipBytes renameLocal(String from, String to) {
        return rename(LOCAL, 30, from, to);
    }

    private ZipBytes rename(int kind, int nameOffset, String from, String to) {
        byte[] name = to.getBytes(StandardCharsets.ISO_8859_1);
        int header = find(kind, nameOffset, from);
        System.arraycopy(name, 0, bytes, header + nameOffset, name.length);
        return this;
    }

    /** Lets the list say another size of the unpacked entry. */
    ZipBytes claimSize(String entry, int size) {
        buffer.putInt(find(LISTED, 46, entry) + 24, size);
        return this;
    }

    /** Lets the list lead to where another entry is. */
    ZipBytes pointTo(String entry, String other) {
        int offset = buffer.getInt(find(LISTED, 46, other) + 42);
        buffer.putInt(find(LISTED, 46, entry) + 42, offset);
        return this;
    }

    ZipBytes encrypt(String entry) {
        for (int header : List.of(find(LISTED, 46, entry) + 8, find(LOCAL, 30, entry) + 6)) {
            buffer.putShort(header, (short) (buffer.getShort(header) | 1));
        }
        return this;
    }

    /** Spoils the content of an entry. */
    ZipBytes spoil(String entry) {
        int header = find(LOCAL, 30, entry);
        bytes[header + 30 + buffer.getShort(header + 26) + buffer.getShort(header + 28) + 3] ^= 0x55;
        return this;
    }

    private int find(int kind, int nameOffset, String entry) {
        byte[] name = entry.getBytes(StandardCharsets.UTF_8);
        List<Integer> found = new ArrayList<>();
        for (int i = 0; i + nameOffset + name.length <= bytes.length; i++) {
            if (buffer.getInt(i) == kind
                    && new String(bytes, i + nameOffset, name.length, StandardCharsets.UTF_8).equals(entry)) {
                found.add(i);
            }
        }
        return found.get(0);
    }
}
