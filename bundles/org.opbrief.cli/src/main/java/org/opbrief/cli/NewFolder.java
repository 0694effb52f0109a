package org.opbrief.cli;

import java.nio.file.Path;
import java.util.List;

/** Tells what was made. */
final class NewFolder {

    private NewFolder() {}

    static void tell(Invocation call, List<Path> files) {
        call.console().line("Made, in the order in which to read them:");
        files.forEach(file -> call.console().line("  " + call.surroundings().pasted(file)));
    }
}
