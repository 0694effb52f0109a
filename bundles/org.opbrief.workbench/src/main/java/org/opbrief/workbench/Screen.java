package org.opbrief.workbench;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Whether there is one to open a window on. */
record Screen(String system, Map<String, String> environment) {

    static final String MISSING = "There is no screen to open a window on (neither DISPLAY nor WAYLAND_DISPLAY is set):"
            + " start it in a graphical session, or use the other commands.";

    /** Windows and macOS always have one. */
    boolean isMissing() {
        boolean asks = !system.toLowerCase(Locale.ROOT).startsWith("windows")
                && !system.toLowerCase(Locale.ROOT).startsWith("mac");
        return asks
                && Stream.of("DISPLAY", "WAYLAND_DISPLAY")
                        .allMatch(name -> environment.getOrDefault(name, "").isBlank());
    }

    /** Whether the desktop tells programs over D-Bus that it ends. */
    boolean hasSessionBus() {
        return !environment.getOrDefault("DBUS_SESSION_BUS_ADDRESS", "").isBlank();
    }

    /** What SWT says when it cannot open the screen, or find the libraries that it is made of. */
    static String unusable(Error error) {
        return error instanceof UnsatisfiedLinkError
                ? "The window needs GTK 3, which is not installed (Debian: apt-get install libgtk-3-0)."
                : "The screen cannot be used (" + error.getMessage()
                        + "): start it in a graphical session, or use the other commands.";
    }
}
