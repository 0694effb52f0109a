package org.opbrief.sample;

import static org.opbrief.sample.Division.EL_PASO;
import static org.opbrief.sample.Division.OMAHA;
import static org.opbrief.sample.Division.ROCKY_MOUNTAIN;

import java.util.Map;

/**
 * What the operation came to, in the nation or in one division. Where the published figure is exact, so is this; where
 * it is worded ("nearly 44 million"), this is a number that the words are true of; what was not published is plausible.
 *
 * @param investigations all linked to one of the two cartels
 * @param sinaloa investigations that are linked to the Sinaloa cartel; the others are linked to Jalisco
 * @param firearms pieces, not exhibits
 * @param pills dosage units of fentanyl
 * @param powder grams of fentanyl powder
 * @param meth grams of methamphetamine
 * @param dollars value of currency and assets
 * @param social investigations with a social-media application
 * @param encrypted investigations with an encrypted application
 * @param online investigations with either
 */
record Totals(
        int investigations,
        int sinaloa,
        int arrests,
        int firearms,
        long pills,
        long powder,
        long meth,
        long dollars,
        int social,
        int encrypted,
        int online) {

    /**
     * 6,501.4 lb of powder and 91,262 lb of methamphetamine. With 0.60 of the pills at 2 mg or more and a purity of
     * 11.3 percent the fentanyl is 192,986,889 doses of 2 mg.
     */
    static final Totals NATION =
            new Totals(1436, 912, 3337, 8497, 43_947_316, 2_949_000, 41_395_700, 100_437_218, 742, 651, 1127);

    /** The divisions that published figures of their own; masses are whole pounds, to the nearest gram. */
    static final Map<String, Totals> DIVISIONS = Map.of(
            OMAHA, new Totals(26, 15, 87, 60, 418_260, 30_958, 471_316, 1_104_633, 13, 11, 19),
            ROCKY_MOUNTAIN, new Totals(72, 60, 65, 104, 375_412, 11_340, 57_153, 1_812_350, 17, 25, 38),
            EL_PASO, new Totals(114, 88, 235, 278, 1_984_120, 39_463, 441_799, 4_068_940, 71, 51, 92));

    Totals minus(Totals other) {
        return new Totals(
                investigations - other.investigations,
                sinaloa - other.sinaloa,
                arrests - other.arrests,
                firearms - other.firearms,
                pills - other.pills,
                powder - other.powder,
                meth - other.meth,
                dollars - other.dollars,
                social - other.social,
                encrypted - other.encrypted,
                online - other.online);
    }
}
