package org.opbrief.importer.excel;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.opbrief.api.data.Finding;

/** Names of columns from the texts of header cells. */
final class HeaderText {
    private static final Pattern BROKEN_WORD = Pattern.compile("(?<=\\p{Ll})-[ \\t]*[\\r\\n]+[ \\t]*(?=\\p{Ll})");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\u00a0\\u2007\\u202f]+");

    private HeaderText() {}

    /** Without hyphens that only a line's end needed, in one line. */
    static String clean(String text) {
        String whole = BROKEN_WORD.matcher(text.replace("\u00ad", "")).replaceAll("");
        return BLANKS.matcher(whole).replaceAll(" ").strip();
    }

    /** Under an upper name that may span several columns. */
    static String join(String upper, String lower) {
        return upper.isEmpty() || lower.isEmpty() || upper.equals(lower)
                ? upper.isEmpty() ? lower : upper
                : upper + " - " + lower;
    }

    /**
     * Gives each column a name of its own: one without a name gets its left neighbour's, one whose name is taken gets a
     * number behind it.
     *
     * @param columns in the sheet, from 0
     */
    static List<String> unique(int[] columns, List<String> given, List<Finding> findings) {
        Set<String> taken = new HashSet<>();
        given.forEach(name -> taken.add(name.toLowerCase(Locale.ROOT)));
        Set<String> met = new HashSet<>();
        List<String> names = new ArrayList<>();
        String left = "";
        for (int index = 0; index < columns.length; index++) {
            String letters = Row.letters(columns[index]);
            String own = given.get(index);
            String base = own.isEmpty() ? left.isEmpty() ? "Column " + letters : left : own;
            String name = base;
            if (own.isEmpty() && !left.isEmpty() || !met.add(base.toLowerCase(Locale.ROOT))) {
                name = free(base, taken);
            }
            met.add(name.toLowerCase(Locale.ROOT));
            if (own.isEmpty()) {
                findings.add(Finding.note("Column " + letters + " has no header of its own; it is called " + name + ".")
                        .of(name));
            } else if (!name.equals(own)) {
                findings.add(Finding.note("The header has " + own + " more than once; that of column " + letters
                                + " is called " + name + ".")
                        .of(name));
            }
            left = base;
            names.add(name);
        }
        return names;
    }

    private static String free(String base, Set<String> taken) {
        int number = 2;
        while (!taken.add((base + " (" + number + ")").toLowerCase(Locale.ROOT))) {
            number++;
        }
        return base + " (" + number + ")";
    }
}
