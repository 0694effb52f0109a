package org.opbrief.workbench.briefing;

import java.text.MessageFormat;
import java.util.ResourceBundle;

/** The words of this area in the user's language. */
final class Messages {
    private Messages() {}

    /** @param arguments numbers are written as the language does */
    static String of(String key, Object... arguments) {
        ResourceBundle words = ResourceBundle.getBundle(Messages.class.getName());
        Object[] texts = arguments.clone();
        for (int i = 0; i < texts.length; i++) {
            texts[i] = texts[i] instanceof Number ? texts[i] : String.valueOf(texts[i]);
        }
        return new MessageFormat(words.getString(key)).format(texts);
    }
}
