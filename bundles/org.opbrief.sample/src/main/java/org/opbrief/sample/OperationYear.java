package org.opbrief.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** Operation Last Mile, 1 May 2022 to 1 May 2023: {@link Totals} divided over divisions and investigations. */
final class OperationYear {
    static final String NAME = "Operation Last Mile";
    static final LocalDate FIRST = LocalDate.of(2022, 5, 1);
    static final LocalDate LAST = LocalDate.of(2023, 5, 1);

    /** No case was opened in the last days, so that each has time for something to happen. */
    private static final LocalDate LAST_OPENED = LAST.minusDays(16);

    private static final int CURRENCY_ROWS = 1800;
    private static final Map<Drug, Integer> ROWS = Map.of(
            Drug.FENTANYL_PILLS, 1250,
            Drug.FENTANYL_POWDER, 820,
            Drug.METHAMPHETAMINE, 1380,
            Drug.HEROIN, 210,
            Drug.COCAINE, 330,
            Drug.MARIJUANA, 120,
            Drug.OTHER_PILLS, 110,
            Drug.OTHER, 90);
    /** Of what the operation published nothing; dosage units or grams. */
    private static final Map<Drug, Long> UNPUBLISHED = Map.of(
            Drug.HEROIN, 262_480L,
            Drug.COCAINE, 4_318_720L,
            Drug.MARIJUANA, 9_527_300L,
            Drug.OTHER_PILLS, 1_866_402L,
            Drug.OTHER, 884_150L);

    private final Dice dice;

    OperationYear(Dice dice) {
        this.dice = dice;
    }

    Sample build() {
        Sample sample = new Sample();
        List<Totals> totals = totals();
        double[] size = totals.stream().mapToDouble(Totals::investigations).toArray();
        long[] currencyRows = Shares.atLeastOne(CURRENCY_ROWS, size);
        List<Events> events = new ArrayList<>();
        for (int i = 0; i < totals.size(); i++) {
            Totals total = totals.get(i);
            List<Case> cases = cases(Division.ALL.get(i), total);
            Events in = new Events(dice, cases, FIRST, LAST);
            events.add(in);
            sample.cases().addAll(cases);
            sample.arrests().addAll(in.arrests(total.arrests()));
            sample.firearms().addAll(in.firearms(total.firearms()));
            sample.currency().addAll(in.currency(total.dollars(), (int) currencyRows[i]));
        }
        for (Drug drug : Drug.values()) {
            long[] amounts = amounts(drug, totals);
            long[] rows = Shares.atLeastOne(ROWS.get(drug), size);
            for (int i = 0; i < amounts.length; i++) {
                sample.addSeizures(drug, events.get(i).seizures(drug, amounts[i], (int) rows[i]));
            }
        }
        return sample;
    }

    private long[] amounts(Drug drug, List<Totals> totals) {
        return switch (drug) {
            case FENTANYL_PILLS -> totals.stream().mapToLong(Totals::pills).toArray();
            case FENTANYL_POWDER -> totals.stream().mapToLong(Totals::powder).toArray();
            case METHAMPHETAMINE -> totals.stream().mapToLong(Totals::meth).toArray();
            default -> Shares.atLeastOne(UNPUBLISHED.get(drug), Division.weights(Division.ALL, drug.weight));
        };
    }

    /** One a division, in the order of {@link Division#ALL}: its own figures, or its share of what the others leave. */
    private List<Totals> totals() {
        Totals rest = Totals.DIVISIONS.values().stream().reduce(Totals.NATION, Totals::minus);
        List<Division> others = Division.ALL.stream()
                .filter(division -> !Totals.DIVISIONS.containsKey(division.name()))
                .toList();
        long[] investigations = share(rest.investigations(), others, Division::cases);
        long[] sinaloa = share(rest.sinaloa(), others, Division::cases);
        long[] arrests = share(rest.arrests(), others, division -> division.cases() * dice.between(0.6, 1.4));
        long[] firearms = share(rest.firearms(), others, division -> division.cases() * dice.between(0.5, 1.5));
        long[] pills = share(rest.pills(), others, Division::pills);
        long[] powder = share(rest.powder(), others, Division::powder);
        long[] meth = share(rest.meth(), others, Division::meth);
        long[] dollars = share(rest.dollars(), others, division -> division.cases() * dice.between(0.5, 2));
        long[] social = share(rest.social(), others, Division::cases);
        long[] encrypted = share(rest.encrypted(), others, Division::cases);
        long[] online = share(rest.online(), others, Division::cases);
        return Division.ALL.stream()
                .map(division -> {
                    int i = others.indexOf(division);
                    return i < 0
                            ? Totals.DIVISIONS.get(division.name())
                            : new Totals(
                                    (int) investigations[i],
                                    (int) sinaloa[i],
                                    (int) arrests[i],
                                    (int) firearms[i],
                                    pills[i],
                                    powder[i],
                                    meth[i],
                                    dollars[i],
                                    (int) social[i],
                                    (int) encrypted[i],
                                    (int) online[i]);
                })
                .toList();
    }

    private static long[] share(long total, List<Division> divisions, ToDoubleFunction<Division> weight) {
        return Shares.atLeastOne(total, Division.weights(divisions, weight));
    }

    private List<Case> cases(Division division, Totals totals) {
        List<Integer> numbers =
                IntStream.range(0, totals.investigations()).boxed().toList();
        List<Integer> byCartel = dice.shuffled(numbers);
        List<Integer> byApp = dice.shuffled(numbers);
        List<Case> cases = new ArrayList<>(totals.investigations());
        for (int i : numbers) {
            String cartel = byCartel.get(i) < totals.sinaloa() ? "sinaloa" : "jalisco";
            int app = byApp.get(i);
            boolean social = app < totals.social();
            boolean encrypted = app < totals.online() && app >= totals.online() - totals.encrypted();
            cases.add(new Case(
                    NAME,
                    division,
                    dice.earlyOf(division.states()),
                    dice.earlyDay(FIRST, LAST_OPENED),
                    cartel,
                    social ? dice.earlyOf(Apps.SOCIAL) : "",
                    encrypted ? dice.earlyOf(Apps.ENCRYPTED) : ""));
        }
        return cases;
    }
}
