package org.example.caller;

import org.example.greeting.Greeting;

/** Of a pack that uses what another exports, in tests. */
public final class Caller {

    private Caller() {}

    public static String text() {
        return Greeting.text();
    }

    /** Whose class it is tells which pack gave it. */
    public static Class<?> greeting() {
        return Greeting.class;
    }
}
