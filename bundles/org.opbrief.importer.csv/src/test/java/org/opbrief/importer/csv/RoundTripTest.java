package org.opbrief.importer.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opbrief.api.data.Extract;
import org.opbrief.api.data.Source;

/** Random records, written in random forms, come back with their values and lines. */
class RoundTripTest {
    private static final String[] PIECES = {
        "a", "Z", "é", "€", "𝄞", " ", ",", ";", "\t", "|", "\"", "\"\"", "\n", "\r\n", "\r", "0", "-1.5", "'", "\\",
        "x y"
    };

    @TempDir
    Path temp;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void values_and_lines_are_kept(long seed) throws Exception {
        Random random = new Random(seed);
        char delimiter = ",;\t|".charAt(random.nextInt(4));
        int columns = 2 + random.nextInt(6);
        StringBuilder text = new StringBuilder("h0");
        for (int column = 1; column < columns; column++) {
            text.append(delimiter).append('h').append(column);
        }
        text.append('\n');
        List<String> expected = new ArrayList<>();
        int line = 2;
        for (int row = 0; row < 3000; row++) {
            StringBuilder plain = new StringBuilder().append(line);
            int before = text.length();
            for (int column = 0; column < columns; column++) {
                String value = value(random);
                boolean quote = random.nextInt(4) == 0
                        || value.matches("(?s).*[\r\n].*")
                        || value.indexOf(delimiter) >= 0
                        || value.startsWith("\"")
                        || column == 0;
                String quoted = '"' + value.replace("\"", "\"\"") + '"';
                text.append(column == 0 ? "" : delimiter).append(quote ? quoted : value);
                plain.append(',').append(value.matches("(?s).*[,\"\r\n].*") ? quoted : value);
            }
            text.append(random.nextBoolean() ? "\n" : random.nextBoolean() ? "\r\n" : "\r");
            line += lines(text.substring(before));
            if (text.charAt(text.length() - 1) == '\r') {
                // a line feed at the start of the next record would make it one line end
                text.append("\n");
            }
            if (plain.toString().matches("(?s)[0-9]+,*")) {
                // of delimiters alone
                continue;
            }
            expected.add(plain.append('\n').toString());
        }
        Path file = Files.writeString(temp.resolve("f.csv"), text, StandardCharsets.UTF_8);
        Path target = temp.resolve("plain");
        Extract extract = new CsvImporter().extract(Source.of(file), target);
        assertEquals(List.of(), extract.problems());
        assertEquals(expected.size(), extract.records());
        assertEquals(String.join("", expected), Files.readString(target));
    }

    private static String value(Random random) {
        StringBuilder value = new StringBuilder();
        for (int length = random.nextInt(6); length > 0; length--) {
            value.append(PIECES[random.nextInt(PIECES.length)]);
        }
        // an apostrophe there would be taken off
        return value.toString().replaceFirst("^'+(?=[=+@-])", "");
    }

    private static int lines(String text) {
        return text.replace("\r\n", "\n").replace('\r', '\n').split("\n", -1).length - 1;
    }
}
