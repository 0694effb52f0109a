package org.example.greeting;

/** What a pack exports, in tests. */
public final class Greeting {

    private Greeting() {}

    public static String text() {
        return "Hello";
    }
}
