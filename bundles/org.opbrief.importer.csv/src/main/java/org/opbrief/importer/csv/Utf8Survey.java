package org.opbrief.importer.csv;

import java.io.IOException;
import java.io.InputStream;

/**
 * How well bytes fit UTF-8 (Unicode 15, table 3-7).
 *
 * @param sequences well-formed sequences of two and more bytes
 * @param invalid bytes that belong to no well-formed sequence
 * @param firstInvalidLine line of the first of those, from 1
 * @param windows1252 whether bytes 0x80 to 0x9F occur, and only such as Windows-1252 gives a meaning
 */
record Utf8Survey(long sequences, long invalid, long firstInvalidLine, boolean windows1252) {

    static Utf8Survey of(InputStream in) throws IOException {
        Counter counter = new Counter();
        byte[] block = new byte[1 << 16];
        for (int count = in.read(block); count > 0; count = in.read(block)) {
            for (int index = 0; index < count; index++) {
                counter.take(block[index] & 0xff);
            }
        }
        counter.interrupt();
        return new Utf8Survey(
                counter.sequences, counter.invalid, counter.firstInvalidLine, counter.c1 && !counter.undefined);
    }

    private static final class Counter {
        private long sequences;
        private long invalid;
        private long firstInvalidLine;
        private boolean c1;
        private boolean undefined;

        private long line = 1;
        private boolean afterCarriageReturn;
        private int taken;
        private int missing;
        private int lowest;
        private int highest;

        void take(int value) {
            if (missing == 0 && value < 0x80) {
                ascii(value);
                return;
            }
            c1 |= value >= 0x80 && value <= 0x9f;
            undefined |= value == 0x81 || value == 0x8d || value == 0x8f || value == 0x90 || value == 0x9d;
            if (missing > 0 && value >= lowest && value <= highest) {
                follow();
                return;
            }
            interrupt();
            if (value < 0x80) {
                ascii(value);
            } else {
                lead(value);
            }
        }

        private void ascii(int value) {
            if (value == '\r' || value == '\n' && !afterCarriageReturn) {
                line++;
            }
            afterCarriageReturn = value == '\r';
        }

        private void follow() {
            lowest = 0x80;
            highest = 0xbf;
            taken++;
            if (--missing == 0) {
                sequences++;
                taken = 0;
            }
        }

        private void lead(int value) {
            afterCarriageReturn = false;
            lowest = value == 0xe0 ? 0xa0 : value == 0xf0 ? 0x90 : 0x80;
            highest = value == 0xed ? 0x9f : value == 0xf4 ? 0x8f : 0xbf;
            missing = value >= 0xc2 && value <= 0xdf ? 1 : value >= 0xe0 && value <= 0xef ? 2 : 0;
            if (value >= 0xf0 && value <= 0xf4) {
                missing = 3;
            }
            taken = 1;
            if (missing == 0) {
                interrupt();
            }
        }

        /** What was taken of a sequence is not well-formed. */
        private void interrupt() {
            if (taken > 0 && invalid == 0) {
                firstInvalidLine = line;
            }
            invalid += taken;
            taken = 0;
            missing = 0;
        }
    }
}
