package org.opbrief.launcher;

import java.util.Locale;
import java.util.Map;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;

/** The operating system, window system and processor of this process, in Eclipse's words. */
record Platform(String os, String ws, String arch) {

    static Platform here() {
        return of(System.getProperty("os.name"), System.getProperty("os.arch"));
    }

    /** @param name and processor as Java calls them */
    static Platform of(String name, String processor) {
        String lower = name.toLowerCase(Locale.ROOT);
        String arch = processor.equals("amd64") ? "x86_64" : processor;
        if (lower.startsWith("windows")) {
            return new Platform("win32", "win32", arch);
        }
        return lower.startsWith("mac") ? new Platform("macosx", "cocoa", arch) : new Platform("linux", "gtk", arch);
    }

    /** Properties of the framework, which bundles' filters ask for. */
    Map<String, String> properties() {
        return Map.of("osgi.os", os, "osgi.ws", ws, "osgi.arch", arch);
    }

    /** @param filter of a bundle's {@code Eclipse-PlatformFilter}, which Felix does not know; empty if it fits everywhere */
    boolean fits(String filter) {
        try {
            return filter.isEmpty() || FrameworkUtil.createFilter(filter).matches(properties());
        } catch (InvalidSyntaxException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
