package org.opbrief.text;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.opbrief.api.data.Unit;

/** American English after the AP Stylebook: numerals with units and from 10 on, millions and billions in words. */
final class English implements Language {
    private static final List<String> SPELLED =
            List.of("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine");
    private static final List<String> SCALES = List.of("million", "billion", "trillion");
    private static final int MOST_DECIMALS = 2;

    @Override
    public String nearly(String number) {
        return "nearly " + number;
    }

    @Override
    public String moreThan(String number) {
        return "more than " + number;
    }

    @Override
    public String about(String number) {
        return "about " + number;
    }

    @Override
    public String quantity(Spoken number, Unit unit) {
        return switch (unit.dimension()) {
            case COUNT -> number.words();
            case MASS -> number.words() + " " + (number.isOne() ? unit.singular() : unit.plural());
            case MONEY ->
                number.value().signum() < 0
                        ? number.words().charAt(0)
                                + unit.symbol()
                                + number.words().substring(1)
                        : unit.symbol() + number.words();
            case RATIO -> number.words() + " percent";
        };
    }

    @Override
    public Optional<String> spelled(int count) {
        return Optional.of(SPELLED.get(count));
    }

    @Override
    public List<String> abbreviations() {
        return List.of(
                "st", "no", "nos", "dr", "mr", "mrs", "ms", "vs", "approx", "inc", "lt", "sgt", "capt", "sen", "gov");
    }

    @Override
    public Spoken round(BigDecimal value) {
        BigDecimal stripped = Numbers.stripped(value);
        for (int i = SCALES.size() - 1; i >= 0; i--) {
            BigDecimal scaled = Numbers.stripped(stripped.movePointLeft(6 + 3 * i));
            if (scaled.abs().compareTo(BigDecimal.ONE) >= 0) {
                return scaled.scale() <= MOST_DECIMALS
                        ? new Spoken(stripped, Numbers.digits(scaled) + " " + SCALES.get(i), true)
                        : new Spoken(stripped, Numbers.digits(stripped), false);
            }
        }
        return new Spoken(stripped, Numbers.digits(stripped), false);
    }
}
