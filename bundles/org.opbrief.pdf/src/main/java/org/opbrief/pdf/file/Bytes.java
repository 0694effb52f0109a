package org.opbrief.pdf.file;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A growing buffer that is written in PDF syntax. Numbers, references and operators end with a space, so that what
 * follows needs none.
 */
public final class Bytes {
    private static final byte[] HEX = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);
    private static final String DELIMITERS = "#/()<>[]{}%";

    private byte[] data = new byte[256];
    private int length;

    public byte[] data() {
        return data;
    }

    public int length() {
        return length;
    }

    public void clear() {
        length = 0;
    }

    /** Characters up to U+00FF, one byte each. */
    public Bytes ascii(String text) {
        int count = text.length();
        reserve(count);
        for (int i = 0; i < count; i++) {
            data[length++] = (byte) text.charAt(i);
        }
        return this;
    }

    public Bytes append(Bytes other) {
        reserve(other.length);
        System.arraycopy(other.data, 0, data, length, other.length);
        length += other.length;
        return this;
    }

    /** With at most three decimals, which is 1/72000 inch, and no exponent. */
    public Bytes number(double value) {
        long thousandths = Math.round(value * 1000);
        reserve(24);
        if (thousandths < 0) {
            data[length++] = '-';
            thousandths = -thousandths;
        }
        digits(thousandths / 1000);
        int rest = (int) (thousandths % 1000);
        if (rest != 0) {
            data[length++] = '.';
            data[length++] = (byte) ('0' + rest / 100);
            if (rest % 100 != 0) {
                data[length++] = (byte) ('0' + rest / 10 % 10);
                if (rest % 10 != 0) {
                    data[length++] = (byte) ('0' + rest % 10);
                }
            }
        }
        data[length++] = ' ';
        return this;
    }

    public Bytes integer(long value) {
        reserve(24);
        if (value < 0) {
            data[length++] = '-';
        }
        digits(Math.abs(value));
        data[length++] = ' ';
        return this;
    }

    public Bytes reference(int object) {
        return integer(object).ascii("0 R ");
    }

    /** Four hexadecimal digits: a glyph of an Identity-H font. */
    public Bytes hex4(int value) {
        reserve(4);
        data[length++] = HEX[value >> 12 & 15];
        data[length++] = HEX[value >> 8 & 15];
        data[length++] = HEX[value >> 4 & 15];
        data[length++] = HEX[value & 15];
        return this;
    }

    public Bytes name(String name) {
        ascii("/");
        for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
            int value = b & 255;
            reserve(3);
            if (value < 33 || value > 126 || DELIMITERS.indexOf(value) >= 0) {
                data[length++] = '#';
                data[length++] = HEX[value >> 4];
                data[length++] = HEX[value & 15];
            } else {
                data[length++] = b;
            }
        }
        return this;
    }

    /** A text string (UTF-16 with byte order mark, in hexadecimal). */
    public Bytes text(String text) {
        ascii("<FEFF");
        for (int i = 0; i < text.length(); i++) {
            hex4(text.charAt(i));
        }
        return ascii(">");
    }

    /** A byte string in hexadecimal. */
    public Bytes hex(byte[] bytes) {
        ascii("<");
        for (byte b : bytes) {
            reserve(2);
            data[length++] = HEX[b >> 4 & 15];
            data[length++] = HEX[b & 15];
        }
        return ascii(">");
    }

    @Override
    public String toString() {
        return new String(data, 0, length, StandardCharsets.ISO_8859_1);
    }

    private void digits(long value) {
        if (value > Integer.MAX_VALUE) {
            ascii(Long.toString(value));
            return;
        }
        int rest = (int) value;
        int count = 1;
        for (int more = rest / 10; more > 0; more /= 10) {
            count++;
        }
        for (int i = length + count - 1; i >= length; i--) {
            data[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        length += count;
    }

    private void reserve(int count) {
        if (length + count > data.length) {
            data = Arrays.copyOf(data, Math.max(data.length * 2, length + count));
        }
    }
}
