package org.opbrief.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What was not part of the operation, from 2018 to the day that the sample describes: fentanyl grows from year to year,
 * heroin gives way to it. Single figures are plausible, not published.
 */
final class OtherCases {
    /** Grams of methamphetamine in Omaha in 2018; 1.55 times as many in 2022 are 949,127, all 55 percent more. */
    static final long OMAHA_METH_2018 = 612_340;

    static final long OMAHA_METH_2022 = 949_127;

    private static final int FIRST_YEAR = 2018;
    private static final int YEARS = 6;

    /** One year; the last has four months. */
    private record Year(int cases, int arrests, int firearms, long dollars, int currencyRows, double apps) {}

    private static final List<Year> NATION = List.of(
            new Year(640, 900, 1800, 61_200_000, 420, 0.08),
            new Year(660, 930, 1950, 64_900_000, 430, 0.12),
            new Year(590, 780, 2100, 70_300_000, 440, 0.18),
            new Year(680, 960, 2600, 78_800_000, 480, 0.27),
            new Year(430, 610, 1500, 39_500_000, 280, 0.36),
            new Year(120, 170, 400, 9_800_000, 75, 0.40));

    /** Dosage units or grams in each year. */
    private static final Map<Drug, long[]> AMOUNTS = Map.of(
            Drug.FENTANYL_PILLS, years(1_204_000, 2_918_000, 5_127_000, 20_960_000, 19_340_000, 5_870_000),
            Drug.FENTANYL_POWDER, years(904_000, 1_318_000, 2_143_000, 3_426_000, 2_904_000, 702_000),
            Drug.METHAMPHETAMINE, years(26_110_000, 32_840_000, 40_760_000, 43_920_000, 18_230_000, 5_040_000),
            Drug.HEROIN, years(2_390_000, 2_120_000, 1_810_000, 1_270_000, 590_000, 140_000),
            Drug.COCAINE, years(9_240_000, 9_870_000, 9_110_000, 9_560_000, 5_020_000, 1_610_000),
            Drug.MARIJUANA, years(61_300_000, 52_700_000, 47_100_000, 38_400_000, 19_800_000, 5_300_000),
            Drug.OTHER_PILLS, years(612_000, 704_000, 688_000, 1_120_000, 760_000, 240_000),
            Drug.OTHER, years(710_000, 695_000, 740_000, 802_000, 430_000, 120_000));

    private static final Map<Drug, long[]> ROWS = Map.of(
            Drug.FENTANYL_PILLS, years(130, 220, 320, 520, 350, 100),
            Drug.FENTANYL_POWDER, years(210, 250, 310, 390, 230, 60),
            Drug.METHAMPHETAMINE, years(480, 520, 560, 580, 290, 75),
            Drug.HEROIN, years(240, 210, 170, 130, 60, 24),
            Drug.COCAINE, years(190, 190, 180, 180, 100, 30),
            Drug.MARIJUANA, years(120, 110, 95, 80, 45, 23),
            Drug.OTHER_PILLS, years(50, 55, 55, 70, 40, 23),
            Drug.OTHER, years(45, 45, 45, 45, 30, 23));

    private static long[] years(long... values) {
        return values;
    }

    private final Dice dice;

    OtherCases(Dice dice) {
        this.dice = dice;
    }

    /** @param operationMeth grams of methamphetamine that the operation seized in Omaha in 2022 */
    Sample build(long operationMeth) {
        Sample sample = new Sample();
        double[] size = Division.weights(Division.ALL, Division::cases);
        Map<Division, List<Case>> before = new HashMap<>();
        for (int year = 0; year < YEARS; year++) {
            Year nation = NATION.get(year);
            LocalDate first = LocalDate.of(FIRST_YEAR + year, 1, 1);
            LocalDate last = year == YEARS - 1 ? OperationYear.LAST : LocalDate.of(FIRST_YEAR + year, 12, 31);
            long[] cases = Shares.atLeastOne(nation.cases, size);
            long[] arrests = Shares.of(nation.arrests, size);
            long[] firearms = Shares.atLeastOne(nation.firearms, size);
            long[] dollars = Shares.of(nation.dollars, size);
            long[] currencyRows = Shares.atLeastOne(nation.currencyRows, size);
            List<Events> events = new ArrayList<>();
            for (int i = 0; i < Division.ALL.size(); i++) {
                Division division = Division.ALL.get(i);
                List<Case> opened = cases(division, (int) cases[i], first, last, nation.apps);
                List<Case> open = new ArrayList<>(before.getOrDefault(division, List.of()));
                open.addAll(opened);
                before.put(division, opened);
                Events in = new Events(dice, open, first, last);
                events.add(in);
                sample.cases().addAll(opened);
                sample.arrests().addAll(in.arrests((int) arrests[i]));
                sample.firearms().addAll(in.firearms((int) firearms[i]));
                sample.currency().addAll(in.currency(dollars[i], (int) currencyRows[i]));
            }
            for (Drug drug : Drug.values()) {
                long[] amounts = Shares.of(AMOUNTS.get(drug)[year], Division.weights(Division.ALL, drug.weight));
                long[] rows = Shares.atLeastOne(ROWS.get(drug)[year], size);
                for (int i = 0; i < amounts.length; i++) {
                    boolean omahaMeth = drug == Drug.METHAMPHETAMINE
                            && Division.ALL.get(i).name().equals(Division.OMAHA);
                    long amount = omahaMeth ? omahaMeth(FIRST_YEAR + year, amounts[i], operationMeth) : amounts[i];
                    sample.addSeizures(drug, events.get(i).seizures(drug, amount, (int) rows[i]));
                }
            }
        }
        return sample;
    }

    private static long omahaMeth(int year, long share, long operationMeth) {
        return switch (year) {
            case 2018 -> OMAHA_METH_2018;
            case 2022 -> OMAHA_METH_2022 - operationMeth;
            default -> share;
        };
    }

    private List<Case> cases(Division division, int count, LocalDate first, LocalDate last, double apps) {
        List<Case> cases = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            String cartel = dice.chance(0.4) ? "" : dice.chance(0.6) ? "sinaloa" : "jalisco";
            cases.add(new Case(
                    "",
                    division,
                    dice.earlyOf(division.states()),
                    dice.day(first, last.minusDays(15)),
                    cartel,
                    dice.chance(apps) ? dice.earlyOf(Apps.SOCIAL) : "",
                    dice.chance(apps) ? dice.earlyOf(Apps.ENCRYPTED) : ""));
        }
        return cases;
    }
}
