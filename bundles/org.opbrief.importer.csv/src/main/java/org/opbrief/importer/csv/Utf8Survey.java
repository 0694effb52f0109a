package org.opbrief.importer.csv;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * How well bytes fit UTF-8 (Unicode 15, table 3-7).
 *
 * @param sequences well-formed sequences of two and more bytes
 * @param invalid bytes that belong to no well-formed sequence
 * @param firstInvalid position of the first of those in the file, from 0
 * @param windows1252 whether bytes 0x80 to 0x9F occur, and only such as Windows-1252 gives a meaning
 */
record Utf8Survey(long sequences, long invalid, long firstInvalid, boolean windows1252) {

    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
    private static final long NOT_ASCII = 0x8080808080808080L;

    static Utf8Survey of(InputStream in) throws IOException {
        Counter counter = new Counter();
        byte[] block = new byte[1 << 16];
        for (int count = in.read(block); count > 0; count = in.read(block)) {
            counter.take(block, count);
        }
        counter.interrupt();
        return new Utf8Survey(
                counter.sequences, counter.invalid, counter.firstInvalid, counter.c1 && !counter.undefined);
    }

    private static final class Counter {
        private long sequences;
        private long invalid;
        private long firstInvalid;
        private boolean c1;
        private boolean undefined;

        private long position;
        private int taken;
        private int missing;
        private int lowest;
        private int highest;

        void take(byte[] block, int count) {
            int index = 0;
            while (index < count) {
                if (missing == 0 && index + 8 <= count && ((long) EIGHT.get(block, index) & NOT_ASCII) == 0) {
                    index += 8;
                    position += 8;
                } else {
                    take(block[index++] & 0xff);
                    position++;
                }
            }
        }

        private void take(int value) {
            if (missing == 0 && value < 0x80) {
                return;
            }
            c1 |= value >= 0x80 && value <= 0x9f;
            undefined |= value == 0x81 || value == 0x8d || value == 0x8f || value == 0x90 || value == 0x9d;
            if (missing > 0 && value >= lowest && value <= highest) {
                follow();
                return;
            }
            interrupt();
            if (value >= 0x80) {
                lead(value);
            }
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
            lowest = value == 0xe0 ? 0xa0 : value == 0xf0 ? 0x90 : 0x80;
            highest = value == 0xed ? 0x9f : value == 0xf4 ? 0x8f : 0xbf;
            missing = value >= 0xc2 && value <= 0xdf ? 1 : value >= 0xe0 && value <= 0xef ? 2 : 0;
            if (value >= 0xf0 && value <= 0xf4) {
                missing = 3;
            }
            if (missing == 0) {
                invalidAt(position, 1);
            } else {
                taken = 1;
            }
        }

        /** What was taken of a sequence is not well-formed. */
        private void interrupt() {
            if (taken > 0) {
                invalidAt(position - taken, taken);
            }
            taken = 0;
            missing = 0;
        }

        private void invalidAt(long start, int count) {
            if (invalid == 0) {
                firstInvalid = start;
            }
            invalid += count;
        }
    }
}
