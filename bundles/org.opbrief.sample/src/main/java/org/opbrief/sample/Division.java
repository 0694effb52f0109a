package org.opbrief.sample;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * A field division.
 *
 * @param cases how its number of cases compares with the others'
 * @param pills how the fentanyl pills that it seizes compare
 * @param powder how its fentanyl powder compares
 * @param meth how its methamphetamine compares
 * @param states that it covers, the busiest first
 */
record Division(String name, int cases, int pills, int powder, int meth, List<String> states) {

    static final String OMAHA = "Omaha";
    static final String ROCKY_MOUNTAIN = "Rocky Mountain";
    static final String EL_PASO = "El Paso";

    static final List<Division> ALL = List.of(
            division("Atlanta", 75, 14, 35, 70, "GA", "NC", "SC"),
            division("Caribbean", 20, 2, 12, 3, "PR", "VI"),
            division("Chicago", 75, 20, 60, 40, "IL", "IN", "WI"),
            division("Dallas", 75, 26, 25, 85, "TX", "OK"),
            division("Detroit", 60, 18, 65, 28, "MI", "OH"),
            division(EL_PASO, 114, 45, 30, 60, "TX", "NM"),
            division("Houston", 90, 22, 30, 110, "TX"),
            division("Los Angeles", 105, 230, 120, 210, "CA", "NV", "HI"),
            division("Louisville", 50, 12, 30, 30, "KY", "TN", "WV"),
            division("Miami", 55, 10, 40, 24, "FL"),
            division("New England", 55, 16, 60, 14, "MA", "CT", "NH", "RI", "ME", "VT"),
            division("New Jersey", 40, 8, 38, 8, "NJ"),
            division("New Orleans", 50, 12, 18, 26, "LA", "AL", "MS", "AR"),
            division("New York", 70, 30, 120, 22, "NY"),
            division(OMAHA, 45, 8, 8, 22, "NE", "MN", "IA", "SD", "ND"),
            division("Philadelphia", 50, 10, 55, 12, "PA", "DE"),
            division("Phoenix", 110, 310, 90, 150, "AZ"),
            division(ROCKY_MOUNTAIN, 72, 24, 18, 30, "CO", "UT", "WY", "MT"),
            division("San Diego", 85, 170, 130, 240, "CA"),
            division("San Francisco", 55, 32, 45, 60, "CA"),
            division("Seattle", 80, 60, 40, 45, "WA", "OR", "ID", "AK"),
            division("St. Louis", 50, 14, 28, 34, "MO", "KS", "IL"),
            division("Washington", 60, 12, 45, 14, "VA", "MD", "DC"));

    private static Division division(String name, int cases, int pills, int powder, int meth, String... states) {
        return new Division(name, cases, pills, powder, meth, List.of(states));
    }

    static double[] weights(List<Division> divisions, ToDoubleFunction<Division> weight) {
        return divisions.stream().mapToDouble(weight).toArray();
    }
}
