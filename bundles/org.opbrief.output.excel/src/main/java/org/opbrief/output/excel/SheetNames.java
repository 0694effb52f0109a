package org.opbrief.output.excel;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Gives sheets names that Excel accepts: at most 31 characters, none of {@code []:*?/\}, unique without regard to case. */
final class SheetNames {

    private static final int LONGEST = 31;

    private final Set<String> given = new HashSet<>();

    String next(String title) {
        String clean = title.replaceAll("[\\[\\]:*?/\\\\\\p{Cntrl}]", " ")
                .replaceAll("\\s+", " ")
                .replaceAll("^'+|'+$", "")
                .strip();
        String base = clean.isEmpty() || clean.equalsIgnoreCase("history") ? "Sheet" : cut(clean, LONGEST);
        String name = base;
        for (int i = 2; !given.add(name.toLowerCase(Locale.ROOT)); i++) {
            String suffix = " " + i;
            name = cut(base, LONGEST - suffix.length()) + suffix;
        }
        return name;
    }

    private static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length).strip();
    }
}
