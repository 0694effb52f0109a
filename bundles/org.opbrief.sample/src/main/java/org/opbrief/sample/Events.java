package org.opbrief.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Lets things happen in some investigations of one division, between two days. */
final class Events {
    /** Milligrams that a pressed pill weighs at least, and by how many more at most. */
    private static final int PILL_MG = 100, PILL_MG_SPREAD = 16;

    private static final List<String> FIREARMS = List.of("pistol", "rifle", "revolver", "shotgun", "other");
    private static final List<String> ASSETS = List.of("vehicle", "real-property", "cryptocurrency", "other-asset");

    private final Dice dice;
    private final List<Case> cases;
    private final LocalDate first;
    private final LocalDate last;

    Events(Dice dice, List<Case> cases, LocalDate first, LocalDate last) {
        this.dice = dice;
        this.cases = cases;
        this.first = first;
        this.last = last;
    }

    List<Event> arrests(int count) {
        List<Event> arrests = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            Case of = dice.oneOf(cases);
            arrests.add(event(of, 1, of.cartel()));
        }
        return arrests;
    }

    /** @param total dosage units or grams, see {@link Drug#counted()} */
    List<Event> seizures(Drug drug, long total, int rows) {
        List<Event> seizures = new ArrayList<>(rows);
        for (long amount : parts(total, rows, drug.spread)) {
            String form = dice.earlyOf(drug.forms);
            String quantity = drug.counted() ? pillMass(amount) + "," + amount : kilograms(amount) + ",";
            seizures.add(event(dice.oneOf(cases), amount, drug.drug + "," + form + "," + quantity));
        }
        return seizures;
    }

    List<Event> firearms(int total) {
        List<Event> exhibits = new ArrayList<>();
        for (long quantity : parts(total, total * 5 / 9 + 1, 1.1)) {
            exhibits.add(event(dice.oneOf(cases), quantity, dice.earlyOf(FIREARMS) + "," + quantity));
        }
        return exhibits;
    }

    List<Event> currency(long dollars, int rows) {
        List<Event> exhibits = new ArrayList<>(rows);
        for (long value : parts(dollars, rows, 1.4)) {
            String kind = dice.chance(0.75) ? "cash" : dice.earlyOf(ASSETS);
            exhibits.add(event(dice.oneOf(cases), value, kind + "," + value + ".00"));
        }
        return exhibits;
    }

    private long[] parts(long total, int rows, double spread) {
        return Shares.atLeastOne(total, dice.skewed((int) Math.min(rows, total), spread));
    }

    private Event event(Case of, long amount, String detail) {
        String state = dice.chance(0.85) ? of.state() : dice.oneOf(of.division().states());
        LocalDate from = of.opened().isAfter(first) ? of.opened() : first;
        return new Event(of, state, dice.earlyDay(from, last), amount, detail);
    }

    /** Laboratories weigh some of the pills that agents count. */
    private String pillMass(long units) {
        return dice.chance(0.3) ? kilograms(Math.max(1, units * (PILL_MG + dice.below(PILL_MG_SPREAD)) / 1000)) : "";
    }

    private static String kilograms(long grams) {
        return grams / 1000 + "." + String.valueOf(1000 + grams % 1000).substring(1);
    }
}
