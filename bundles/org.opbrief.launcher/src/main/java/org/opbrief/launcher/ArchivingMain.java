package org.opbrief.launcher;

import java.util.Optional;

/** As {@link Main}, for a run at whose end Java writes the archive of classes. */
public final class ArchivingMain {

    private ArchivingMain() {}

    /** @param arguments the distribution's folder, the cache's folder, then the command line */
    public static void main(String[] arguments) {
        Main.main(Optional.of(new ClassLinking()), arguments);
    }
}
