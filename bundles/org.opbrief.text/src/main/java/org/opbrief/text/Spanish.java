package org.opbrief.text;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.opbrief.api.data.Unit;

/** Spanish as it is written in the United States: digits grouped by commas, a thousand millions instead of billions. */
final class Spanish implements Language {
    private static final List<String> SPELLED =
            List.of("dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve");
    private static final Map<String, List<String>> UNITS = Map.of(
            "lb", List.of("libra", "libras"),
            "oz", List.of("onza", "onzas"),
            "kg", List.of("kilogramo", "kilogramos"),
            "g", List.of("gramo", "gramos"),
            "mg", List.of("miligramo", "miligramos"),
            "usd", List.of("dólar", "dólares"));
    private static final int MOST_DECIMALS = 2;

    @Override
    public String nearly(String number) {
        return "casi " + number;
    }

    @Override
    public String moreThan(String number) {
        return "más de " + number;
    }

    @Override
    public String about(String number) {
        return "alrededor de " + number;
    }

    @Override
    public String quantity(Spoken number, Unit unit) {
        return switch (unit.dimension()) {
            case COUNT -> number.words();
            case RATIO -> number.words() + " por ciento";
            case MASS, MONEY -> number.words() + (number.scaled() ? " de " : " ") + name(unit, number.isOne());
        };
    }

    private static String name(Unit unit, boolean one) {
        List<String> names = UNITS.getOrDefault(unit.id(), List.of(unit.singular(), unit.plural()));
        return names.get(one ? 0 : 1);
    }

    /** One and zero take the gender of what is counted, which is not known here. */
    @Override
    public Optional<String> spelled(int count) {
        return count < 2 ? Optional.empty() : Optional.of(SPELLED.get(count - 2));
    }

    @Override
    public List<String> abbreviations() {
        return List.of("sr", "sra", "dr", "dra", "núm", "aprox", "ee", "uu", "gral");
    }

    @Override
    public Spoken round(BigDecimal value) {
        BigDecimal stripped = Numbers.stripped(value);
        for (int zeros : new int[] {12, 6}) {
            BigDecimal scaled = Numbers.stripped(stripped.movePointLeft(zeros));
            if (scaled.abs().compareTo(BigDecimal.ONE) >= 0 && scaled.scale() <= MOST_DECIMALS) {
                boolean one = scaled.abs().compareTo(BigDecimal.ONE) == 0;
                String scale = zeros == 12 ? (one ? "billón" : "billones") : (one ? "millón" : "millones");
                return new Spoken(stripped, Numbers.digits(scaled) + " " + scale, true);
            }
        }
        return new Spoken(stripped, Numbers.digits(stripped), false);
    }
}
