package org.opbrief.workbench;

/** What the elements of the application's model are called. */
public final class Ids {

    /** The bundle, and the beginning of all ids. */
    public static final String WORKBENCH = "org.opbrief.workbench";

    public static final String DATA_PERSPECTIVE = WORKBENCH + ".perspective.data";
    public static final String BRIEFING_PERSPECTIVE = WORKBENCH + ".perspective.briefing";
    public static final String PACKS_PERSPECTIVE = WORKBENCH + ".perspective.packs";

    private Ids() {}
}
