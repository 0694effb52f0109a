package org.opbrief.importer.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.Arrays;
import java.util.Optional;
import org.opbrief.api.data.Progress;

/** The lines of a file, each an object. */
final class LineRecords implements Records {
    private static final int LONGEST = 1 << 24;

    private final Reader reader;
    private char[] line = new char[1 << 12];
    private int length;
    private boolean blank;
    private boolean tooLong;
    private long place;
    private int ahead = -1;

    LineRecords(JsonText text, Progress progress) throws IOException {
        reader = new BufferedReader(text.reader(progress), 1 << 16);
    }

    /** Whether one of the first two lines is an object by itself; the other one may be broken. */
    static boolean looksSo(JsonText text) throws IOException {
        try (LineRecords lines = new LineRecords(text, Progress.NONE)) {
            boolean first = lines.nextLine() && !lines.tooLong;
            boolean whole = first && lines.isObject();
            return first && lines.nextLine() && (whole || lines.isObject());
        }
    }

    @Override
    public Optional<Row> next() throws IOException {
        if (!nextLine()) {
            return Optional.empty();
        }
        if (tooLong) {
            return Optional.of(Row.failed("is longer than " + JsonFault.number(LONGEST) + " characters"));
        }
        try (JsonParser parser = JsonText.parser(line, length)) {
            return Optional.of(row(parser));
        } catch (StreamConstraintsException e) {
            return Optional.of(Row.failed(JsonFault.reason(e)));
        } catch (JsonProcessingException e) {
            return Optional.of(Row.failed(
                    JsonFault.reason(e) + " (column " + e.getLocation().getColumnNr() + ")"));
        }
    }

    private static Row row(JsonParser parser) throws IOException {
        parser.nextToken();
        Row row = Flattener.row(parser, false);
        if (parser.nextToken() != null) {
            row.fail("has more behind the end of its object");
        }
        return row;
    }

    @Override
    public long place() {
        return place;
    }

    private boolean isObject() throws IOException {
        try (JsonParser parser = JsonText.parser(line, length)) {
            boolean object = parser.nextToken() == JsonToken.START_OBJECT;
            parser.skipChildren();
            return object && parser.nextToken() == null;
        } catch (JsonProcessingException e) {
            return false;
        }
    }

    /** Goes to the next line that is not blank; false at the end. */
    private boolean nextLine() throws IOException {
        do {
            if (!readLine()) {
                return false;
            }
        } while (blank);
        return true;
    }

    /** Lines end as the store numbers them: with a line feed, a carriage return or both. */
    private boolean readLine() throws IOException {
        length = 0;
        blank = true;
        tooLong = false;
        int current = take();
        if (current < 0) {
            return false;
        }
        place++;
        for (; current >= 0 && current != '\n' && current != '\r'; current = take()) {
            append((char) current);
        }
        if (current == '\r') {
            int next = reader.read();
            ahead = next == '\n' ? -1 : next;
        }
        return true;
    }

    private int take() throws IOException {
        int current = ahead >= 0 ? ahead : reader.read();
        ahead = -1;
        return current;
    }

    private void append(char current) {
        blank &= Character.isWhitespace(current);
        if (length == LONGEST) {
            tooLong = true;
            return;
        }
        if (length == line.length) {
            line = Arrays.copyOf(line, length * 2);
        }
        line[length++] = current;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
