package org.opbrief.importer.excel;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Texts in a file, by number. A second file has where each one starts; of both, some pages are in memory. */
final class StringFile implements SharedStrings {
    private static final int PAGE = 1 << 16;
    private static final int MOST_PAGES = 256;
    private static final int RECENT = 1 << 13;

    private final Path texts;
    private final Path starts;
    private final DataOutputStream textsOut;
    private final DataOutputStream startsOut;
    private final int[] recentIndex = new int[RECENT];
    private final String[] recent = new String[RECENT];
    private Pages textPages;
    private Pages startPages;
    private long end;
    private int size;

    StringFile(Path texts) throws IOException {
        this.texts = texts;
        this.starts = texts.resolveSibling(texts.getFileName() + ".starts");
        this.textsOut = out(texts);
        this.startsOut = out(starts);
    }

    private static DataOutputStream out(Path file) throws IOException {
        return new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), PAGE));
    }

    void add(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        textsOut.write(bytes);
        startsOut.writeLong(end);
        end += bytes.length;
        size++;
    }

    /** After this, texts can be got and no more be added. */
    void finish() throws IOException {
        startsOut.writeLong(end);
        textsOut.close();
        startsOut.close();
        textPages = new Pages(texts);
        startPages = new Pages(starts);
    }

    @Override
    public String get(int index) throws IOException {
        int slot = index & RECENT - 1;
        if (recent[slot] == null || recentIndex[slot] != index) {
            ByteBuffer bounds = ByteBuffer.wrap(startPages.read(index * 8L, 16));
            long start = bounds.getLong();
            recent[slot] = new String(textPages.read(start, (int) (bounds.getLong() - start)), StandardCharsets.UTF_8);
            recentIndex[slot] = index;
        }
        return recent[slot];
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public void close() throws IOException {
        try (DataOutputStream first = textsOut;
                DataOutputStream second = startsOut;
                Pages third = textPages;
                Pages fourth = startPages) {
            // only closed
        } finally {
            Files.deleteIfExists(texts);
            Files.deleteIfExists(starts);
        }
    }

    /** Reads any bytes of a file; what was read lately is in memory. */
    private static final class Pages implements AutoCloseable {
        private final FileChannel channel;
        private final Map<Long, byte[]> pages = new LinkedHashMap<>(MOST_PAGES * 2, 0.75f, true) {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Long, byte[]> eldest) {
                return size() > MOST_PAGES;
            }
        };

        Pages(Path file) throws IOException {
            channel = FileChannel.open(file);
        }

        byte[] read(long position, int length) throws IOException {
            byte[] bytes = new byte[length];
            for (int done = 0; done < length; ) {
                long at = position + done;
                byte[] page = page(at / PAGE);
                int offset = (int) (at % PAGE);
                int count = Math.min(length - done, page.length - offset);
                if (count <= 0) {
                    throw new EOFException("a text is cut off");
                }
                System.arraycopy(page, offset, bytes, done, count);
                done += count;
            }
            return bytes;
        }

        private byte[] page(long number) throws IOException {
            byte[] page = pages.get(number);
            if (page == null) {
                long rest = channel.size() - number * PAGE;
                page = new byte[(int) Math.max(0, Math.min(PAGE, rest))];
                ByteBuffer buffer = ByteBuffer.wrap(page);
                while (buffer.hasRemaining() && channel.read(buffer, number * PAGE + buffer.position()) > 0) {
                    // fills the page
                }
                pages.put(number, page);
            }
            return page;
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }
}
