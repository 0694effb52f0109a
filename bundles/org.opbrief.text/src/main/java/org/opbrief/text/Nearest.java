package org.opbrief.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds what somebody may have meant. */
final class Nearest {
    private static final int NAMES_SHOWN = 8;

    private Nearest() {}

    /** The end of a sentence about an unknown word: the nearest known one, else what is known. */
    static String hint(String word, Collection<String> known) {
        Optional<String> nearest = to(word, known);
        if (nearest.isPresent()) {
            return "; did you mean " + nearest.get() + "?";
        }
        if (known.isEmpty()) {
            return "; there is none.";
        }
        String shown = String.join(", ", known.stream().limit(NAMES_SHOWN).toList());
        return "; there " + (known.size() == 1 ? "is " : "are ") + shown
                + (known.size() > NAMES_SHOWN ? " and others." : ".");
    }

    private static Optional<String> to(String word, Collection<String> known) {
        String wanted = word.toLowerCase(Locale.ROOT);
        return known.stream()
                .filter(name -> distance(wanted, name.toLowerCase(Locale.ROOT)) <= Math.max(1, word.length() / 3))
                .min(Comparator.comparingInt(name -> distance(wanted, name.toLowerCase(Locale.ROOT))));
    }

    /** Levenshtein's: how many letters must be put in, taken out or replaced. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
