package org.opbrief.cli;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds what the user probably meant. */
final class Nearest {

    private Nearest() {}

    /** The known name that is most like the given one, if any is. */
    static Optional<String> to(String given, Collection<String> known) {
        String wanted = given.toLowerCase(Locale.ROOT);
        return known.stream()
                .filter(name -> like(wanted, name.toLowerCase(Locale.ROOT)))
                .min(Comparator.comparingInt((String name) -> distance(wanted, name.toLowerCase(Locale.ROOT)))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** {@code  Did you mean "name"?}, or what there is. */
    static String hint(String given, Collection<String> known) {
        if (known.isEmpty()) {
            return "";
        }
        return to(given, known)
                .map(name -> " Did you mean \"" + name + "\"?")
                .orElse(" There is " + String.join(", ", known) + ".");
    }

    private static boolean like(String wanted, String name) {
        boolean part = wanted.length() >= 3 && (name.startsWith(wanted) || wanted.startsWith(name));
        return part || distance(wanted, name) <= Math.max(1, Math.min(wanted.length(), name.length()) / 3);
    }

    /** Insertions, deletions, replacements and swaps of neighbours. */
    private static int distance(String a, String b) {
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    cost[i][j] = i + j;
                    continue;
                }
                boolean same = a.charAt(i - 1) == b.charAt(j - 1);
                int least = Math.min(cost[i - 1][j], cost[i][j - 1]) + 1;
                least = Math.min(least, cost[i - 1][j - 1] + (same ? 0 : 1));
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    least = Math.min(least, cost[i - 2][j - 2] + 1);
                }
                cost[i][j] = least;
            }
        }
        return cost[a.length()][b.length()];
    }
}
