package org.opbrief.importer.csv;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/**
 * Reads the records of a UTF-8 file, one at a time, and knows the physical line of each. A line ends with LF, CR or
 * CRLF, in any mixture. Blank lines are no records. After a record whose quotes are broken it goes on at the line
 * behind the one where the broken quote opened, so that one bad quote costs one record.
 */
final class RecordScanner implements Closeable {

    /** A record longer than this is taken for one whose quote is never closed. */
    static final int LONGEST_RECORD = 1 << 20;

    /** A record of more fields is none; it also bounds what is held in memory. */
    static final int MOST_FIELDS = 10_000;

    private static final byte SPECIAL = 1;
    private static final byte NUL = 2;
    private static final byte[] KINDS = new byte[256];

    static {
        KINDS[','] = SPECIAL;
        KINDS['"'] = SPECIAL;
        KINDS['\n'] = SPECIAL;
        KINDS['\r'] = SPECIAL;
        KINDS[0] = NUL;
    }

    private static final int END = -1;
    private static final int BROKEN = -2;

    private final ByteSource source;
    private final int delimiter;

    private byte[] content = new byte[1 << 12];
    private int length;
    private int[] ends = new int[64];
    private boolean[] quoting = new boolean[64];
    private int fields;
    /** Kinds of the bytes that the current field holds. */
    private int kinds;

    private long line;
    private long startLine;
    private long quoteLine;
    private long resumeAt;
    private long resumeLine;
    private boolean nul;
    private String failure;

    /** @param line number of the line that starts at the position */
    RecordScanner(Path file, long position, long line, char delimiter) throws IOException {
        this.source = new ByteSource(file, position);
        this.delimiter = delimiter;
        this.line = line;
    }

    /** Goes to the next record; false at the end. */
    boolean next() throws IOException {
        length = 0;
        fields = 0;
        nul = false;
        failure = null;
        int first = skipBlankLines();
        if (first == END) {
            return false;
        }
        for (int current = first; ; current = source.read()) {
            kinds = 0;
            int end = current == '"' ? quoted() : unquoted(current);
            if (end == BROKEN) {
                return true;
            }
            if (fields == MOST_FIELDS) {
                failure = "has more than 10,000 fields";
                if (end == delimiter) {
                    skipLine();
                } else {
                    endLine(end);
                }
                return true;
            }
            closeField();
            if (end != delimiter) {
                endLine(end);
                return true;
            }
        }
    }

    /** Physical line at which the record starts, from 1. */
    long startLine() {
        return startLine;
    }

    /** Of the byte behind the record. */
    long position() {
        return source.position();
    }

    int fields() {
        return fields;
    }

    /** Whether the record holds nothing but delimiters, as spreadsheets write empty rows. */
    boolean isBlank() {
        return fields > 1 && length == 0 && failure().isEmpty();
    }

    /** Why the record cannot be read, in words that follow a colon. */
    Optional<String> failure() {
        return Optional.ofNullable(failure).or(() -> nul ? Optional.of("holds a NUL character") : Optional.empty());
    }

    String field(int index) {
        int start = index == 0 ? 0 : ends[index - 1];
        return new String(content, start, ends[index] - start, StandardCharsets.UTF_8);
    }

    /** Writes the record in the plain form of {@link org.opbrief.api.data.Importer#extract}. */
    void writeTo(OutputStream out) throws IOException {
        out.write(Long.toString(startLine).getBytes(StandardCharsets.US_ASCII));
        int start = 0;
        for (int index = 0; index < fields; index++) {
            out.write(',');
            if (quoting[index]) {
                writeQuoted(out, start, ends[index]);
            } else {
                out.write(content, start, ends[index] - start);
            }
            start = ends[index];
        }
        out.write('\n');
    }

    private void writeQuoted(OutputStream out, int start, int end) throws IOException {
        out.write('"');
        for (int index = start; index < end; index++) {
            if (content[index] == '"') {
                out.write('"');
            }
            out.write(content[index]);
        }
        out.write('"');
    }

    private int skipBlankLines() throws IOException {
        while (true) {
            startLine = line;
            int current = source.read();
            if (current != '\n' && current != '\r') {
                return current;
            }
            endLine(current);
        }
    }

    /** Reads a field without quotes; gives the byte that ended it. */
    private int unquoted(int first) throws IOException {
        int current = first;
        while (current != delimiter && current != '\n' && current != '\r' && current != END) {
            if (length > LONGEST_RECORD) {
                return tooLong();
            }
            append(current);
            current = source.read();
        }
        return current;
    }

    /** Reads a field behind its opening quote; gives the byte that ended it. */
    private int quoted() throws IOException {
        quoteLine = line;
        resumeAt = -1;
        while (true) {
            int current = source.read();
            if (current == '"') {
                if (source.peek() != '"') {
                    return behindQuote();
                }
                source.read();
            } else if (current == END) {
                return broken("the quote that opens in line " + quoteLine + " is never closed");
            } else if (length > LONGEST_RECORD) {
                return broken("the quote that opens in line " + quoteLine + " is not closed within 1 MiB");
            }
            append(current);
            if (current == '\n' || current == '\r') {
                newlineInQuotes(current);
            }
        }
    }

    private void newlineInQuotes(int current) throws IOException {
        if (current == '\r' && source.peek() == '\n') {
            append(source.read());
        }
        line++;
        if (resumeAt < 0) {
            resumeAt = source.position();
            resumeLine = line;
        }
    }

    /** Only blanks may stand between a closing quote and the end of the field. */
    private int behindQuote() throws IOException {
        int current = source.read();
        while ((current == ' ' || current == '\t') && current != delimiter) {
            current = source.read();
        }
        if (current == delimiter || current == END || current == '\n' || current == '\r') {
            return current;
        }
        return broken("the quote that opens in line " + quoteLine
                + " is not closed, or a quote inside the field is not doubled");
    }

    private int tooLong() throws IOException {
        failure = "is longer than 1 MiB";
        skipLine();
        return BROKEN;
    }

    private int broken(String reason) throws IOException {
        failure = reason;
        if (resumeAt < 0) {
            skipLine();
        } else {
            source.seek(resumeAt);
            line = resumeLine;
        }
        return BROKEN;
    }

    private void skipLine() throws IOException {
        int current = source.read();
        while (current != '\n' && current != '\r' && current != END) {
            current = source.read();
        }
        endLine(current);
    }

    private void endLine(int end) throws IOException {
        if (end == '\r' && source.peek() == '\n') {
            source.read();
        }
        line++;
    }

    private void append(int value) {
        if (length == content.length) {
            content = Arrays.copyOf(content, length * 2);
        }
        content[length++] = (byte) value;
        kinds |= KINDS[value];
    }

    private void closeField() {
        if (fields == ends.length) {
            ends = Arrays.copyOf(ends, fields * 2);
            quoting = Arrays.copyOf(quoting, fields * 2);
        }
        takeApostropheOff(fields == 0 ? 0 : ends[fields - 1]);
        quoting[fields] = (kinds & SPECIAL) != 0;
        nul |= (kinds & NUL) != 0;
        ends[fields++] = length;
    }

    /** Programs put one before a text that a spreadsheet would take for a formula; it is no part of the text. */
    private void takeApostropheOff(int start) {
        int next = start;
        while (next < length && content[next] == '\'') {
            next++;
        }
        if (next > start && next < length && "=+-@".indexOf(content[next]) >= 0) {
            System.arraycopy(content, start + 1, content, start, length - start - 1);
            length--;
        }
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
