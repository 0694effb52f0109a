package org.opbrief.importer.csv;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.opbrief.api.data.ImportException;

/**
 * Where the header stands and what separates fields.
 *
 * @param position of the header's first byte
 * @param line of the header
 * @param titles number of lines above it that are taken for titles
 */
record Dialect(char delimiter, long position, long line, int titles) {

    private static final Map<Character, String> NAMES =
            Map.of(',', "comma", ';', "semicolon", '\t', "tab", '|', "pipe");
    private static final char[] CANDIDATES = {',', ';', '\t', '|'};
    /** The first line by which spreadsheets are told the delimiter. */
    private static final Pattern SEP_LINE = Pattern.compile("\"?sep=(\\p{ASCII})\"?", Pattern.CASE_INSENSITIVE);

    private static final int VOTERS = 200;
    /** Records that have to be like a header below titles. */
    private static final int FOLLOWING = 50;
    /** More lines above the header are no titles. */
    private static final int MOST_TITLES = 20;

    private static final int LONGEST_TITLE = 1_000;
    private static final String OTHER = "delimiter ";

    /** @throws ImportException if the layout names a line that the file does not have */
    static Dialect of(Path file, long textStart, Layout layout) throws IOException, ImportException {
        Optional<Integer> wanted = layout.headerLine();
        Dialect judged = wanted.isPresent() ? at(file, textStart, wanted.get(), layout) : of(file, textStart);
        Optional<Character> delimiter = layout.delimiter();
        return delimiter.isPresent()
                ? new Dialect(delimiter.get(), judged.position, judged.line, judged.titles)
                : judged;
    }

    private static Dialect at(Path file, long textStart, int line, Layout layout) throws IOException, ImportException {
        try (ByteSource source = new ByteSource(file, textStart)) {
            int reached = 1;
            while (reached < line) {
                int current = source.read();
                if (current < 0) {
                    throw new ImportException(layout.file() + " has no line " + line + ", where its header should be.");
                }
                if (current == '\r' && source.peek() == '\n') {
                    source.read();
                }
                if (current == '\r' || current == '\n') {
                    reached++;
                }
            }
            return new Dialect(vote(file, source.position()), source.position(), line, 0);
        }
    }

    private static Dialect of(Path file, long textStart) throws IOException {
        StringBuilder first = new StringBuilder();
        try (ByteSource source = new ByteSource(file, textStart)) {
            int current = source.read();
            while (current >= 0 && current != '\n' && current != '\r' && first.length() < 16) {
                first.append((char) current);
                current = source.read();
            }
            Matcher sep = SEP_LINE.matcher(first);
            if (sep.matches()) {
                if (current == '\r' && source.peek() == '\n') {
                    source.read();
                }
                return new Dialect(sep.group(1).charAt(0), source.position(), 2, 0);
            }
        }
        return belowTitles(file, textStart).orElse(new Dialect(vote(file, textStart), textStart, 1, 0));
    }

    /** The first line that has names for all fields of all lines that follow, if those above it have next to none. */
    private static Optional<Dialect> belowTitles(Path file, long textStart) throws IOException {
        int[] most = new int[CANDIDATES.length];
        try (ByteSource source = new ByteSource(file, textStart)) {
            for (int titles = 0; titles <= MOST_TITLES; titles++) {
                long position = source.position();
                for (int index = 0; index < CANDIDATES.length; index++) {
                    if (isHeader(file, position, CANDIDATES[index], 2 * most[index])) {
                        return titles == 0
                                ? Optional.empty()
                                : Optional.of(new Dialect(CANDIDATES[index], position, titles + 1L, titles));
                    }
                }
                if (!skipTitle(source, most)) {
                    return Optional.empty();
                }
            }
        }
        return Optional.empty();
    }

    /**
     * Goes to the next line; false if this one is no title: it has a quote, or is too long, or the last.
     *
     * @param most how many fields each candidate made of a title
     */
    private static boolean skipTitle(ByteSource source, int[] most) throws IOException {
        int[] fields = new int[CANDIDATES.length];
        Arrays.fill(fields, 1);
        int current = source.read();
        for (int length = 0; current != '\n' && current != '\r'; length++) {
            if (current < 0 || current == '"' || length > LONGEST_TITLE) {
                return false;
            }
            for (int index = 0; index < fields.length; index++) {
                fields[index] += current == CANDIDATES[index] ? 1 : 0;
            }
            current = source.read();
        }
        if (current == '\r' && source.peek() == '\n') {
            source.read();
        }
        for (int index = 0; index < fields.length; index++) {
            most[index] = Math.max(most[index], fields[index]);
        }
        return true;
    }

    private static boolean isHeader(Path file, long position, char candidate, int least) throws IOException {
        try (RecordScanner scanner = new RecordScanner(file, position, 1, candidate)) {
            if (!scanner.next()
                    || scanner.startLine() > 1
                    || scanner.fields() < Math.max(3, least)
                    || scanner.failure().isPresent()) {
                return false;
            }
            int columns = scanner.fields();
            Set<String> names = new HashSet<>();
            for (int index = 0; index < columns; index++) {
                String name = scanner.field(index).strip();
                if (name.isEmpty() || !names.add(name) || !Character.isLetter(name.codePointAt(0))) {
                    return false;
                }
            }
            int records = 0;
            while (records < FOLLOWING && scanner.next()) {
                if (scanner.fields() != columns || scanner.failure().isPresent()) {
                    return false;
                }
                records++;
            }
            return records > 1;
        }
    }

    String name() {
        return NAMES.getOrDefault(delimiter, OTHER + delimiter);
    }

    /** By its name, or the character itself. */
    static Optional<Character> delimiter(String name) {
        String plain = name.startsWith(OTHER) ? name.substring(OTHER.length()) : name;
        return NAMES.entrySet().stream()
                .filter(entry -> entry.getValue().equalsIgnoreCase(plain))
                .map(Map.Entry::getKey)
                .findFirst()
                .or(() -> plain.length() == 1 && plain.charAt(0) < 128 && plain.charAt(0) != '"'
                        ? Optional.of(plain.charAt(0))
                        : Optional.empty());
    }

    /** The delimiter that cuts most of the first records into as many fields as the header, and into most fields. */
    private static char vote(Path file, long position) throws IOException {
        char best = ',';
        long bestScore = 0;
        for (char candidate : CANDIDATES) {
            long score = score(file, position, candidate);
            if (score > bestScore) {
                best = candidate;
                bestScore = score;
            }
        }
        return best;
    }

    private static long score(Path file, long position, char candidate) throws IOException {
        try (RecordScanner scanner = new RecordScanner(file, position, 1, candidate)) {
            if (!scanner.next() || scanner.fields() < 2 || scanner.failure().isPresent()) {
                return 0;
            }
            int columns = scanner.fields();
            long records = 1;
            long fitting = 1;
            while (records < VOTERS && scanner.next()) {
                records++;
                if (scanner.fields() == columns && scanner.failure().isEmpty()) {
                    fitting++;
                }
            }
            return fitting * 1000 / records * 100_000 + columns;
        }
    }
}
