package org.opbrief.authoring;

import java.util.Collection;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Texts of a person in the files that are written for another. */
final class Texts {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z][A-Za-z0-9 ./()_'-]*");
    private static final int MOST_VALUES = 6;

    private Texts() {}

    /** As a YAML value: as it is where YAML reads nothing else into it. */
    static String yaml(String text) {
        boolean word = PLAIN.matcher(text).matches()
                && !text.matches("(?i)true|false|null|yes|no|on|off|y|n")
                && !text.endsWith(" ");
        return word ? text : '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    /** As a title in a definition, where a dollar sign and a name would stand for a parameter. */
    static String title(String text) {
        return yaml(text.replaceAll("\\$(?=[a-z])", ""));
    }

    /** Where nothing but letters, digits and harmless signs is safe: in Java and XML. */
    static String plain(String text) {
        return text.replaceAll("[\\\\\"<>&@*/]", "");
    }

    /** In Markdown. */
    static String markdown(String text) {
        return text.replaceAll("([\\\\`*_{}\\[\\]<>#!|])", "\\\\$1");
    }

    /** A title in the middle of a sentence: {@code Drug seizures} becomes {@code drug seizures}, {@code CBP data} stays. */
    static String inSentence(String title) {
        boolean word = title.length() > 1 && Character.isLowerCase(title.charAt(1));
        return word ? title.substring(0, 1).toLowerCase(Locale.ROOT) + title.substring(1) : title;
    }

    /** {@code my-visits} becomes {@code My visits}. */
    static String ofId(String id) {
        String words = id.replace('-', ' ');
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /** The first of the values. */
    static String some(Collection<String> values) {
        String first = values.stream().limit(MOST_VALUES).collect(Collectors.joining(", "));
        return values.size() > MOST_VALUES ? first + ", \u2026" : first;
    }
}
