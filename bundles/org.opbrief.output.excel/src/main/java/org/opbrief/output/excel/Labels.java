package org.opbrief.output.excel;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The fixed words of a workbook in the briefing's language; English if there are none in it. */
final class Labels {
    private final Locale language;
    private final ResourceBundle words;

    Labels(Locale language) {
        this.language = language;
        this.words = ResourceBundle.getBundle(
                "org.opbrief.output.excel.labels",
                language,
                Labels.class.getClassLoader(),
                // else a Spanish machine would put Spanish words around an English text
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** The words of that key. */
    String get(String key) {
        return words.getString(key);
    }

    /** The words of that key with the values in them. */
    String get(String key, Object... values) {
        return new MessageFormat(words.getString(key), language).format(values);
    }
}
