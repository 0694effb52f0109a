package org.opbrief.output.excel;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Names of sheets, and of tables and cells, which share one space: legal, and unique without regard to case. */
final class Names {
    private static final int SHEET_LIMIT = 31;
    private static final int NAME_LIMIT = 250;
    // A1, XFD1048576, R, C, R1C1
    private static final String REFERENCE = "(?i)[a-z]{1,3}[0-9]+|r[0-9]*|c[0-9]*|r[0-9]*c[0-9]*|true|false";

    private final Set<String> sheets = new HashSet<>();
    private final Set<String> names = new HashSet<>();

    /** A name for a sheet of that title. */
    String sheet(String title) {
        String plain = title.replaceAll("[\\p{Cntrl}\\[\\]:*?/\\\\]", " ")
                .replaceAll("\\s+", " ")
                .strip()
                .replaceAll("^'+|'+$", "");
        // Excel keeps "History" for itself
        String base = plain.isEmpty() || plain.equalsIgnoreCase("history") ? plain + "_" : plain;
        String name = cut(base, SHEET_LIMIT);
        for (int i = 2; !sheets.add(name.toLowerCase(Locale.ROOT)); i++) {
            String number = " (" + i + ")";
            name = cut(base, SHEET_LIMIT - number.length()) + number;
        }
        return name;
    }

    /** A name for a table or cell of that id. */
    String name(String id) {
        String plain = id.replaceAll("[^\\p{L}\\p{Nd}_.]", "_");
        boolean fits = !plain.isEmpty() && (Character.isLetter(plain.charAt(0)) || plain.charAt(0) == '_');
        String base = cut(fits && !plain.matches(REFERENCE) ? plain : "_" + plain, NAME_LIMIT);
        String name = base;
        for (int i = 2; !names.add(name.toLowerCase(Locale.ROOT)); i++) {
            name = base + "_" + i;
        }
        return name;
    }

    /** At most that many characters, at the end of a word if that is near. */
    private static String cut(String text, int length) {
        if (text.length() <= length) {
            return text;
        }
        int space = text.lastIndexOf(' ', length);
        int end = space > length * 2 / 3 ? space : length;
        if (Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(0, end).strip().replaceAll("'+$", "");
    }
}
