package org.opbrief.store;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.opbrief.api.data.Unit;

/** What a header says by itself. */
final class HeaderWords {
    private static final Set<String> POUNDS = Set.of("lb", "lbs", "pound", "pounds");
    private static final Set<String> KILOGRAMS = Set.of("kg", "kgs", "kilo", "kilos", "kilogram", "kilograms");
    private static final Set<String> GRAMS = Set.of("gram", "grams", "gramm", "gramos");
    private static final Set<String> OUNCES = Set.of("oz", "ounce", "ounces");
    private static final Set<String> DOLLARS = Set.of("usd", "dollar", "dollars");
    private static final Set<String> PERCENT = Set.of("percent", "pct", "percentage", "prozent", "porcentaje");
    private static final Set<String> PILLS = Set.of("pill", "pills", "tablet", "tablets");
    private static final Set<String> COUNTS = Set.of("count", "counts", "anzahl", "cantidad", "qty", "quantity");

    /** Digits under such a word say which one, not how many. */
    private static final Set<String> IDENTIFIERS = Set.of(
            "id",
            "ids",
            "uid",
            "guid",
            "objectid",
            "zip",
            "zipcode",
            "postal",
            "postcode",
            "plz",
            "fips",
            "geoid",
            "phone",
            "telephone",
            "tel",
            "mobile",
            "fax",
            "ssn",
            "code",
            "codes",
            "iucr",
            "ucr",
            "ori",
            "vin",
            "serial",
            "badge",
            "key",
            "schlüssel",
            "plate",
            "imei");

    private static final Set<String> NUMBERS = Set.of("no", "nr", "num", "number", "nummer", "numero");

    private HeaderWords() {}

    /** In order, as they are written, parted where a small letter is before a large one. */
    static List<String> of(String header) {
        String spaced =
                header.replaceAll("(\\p{Ll})(\\p{Lu})", "$1 $2").replaceAll("(\\p{Lu})(\\p{Lu}\\p{Ll})", "$1 $2");
        return Arrays.stream(spaced.split("[^\\p{L}\\p{M}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static List<String> lower(String header) {
        return of(header).stream().map(word -> word.toLowerCase(Locale.ROOT)).toList();
    }

    /** What a reader sees: the header, without its unit, as words. */
    static String title(String header) {
        String title = String.join(
                " ",
                of(header.replaceAll("\\((lbs?|kgs?|g|mg|oz|usd|\\$|%)\\)", " "))
                        .toArray(String[]::new));
        String shown = title.isEmpty() ? header.strip() : title;
        return shown.isEmpty() ? header : shown.substring(0, 1).toUpperCase(Locale.ROOT) + shown.substring(1);
    }

    /** Lower case letters, digits and underscores; empty if there are none in the header. */
    static String name(String header) {
        String plain = Normalizer.normalize(String.join("_", of(header)), Normalizer.Form.NFKD)
                .replace("ß", "ss")
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9_]", "")
                .replaceAll("_+", "_")
                .replaceAll("^_|_$", "");
        return !plain.isEmpty() && Character.isDigit(plain.charAt(0)) ? "n_" + plain : plain;
    }

    /** The unit of the numbers under it. */
    static Optional<Unit> unit(String header) {
        List<String> words = lower(header);
        String bracketed = header.toLowerCase(Locale.ROOT).replaceAll("\\s", "");
        if (any(words, POUNDS)) {
            return Optional.of(Unit.POUND);
        }
        if (any(words, KILOGRAMS)) {
            return Optional.of(Unit.KILOGRAM);
        }
        if (any(words, GRAMS) || bracketed.endsWith("(g)") || bracketed.endsWith("[g]")) {
            return Optional.of(Unit.GRAM);
        }
        if (bracketed.endsWith("(mg)") || words.contains("milligrams")) {
            return Optional.of(Unit.MILLIGRAM);
        }
        if (any(words, OUNCES)) {
            return Optional.of(Unit.OUNCE);
        }
        if (any(words, DOLLARS) || header.contains("$")) {
            return Optional.of(Unit.US_DOLLAR);
        }
        if (any(words, PERCENT) || header.contains("%")) {
            return Optional.of(Unit.PERCENT);
        }
        if (any(words, PILLS)) {
            return Optional.of(Unit.PILL);
        }
        return any(words, COUNTS) || isNumberOf(header) ? Optional.of(Unit.COUNT) : Optional.empty();
    }

    /** Whether digits under it are a name. */
    static boolean identifies(String header) {
        List<String> words = lower(header);
        boolean numbered = !words.isEmpty() && words.size() > 1 && NUMBERS.contains(words.get(words.size() - 1));
        return any(words, IDENTIFIERS) || numbered;
    }

    private static boolean isNumberOf(String header) {
        return header.toLowerCase(Locale.ROOT).matches("\\s*(number|no\\.?|nr\\.?|num|#|número|numero) (of|de) .*");
    }

    private static boolean any(List<String> words, Set<String> of) {
        return words.stream().anyMatch(of::contains);
    }
}
