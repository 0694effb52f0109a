package org.opbrief.text;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.opbrief.api.data.Unit;
import org.opbrief.api.statistics.Figure;
import org.opbrief.api.statistics.Passport;
import org.opbrief.api.statistics.Wording;

/** Figures for tests. */
final class Figures {
    private static final Passport PASSPORT = new Passport(
            "by hand", Optional.empty(), Optional.empty(), Map.of(), List.of(), 0, List.of(), Optional.empty());

    private Figures() {}

    static Figure figure(String value, Unit unit, int decimals, Wording wording) {
        return figure("n", value, unit, decimals, wording);
    }

    static Figure figure(String id, String value, Unit unit, int decimals, Wording wording) {
        return new Figure(id, id, new BigDecimal(value), unit, decimals, wording, false, List.of(), value, PASSPORT);
    }

    /** The figure in the words of its wording, as reports do. */
    static Figure worded(Figure figure) {
        return figure.inWords(new FigureProse().words(figure, Locale.US));
    }

    static Figure count(String id, String value) {
        return worded(figure(id, value, Unit.COUNT, 0, Wording.EXACT));
    }

    static Wording rounded(String step) {
        return new Wording(Wording.Style.ROUNDED, Optional.of(new BigDecimal(step)));
    }

    static Wording about(String step) {
        return new Wording(Wording.Style.ABOUT, Optional.of(new BigDecimal(step)));
    }
}
