package org.opbrief.workbench;

import org.eclipse.core.commands.ParameterizedCommand;

/** What the elements of the application's model are called. */
public final class Ids {

    /** The bundle, and the beginning of all ids. */
    public static final String WORKBENCH = "org.opbrief.workbench";

    public static final String DATA_PERSPECTIVE = WORKBENCH + ".perspective.data";
    public static final String BRIEFING_PERSPECTIVE = WORKBENCH + ".perspective.briefing";

    public static final String PASSPORT_PART = WORKBENCH + ".part.passport";

    /** Events that tell of a choice that another part acts upon; their data is the id of the report or data set. */
    public static final String REPORT_CHOSEN = "org/opbrief/workbench/REPORT";

    public static final String DATA_SET_CHOSEN = "org/opbrief/workbench/DATA_SET";

    private static final String COMMAND = ".command";

    private Ids() {}

    /** The element that a command is for, e.g. {@code ….part.log} of {@code ….command.part.log}. */
    public static String named(ParameterizedCommand command) {
        return command.getId().replace(COMMAND, "");
    }
}
