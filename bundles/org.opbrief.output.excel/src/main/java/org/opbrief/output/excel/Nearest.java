package org.opbrief.output.excel;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds what somebody probably meant. */
final class Nearest {

    private static final int LISTED = 12;
    private static final int SHORTEST_BEGINNING = 3;

    private Nearest() {}

    /**
     * The candidate with the fewest edits from the word, if they are few for its length, or else the only one of which
     * the word is the beginning.
     */
    static Optional<String> to(String word, Collection<String> candidates) {
        int allowed = Math.max(1, Math.min(word.length(), 12) / 3);
        String nearest = null;
        int fewest = allowed + 1;
        for (String candidate : candidates) {
            int edits = edits(word.toLowerCase(Locale.ROOT), candidate.toLowerCase(Locale.ROOT));
            if (edits < fewest) {
                fewest = edits;
                nearest = candidate;
            }
        }
        return nearest == null ? continued(word, candidates) : Optional.of(nearest);
    }

    private static Optional<String> continued(String word, Collection<String> candidates) {
        List<String> longer = candidates.stream()
                .filter(candidate ->
                        word.length() >= SHORTEST_BEGINNING && candidate.regionMatches(true, 0, word, 0, word.length()))
                .toList();
        return longer.size() == 1 ? Optional.of(longer.get(0)) : Optional.empty();
    }

    /** A question with the nearest candidate, else the candidates, to stand behind what is wrong. */
    static String hint(String word, Collection<String> candidates) {
        if (candidates.isEmpty()) {
            return "";
        }
        return to(word, candidates)
                .map(nearest -> "; did you mean '" + nearest + "'?")
                .orElseGet(() -> "; there is " + list(candidates));
    }

    /** The same, to end a sentence. */
    static String end(String word, Collection<String> candidates) {
        String hint = hint(word, candidates);
        return hint.endsWith("?") ? hint : hint + ".";
    }

    /** The candidates one after the other, cut if they are many. */
    static String list(Collection<String> candidates) {
        String first = candidates.stream().limit(LISTED).collect(Collectors.joining(", "));
        return candidates.size() > LISTED ? first + " and " + (candidates.size() - LISTED) + " more" : first;
    }

    /** Levenshtein's distance, a swap of two neighbours counting as one edit. */
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
