package org.opbrief.cli;

import java.util.Optional;

/** What a person types. */
interface Keyboard {

    /** Whether there is one with a person at it. */
    boolean present();

    /** The next line; empty at the end of the input. */
    Optional<String> line();

    /** A line that is not shown while it is typed; empty if that cannot be had. */
    Optional<char[]> secret();
}
