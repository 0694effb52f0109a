package org.opbrief.installer.verify;

import java.io.IOException;
import java.io.InputStream;
import org.opbrief.api.pack.PackException;

/** How much a pack may unpack to, all its entries and those of jars in it together. Counts what comes, not what the archive says. */
final class Budget {

    static final int ENTRIES = 10_000;
    static final long BYTES = 256L << 20;
    static final int RATIO = 200;
    /** Below this size an entry may be as compressible as it likes. */
    static final long SMALL = 1 << 20;

    private final Refused refused;
    private int entries;
    private long bytes;

    Budget(Refused refused) {
        this.refused = refused;
    }

    void entry() throws PackException {
        if (++entries > ENTRIES) {
            throw refused.because("it has more than %,d entries; that is no pack, and it is refused", ENTRIES);
        }
    }

    /**
     * A view of an entry that stops as soon as too much comes.
     *
     * @param packed bytes of the entry in the archive; negative if not known
     */
    Watched watch(InputStream in, String name, long packed) {
        return new Watched(in, name, packed);
    }

    /** Wraps the refusal on its way through {@link InputStream}. */
    static final class Exceeded extends IOException {
        private final PackException refusal;

        Exceeded(PackException refusal) {
            super(refusal);
            this.refusal = refusal;
        }

        PackException refusal() {
            return refusal;
        }
    }

    final class Watched extends InputStream {
        private final InputStream in;
        private final String name;
        private final long packed;
        private long size;

        Watched(InputStream in, String name, long packed) {
            this.in = in;
            this.name = name;
            this.packed = packed;
        }

        /** What came until now. */
        long size() {
            return size;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int count = in.read(buffer, offset, length);
            if (count > 0) {
                size += count;
                bytes += count;
                check();
            }
            return count;
        }

        private void check() throws IOException {
            if (bytes > BYTES) {
                throw new Exceeded(refused.because(
                        "it unpacks to more than %d MiB (at \"%s\"); such an archive is made to fill a disk, and it is refused",
                        BYTES >> 20, name));
            }
            if (packed >= 0 && size > SMALL && size / RATIO > packed) {
                throw new Exceeded(refused.because(
                        "the entry \"%s\" unpacks to more than %d times its size; such an archive is made to fill a disk, and it is refused",
                        name, RATIO));
            }
        }
    }
}
