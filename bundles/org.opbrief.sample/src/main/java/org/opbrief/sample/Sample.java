package org.opbrief.sample;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What is written: all investigations and what happened in them. */
record Sample(
        List<Case> cases,
        List<Event> arrests,
        Map<Drug, List<Event>> seizures,
        List<Event> firearms,
        List<Event> currency) {

    Sample() {
        this(new ArrayList<>(), new ArrayList<>(), new EnumMap<>(Drug.class), new ArrayList<>(), new ArrayList<>());
    }

    void addSeizures(Drug drug, List<Event> events) {
        seizures.computeIfAbsent(drug, key -> new ArrayList<>()).addAll(events);
    }

    void add(Sample other) {
        cases.addAll(other.cases);
        arrests.addAll(other.arrests);
        other.seizures.forEach(this::addSeizures);
        firearms.addAll(other.firearms);
        currency.addAll(other.currency);
    }

    /** Grams of methamphetamine that the division seized in a calendar year. */
    long meth(String division, int year) {
        return seizures.getOrDefault(Drug.METHAMPHETAMINE, List.of()).stream()
                .filter(event -> event.of().division().name().equals(division)
                        && event.date().getYear() == year)
                .mapToLong(Event::amount)
                .sum();
    }

    static Sample operationLastMile() {
        Dice dice = new Dice(20220501);
        Sample sample = new OperationYear(dice).build();
        sample.add(new OtherCases(dice).build(sample.meth(Division.OMAHA, 2022)));
        return sample;
    }
}
