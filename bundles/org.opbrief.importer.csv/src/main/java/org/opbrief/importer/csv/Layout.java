package org.opbrief.importer.csv;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.opbrief.api.data.ImportException;
import org.opbrief.api.data.Nearest;

/** How the user wants a file to be read. */
record Layout(String file, Map<String, String> choices) {
    static final String CHARSET = "charset";
    static final String DELIMITER = "delimiter";
    static final String HEADER_LINE = "header line";
    static final String SHAPE = "shape";
    /** The shape of a matrix that is read link by link. */
    static final String EDGES = "edges";

    private static final List<String> KNOWN = List.of(CHARSET, DELIMITER, HEADER_LINE, SHAPE);

    /** @throws ImportException if something is chosen that text files do not have */
    static Layout of(String file, Map<String, String> choices) throws ImportException {
        for (String choice : choices.keySet()) {
            if (!KNOWN.contains(choice)) {
                throw new ImportException(
                        file + " cannot be read by \"" + choice + "\": CSV files know " + Nearest.list(KNOWN) + ".");
            }
        }
        return new Layout(file, choices);
    }

    static Map<String, String> told(Encoding encoding, Dialect dialect) {
        Map<String, String> told = new LinkedHashMap<>();
        told.put(CHARSET, encoding.name());
        told.put(DELIMITER, dialect.name());
        told.put(HEADER_LINE, String.valueOf(dialect.line()));
        return told;
    }

    /** The encoding that is wanted, else the one that was found. */
    Encoding encoding(Encoding found) throws ImportException {
        String wanted = choices.getOrDefault(CHARSET, found.name());
        if (wanted.equalsIgnoreCase(found.name())) {
            return found;
        }
        Charset charset = charset(wanted);
        if (charset.equals(found.charset())) {
            return found;
        }
        if (charset.equals(StandardCharsets.UTF_8)) {
            throw new ImportException(file + " is not UTF-8 throughout, but looks like " + found.name() + ".");
        }
        return new Encoding(charset, wanted, 0);
    }

    private Charset charset(String name) throws ImportException {
        try {
            String plain = name.replace(" with BOM", "");
            return Charset.forName(plain.equalsIgnoreCase("Latin-1") ? "ISO-8859-1" : plain);
        } catch (IllegalArgumentException e) {
            throw new ImportException(
                    "\"" + name + "\" is not the name of a character set, as in charset=Windows-1252.", e);
        }
    }

    /** The delimiter that is wanted: by its name, or the character itself. */
    Optional<Character> delimiter() throws ImportException {
        String wanted = choices.getOrDefault(DELIMITER, "");
        if (wanted.isEmpty()) {
            return Optional.empty();
        }
        Optional<Character> named = Dialect.delimiter(wanted);
        if (named.isEmpty()) {
            throw new ImportException(
                    "\"" + wanted + "\" is no delimiter: name comma, semicolon, tab, pipe, or one" + " character.");
        }
        return named;
    }

    /** The line of the header, from 1, if it is wanted. */
    Optional<Integer> headerLine() throws ImportException {
        String wanted = choices.getOrDefault(HEADER_LINE, "");
        if (wanted.isEmpty()) {
            return Optional.empty();
        }
        try {
            int line = Integer.parseInt(wanted);
            if (line > 0) {
                return Optional.of(line);
            }
        } catch (NumberFormatException e) {
            // the same sentence
        }
        throw new ImportException("\"" + wanted + "\" is not the number of a line, as in \"header line=4\".");
    }
}
