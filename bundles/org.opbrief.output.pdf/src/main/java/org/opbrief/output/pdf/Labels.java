package org.opbrief.output.pdf;

import java.text.MessageFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.ResourceBundle;

/** The fixed words of the house style in the briefing's language; English if there are none in it. */
final class Labels {
    private final Locale language;
    private final ResourceBundle words;

    Labels(Locale language) {
        this.words = ResourceBundle.getBundle(
                "org.opbrief.output.pdf.labels",
                language,
                Labels.class.getClassLoader(),
                // else a Spanish machine would put Spanish words around an English text
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        this.language = language;
    }

    /** The words of that key. */
    String get(String key) {
        return words.getString(key);
    }

    /** The words of that key with the values in them. */
    String get(String key, Object... values) {
        return new MessageFormat(words.getString(key), language).format(values);
    }

    /** E.g. {@code May 1, 2023}. */
    String date(LocalDate date) {
        return format("datePattern", date);
    }

    /** E.g. {@code May 2023}. */
    String month(LocalDate date) {
        return format("monthPattern", date);
    }

    private String format(String pattern, LocalDate date) {
        Locale monthNames = words.getLocale().equals(Locale.ROOT) ? Locale.ENGLISH : words.getLocale();
        return DateTimeFormatter.ofPattern(get(pattern), monthNames).format(date);
    }
}
