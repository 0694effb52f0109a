package org.opbrief.workbench.explore;

import java.util.ResourceBundle;

/** Texts for the user, in the language of the process. */
final class Messages {
    private static final ResourceBundle TEXTS = ResourceBundle.getBundle(Messages.class.getName());

    private Messages() {}

    static String get(String key) {
        return TEXTS.getString(key);
    }

    /** A text with values in it, as {@link String#format} has them. */
    static String get(String key, Object... values) {
        return get(key).formatted(values);
    }
}
