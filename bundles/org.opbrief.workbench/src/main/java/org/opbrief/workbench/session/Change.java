package org.opbrief.workbench.session;

/** What may look different from now on. */
public enum Change {
    /** Batches came or went. */
    DATA,
    /** Packs came or went: data sets and reports may be others. */
    PACKS,
    /** Another workspace is open; data and packs are others too. */
    WORKSPACE
}
