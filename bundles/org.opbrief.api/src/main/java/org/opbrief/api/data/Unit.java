package org.opbrief.api.data;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a number counts or measures.
 *
 * @param id short name as written in packs, e.g. {@code lb}
 * @param symbol what stands behind a number in a table, e.g. {@code lb}; empty for plain counts
 * @param singular the word for exactly one in a sentence, e.g. {@code pound}; empty for plain counts
 * @param plural the word for all other numbers in a sentence, e.g. {@code pounds}; empty for plain counts
 * @param dimension what is measured; numbers convert only within a dimension
 * @param inBase how many base units of the dimension one of this unit is; the base unit of mass is the kilogram
 */
public record Unit(String id, String symbol, String singular, String plural, Dimension dimension, BigDecimal inBase) {

    /** What a unit measures. */
    public enum Dimension {
        COUNT,
        MASS,
        MONEY,
        RATIO
    }

    public static final Unit COUNT = new Unit("count", "", "", "", Dimension.COUNT, BigDecimal.ONE);
    /** One tablet, capsule or pill: the "dosage unit" of seizure statistics. */
    public static final Unit PILL = new Unit("pill", "pills", "pill", "pills", Dimension.COUNT, BigDecimal.ONE);

    public static final Unit DOSE = new Unit("dose", "doses", "dose", "doses", Dimension.COUNT, BigDecimal.ONE);
    public static final Unit KILOGRAM = new Unit("kg", "kg", "kilogram", "kilograms", Dimension.MASS, BigDecimal.ONE);
    public static final Unit GRAM = new Unit("g", "g", "gram", "grams", Dimension.MASS, new BigDecimal("0.001"));
    public static final Unit MILLIGRAM =
            new Unit("mg", "mg", "milligram", "milligrams", Dimension.MASS, new BigDecimal("0.000001"));
    /** The international avoirdupois pound, 0.45359237 kg exactly (NIST Handbook 44, Appendix C). */
    public static final Unit POUND =
            new Unit("lb", "lb", "pound", "pounds", Dimension.MASS, new BigDecimal("0.45359237"));
    /** The avoirdupois ounce, a sixteenth of a pound. */
    public static final Unit OUNCE =
            new Unit("oz", "oz", "ounce", "ounces", Dimension.MASS, new BigDecimal("0.028349523125"));

    public static final Unit US_DOLLAR = new Unit("usd", "$", "dollar", "dollars", Dimension.MONEY, BigDecimal.ONE);
    /** A ratio as it is stored: 0.55 is 55 percent. */
    public static final Unit RATIO = new Unit("ratio", "", "", "", Dimension.RATIO, BigDecimal.ONE);

    public static final Unit PERCENT =
            new Unit("percent", "%", "percent", "percent", Dimension.RATIO, new BigDecimal("0.01"));

    private static final List<Unit> KNOWN =
            List.of(COUNT, PILL, DOSE, KILOGRAM, GRAM, MILLIGRAM, POUND, OUNCE, US_DOLLAR, RATIO, PERCENT);

    public Unit {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(dimension, "dimension");
        if (inBase.signum() <= 0) {
            throw new IllegalArgumentException("A unit is a positive multiple of its base unit: " + id);
        }
    }

    /** The units that packs may name. */
    public static List<Unit> known() {
        return KNOWN;
    }

    /** The known unit of that id. */
    public static Optional<Unit> of(String id) {
        return KNOWN.stream().filter(unit -> unit.id.equals(id)).findFirst();
    }

    /** Whether numbers in this unit can be expressed in the other. */
    public boolean convertsTo(Unit other) {
        return dimension == other.dimension;
    }

    /**
     * The value, given in this unit, expressed in another unit of the same dimension, to 34 significant digits.
     *
     * @throws IllegalArgumentException if the other unit has another dimension
     */
    public BigDecimal convert(BigDecimal value, Unit other) {
        if (!convertsTo(other)) {
            throw new IllegalArgumentException(id + " does not convert to " + other.id);
        }
        return inBase.equals(other.inBase)
                ? value
                : value.multiply(inBase).divide(other.inBase, MathContext.DECIMAL128);
    }
}
