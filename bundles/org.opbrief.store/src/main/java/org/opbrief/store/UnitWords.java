package org.opbrief.store;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.opbrief.api.data.Unit;

/** What files call units of measurement. */
final class UnitWords {
    private static final String BEHIND = "'\\s*[A-Za-z][A-Za-z ]*\\.?\\s*$'";
    private static final Map<String, Unit> KNOWN = known();

    private UnitWords() {}

    /** Units by their words in lower case. */
    static Map<String, Unit> all() {
        return KNOWN;
    }

    /** SQL of a text without what is not part of a unit's word, in lower case. */
    static String word(String text) {
        return "lower(trim(" + text + ", ' .'))";
    }

    /** SQL of the number of a text like {@code 5 kg}. */
    static String before(String text) {
        return "regexp_replace(" + text + ", " + BEHIND + ", '')";
    }

    /** SQL of the word behind the number of a text like {@code 5 kg}; empty if there is none. */
    static String behind(String text) {
        return "regexp_extract(" + text + ", " + BEHIND + ")";
    }

    /** The unit of that word, in any case. */
    static Optional<Unit> of(String word) {
        return Optional.ofNullable(KNOWN.get(word.strip().toLowerCase(Locale.ROOT)));
    }

    private static Map<String, Unit> known() {
        Map<String, Unit> words = new LinkedHashMap<>();
        for (Unit known : Unit.known()) {
            Stream.of(known.id(), known.symbol(), known.singular(), known.plural())
                    .filter(word -> !word.isEmpty())
                    .forEach(word -> words.putIfAbsent(word.toLowerCase(Locale.ROOT), known));
        }
        List.of("kgs", "kilo", "kilos").forEach(word -> words.put(word, Unit.KILOGRAM));
        List.of("gm", "gms").forEach(word -> words.put(word, Unit.GRAM));
        words.put("lbs", Unit.POUND);
        List.of("tablet", "tablets", "dosage unit", "dosage units", "du").forEach(word -> words.put(word, Unit.PILL));
        return Collections.unmodifiableMap(words);
    }
}
