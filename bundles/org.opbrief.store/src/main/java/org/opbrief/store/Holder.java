package org.opbrief.store;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/**
 * Who has a workspace open, for others to read.
 *
 * @param command of Opbrief that this process runs; empty if it is another program
 */
record Holder(Optional<String> command) {
    private static final String WORKBENCH = "workbench";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd 'at' HH:mm", Locale.ROOT);

    /** E.g. {@code the workbench that ann opened on 2026-05-01 at 09:30 (process 4711)}. */
    String words() {
        String user = System.getProperty("user.name");
        String since = LocalDateTime.now().format(TIME);
        return command.map(name -> name.equals(WORKBENCH)
                                ? "the workbench that " + user + " opened on "
                                : "the command " + name + " that " + user + " began on ")
                        .orElse("a program that " + user + " began on ")
                + since + " (process " + ProcessHandle.current().pid() + ")";
    }
}
