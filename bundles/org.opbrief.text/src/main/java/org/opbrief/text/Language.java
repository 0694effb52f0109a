package org.opbrief.text;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.opbrief.api.data.Unit;

/** How a language tells numbers. */
interface Language {

    /** The language of the locale, or English. */
    static Language of(Locale locale) {
        return locale.getLanguage().equals("es") ? new Spanish() : new English();
    }

    String nearly(String number);

    String moreThan(String number);

    String about(String number);

    /** The number with its unit; plain counts, pills and doses have none, since the sentence says what is counted. */
    String quantity(Spoken number, Unit unit);

    /** How running text says a plain count from 0 to 9; empty where it keeps the numeral. */
    Optional<String> spelled(int count);

    /** Words that end with a full stop within a sentence, in lower case and without it. */
    List<String> abbreviations();

    /**
     * A number as it is told.
     *
     * @param value the number that the words say, which is not the figure's if that is rounded
     * @param words e.g. {@code 6,500} or {@code 44 million}
     * @param scaled whether the words end with a scale, as {@code million}
     */
    record Spoken(BigDecimal value, String words, boolean scaled) {

        boolean isOne() {
            return value.compareTo(BigDecimal.ONE) == 0;
        }
    }

    /** A round number, with a word for its size if at most two decimals stand before it: {@code 1.25 million}. */
    Spoken round(BigDecimal value);
}
