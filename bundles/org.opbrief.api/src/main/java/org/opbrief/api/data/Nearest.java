package org.opbrief.api.data;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What somebody probably meant by a word that nobody knows, and the one way in which all messages say so. */
public final class Nearest {
    private static final int LISTED = 12;
    /** Of a longer word no more letters may be wrong than of one of this length. */
    private static final int LONGEST = 12;

    private static final int SHORTEST_BEGINNING = 3;

    private Nearest() {}

    /** The known word that the given one misspells, else the only one that begins with it. */
    public static Optional<String> to(String word, Collection<String> known) {
        return misspelt(word, known).or(() -> begun(word, known));
    }

    /**
     * The known word with the fewest edits from the given one, if they are few: one in three letters. Edits are letters
     * put in, taken out, replaced, or swapped with their neighbour; case does not count. Of equally near ones, the first
     * in the alphabet.
     */
    public static Optional<String> misspelt(String word, Collection<String> known) {
        int allowed = Math.max(1, Math.min(word.length(), LONGEST) / 3);
        return known.stream()
                .map(candidate -> new Candidate(candidate, edits(lower(word), lower(candidate))))
                .filter(candidate -> candidate.edits <= allowed && candidate.edits < word.length())
                .min(Comparator.comparingInt(Candidate::edits).thenComparing(Candidate::word))
                .map(Candidate::word);
    }

    /**
     * The end of a message about an unknown word, which has no full stop yet: {@code . Did you mean "fentanyl"?}, or
     * {@code . There are fentanyl and heroin.}, or a full stop if nothing is known.
     */
    public static String hint(String word, Collection<String> known) {
        if (known.isEmpty()) {
            return ".";
        }
        return to(word, known)
                .map(nearest -> ". Did you mean \"" + nearest + "\"?")
                .orElseGet(() -> (known.size() == 1 ? ". There is " : ". There are ") + list(known) + ".");
    }

    /** The words one after the other, cut if they are many: {@code a, b and c}. */
    public static String list(Collection<String> words) {
        List<String> shown = words.stream().limit(LISTED).toList();
        if (words.size() > LISTED) {
            return String.join(", ", shown) + " and " + (words.size() - LISTED) + " more";
        }
        return shown.size() < 2
                ? String.join("", shown)
                : shown.stream().limit(shown.size() - 1L).collect(Collectors.joining(", ")) + " and "
                        + shown.get(shown.size() - 1);
    }

    private record Candidate(String word, int edits) {}

    private static Optional<String> begun(String word, Collection<String> known) {
        List<String> longer = known.stream()
                .filter(candidate ->
                        word.length() >= SHORTEST_BEGINNING && candidate.regionMatches(true, 0, word, 0, word.length()))
                .toList();
        return longer.size() == 1 ? Optional.of(longer.get(0)) : Optional.empty();
    }

    private static String lower(String word) {
        return word.toLowerCase(Locale.ROOT);
    }

    /** Optimal string alignment: Levenshtein's distance with swaps of neighbours. */
    private static int edits(String a, String b) {
        int[] beforePrevious = new int[b.length() + 1];
        int[] previous = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] current = new int[b.length() + 1];
            current[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(change, 1 + Math.min(previous[j], current[j - 1]));
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    current[j] = Math.min(current[j], 1 + beforePrevious[j - 2]);
                }
            }
            beforePrevious = previous;
            previous = current;
        }
        return previous[b.length()];
    }
}
