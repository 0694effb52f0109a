package org.opbrief.installer.verify;

import java.util.Locale;
import org.opbrief.api.pack.PackException;

/** Makes the sentences about one jar. What the jar says of itself is shown without characters that would move the cursor of a terminal. */
final class Refused {

    private static final int LONGEST = 200;

    private final String source;

    Refused(String source) {
        this.source = plain(source);
    }

    /** @param sentence a format, without the full stop; its arguments are shown plainly */
    PackException because(String sentence, Object... arguments) {
        return new PackException(message(sentence, arguments));
    }

    PackException because(Throwable cause, String sentence, Object... arguments) {
        return new PackException(message(sentence, arguments), cause);
    }

    private String message(String sentence, Object... arguments) {
        Object[] shown = new Object[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            shown[i] = arguments[i] instanceof String text ? plain(text) : arguments[i];
        }
        return source + ": " + String.format(Locale.ROOT, sentence, shown) + ".";
    }

    static String plain(String text) {
        String visible = text.replaceAll("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cn}]", "?");
        return visible.length() > LONGEST ? visible.substring(0, LONGEST) + "…" : visible;
    }
}
