package org.opbrief.sample;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** What is seized: a drug and the forms that it comes in, the usual one first. */
enum Drug {
    FENTANYL_PILLS("fentanyl", List.of("pill"), 1.5, Division::pills),
    FENTANYL_POWDER("fentanyl", List.of("powder"), 1.4, Division::powder),
    METHAMPHETAMINE("methamphetamine", List.of("crystal", "liquid", "powder"), 1.6, Division::meth),
    HEROIN("heroin", List.of("powder", "other"), 1.3, Division::powder),
    COCAINE("cocaine", List.of("powder", "other", "liquid"), 1.5, Division::cases),
    MARIJUANA("marijuana", List.of("plant", "other"), 1.4, Division::cases),
    OTHER_PILLS("other", List.of("pill"), 1.3, Division::cases),
    OTHER("other", List.of("powder", "liquid", "other"), 1.3, Division::cases);

    final String drug;
    final List<String> forms;
    /** How unequal single seizures are, see {@link Dice#skewed}. */
    final double spread;
    /** How the divisions compare. */
    final ToDoubleFunction<Division> weight;

    Drug(String drug, List<String> forms, double spread, ToDoubleFunction<Division> weight) {
        this.drug = drug;
        this.forms = forms;
        this.spread = spread;
        this.weight = weight;
    }

    /** Counted in dosage units; all else is weighed in grams. */
    boolean counted() {
        return this == FENTANYL_PILLS || this == OTHER_PILLS;
    }
}
