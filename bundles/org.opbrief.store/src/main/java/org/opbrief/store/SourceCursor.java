package org.opbrief.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;

/** Cuts physical lines from a text file. Going forward it reads each byte once. */
final class SourceCursor implements AutoCloseable {
    /** Of a longer text the rest is left out. */
    static final int LONGEST = 1 << 21;

    private final Path file;
    private final Charset charset;
    private Reader reader;
    private long line;
    private int pushedBack = -1;

    SourceCursor(Path file, Charset charset) throws IOException {
        this.file = file;
        this.charset = charset;
        restart();
    }

    /**
     * The text from the start of one line to the start of another, without the line ends behind it.
     *
     * @param end the line behind the last one; beyond the file for all the rest
     * @return at most {@value #LONGEST} characters
     */
    String lines(long start, long end) throws IOException {
        if (start < line) {
            reader.close();
            restart();
        }
        while (line < start) {
            if (!readLine(null)) {
                return "";
            }
        }
        StringBuilder text = new StringBuilder();
        while (line < end && readLine(text)) {
            // the line was appended
        }
        int length = text.length();
        while (length > 0 && (text.charAt(length - 1) == '\n' || text.charAt(length - 1) == '\r')) {
            length--;
        }
        return text.substring(0, length);
    }

    private void restart() throws IOException {
        reader = new BufferedReader(
                new InputStreamReader(
                        Files.newInputStream(file),
                        charset.newDecoder()
                                .onMalformedInput(CodingErrorAction.REPLACE)
                                .onUnmappableCharacter(CodingErrorAction.REPLACE)),
                1 << 16);
        line = 1;
        pushedBack = -1;
        int first = reader.read();
        if (first != '\ufeff') {
            pushedBack = first;
        }
    }

    /** Reads one line with its end; false at the end of the file. */
    private boolean readLine(StringBuilder target) throws IOException {
        int current = read();
        if (current < 0) {
            return false;
        }
        while (current >= 0) {
            if (target != null && target.length() < LONGEST) {
                target.append((char) current);
            }
            if (current == '\n' || current == '\r') {
                break;
            }
            current = read();
        }
        if (current == '\r') {
            int next = read();
            if (next == '\n') {
                if (target != null) {
                    target.append('\n');
                }
            } else {
                pushedBack = next;
            }
        }
        line++;
        return true;
    }

    private int read() throws IOException {
        if (pushedBack >= 0) {
            int value = pushedBack;
            pushedBack = -1;
            return value;
        }
        return reader.read();
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
