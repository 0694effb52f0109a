package org.opbrief.api.data;

/** Makes text of files fit for sentences: what a terminal would obey, or what breaks a line, stands as JSON writes it. */
final class Visible {

    private Visible() {}

    static String of(String text) {
        return text.chars().noneMatch(Visible::isInvisible) ? text : escaped(text);
    }

    /** Control characters, and those that turn the direction of what follows. */
    private static boolean isInvisible(int character) {
        return Character.isISOControl(character)
                || character >= '\u202a' && character <= '\u202e'
                || character >= '\u2066' && character <= '\u2069';
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        for (char character : text.toCharArray()) {
            switch (character) {
                case '\t' -> escaped.append("\\t");
                case '\n' -> escaped.append("\\n");
                case '\r' -> escaped.append("\\r");
                default ->
                    escaped.append(
                            isInvisible(character) ? "\\u%04x".formatted((int) character) : String.valueOf(character));
            }
        }
        return escaped.toString();
    }
}
