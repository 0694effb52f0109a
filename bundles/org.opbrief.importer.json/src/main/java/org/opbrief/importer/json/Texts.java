package org.opbrief.importer.json;

import java.util.Optional;

/** What JSON can say and text cannot. */
final class Texts {
    private Texts() {}

    /** In words that follow "that". */
    static Optional<String> flaw(String text) {
        for (int index = 0; index < text.length(); index++) {
            char current = text.charAt(index);
            if (current == 0) {
                return Optional.of("holds a NUL character");
            }
            if (Character.isSurrogate(current)) {
                boolean whole = Character.isHighSurrogate(current)
                        && index + 1 < text.length()
                        && Character.isLowSurrogate(text.charAt(index + 1));
                if (!whole) {
                    return Optional.of("holds half a character");
                }
                index++;
            }
        }
        return Optional.empty();
    }
}
