package org.opbrief.importer.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.util.Locale;

/** What is wrong with JSON, in words. The parser's own are for programmers. */
final class JsonFault {
    static final int DEEPEST = 100;
    static final int LONGEST_TEXT = 1 << 20;
    static final int LONGEST_NUMBER = 1_000;
    static final int LONGEST_NAME = 1_000;

    private JsonFault() {}

    /** In words that follow a colon, without the place. */
    static String reason(JsonProcessingException e) {
        String message = e.getOriginalMessage();
        if (e instanceof StreamConstraintsException) {
            return limit(message);
        }
        if (e instanceof JsonEOFException || message.startsWith("Unexpected end-of-input")) {
            return "the JSON ends in the middle";
        }
        String first = message.lines()
                .findFirst()
                .orElse("")
                .replaceAll("( ?\\(start marker at |: (was expecting|expected a valid value) \\(JSON ).*", "");
        return "this is not valid JSON: "
                + (first.isEmpty()
                        ? "it breaks off"
                        : first.substring(0, 1).toLowerCase(Locale.ROOT) + first.substring(1));
    }

    /** Where it is, e.g. {@code line 3, column 12}; of what is too long, only the line is known. */
    static String place(JsonProcessingException e) {
        JsonLocation location = e.getLocation();
        return "line " + location.getLineNr()
                + (e instanceof StreamConstraintsException ? "" : ", column " + location.getColumnNr());
    }

    /** The parser does not say where a limit was passed. */
    static JsonProcessingException located(JsonParser parser, StreamConstraintsException e) {
        return new StreamConstraintsException(e.getOriginalMessage(), parser.currentLocation());
    }

    private static String limit(String message) {
        if (message.contains("nesting depth")) {
            return "the JSON is nested deeper than " + DEEPEST + " levels";
        }
        if (message.contains("Number")) {
            return "a number has more than " + number(LONGEST_NUMBER) + " digits";
        }
        if (message.contains("Name")) {
            return "a key is longer than " + number(LONGEST_NAME) + " characters";
        }
        return "a text is longer than " + number(LONGEST_TEXT) + " characters";
    }

    static String number(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }
}
