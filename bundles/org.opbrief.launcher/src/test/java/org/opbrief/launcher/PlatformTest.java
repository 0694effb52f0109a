package org.opbrief.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlatformTest {

    private static final Path HOME = Path.of("/home/u");

    @Test
    void theSystemsOfJavaAreThoseOfEclipse() {
        assertEquals(new Platform("linux", "gtk", "x86_64"), Platform.of("Linux", "amd64"));
        assertEquals(new Platform("linux", "gtk", "aarch64"), Platform.of("Linux", "aarch64"));
        assertEquals(new Platform("win32", "win32", "x86_64"), Platform.of("Windows 11", "amd64"));
        assertEquals(new Platform("macosx", "cocoa", "aarch64"), Platform.of("Mac OS X", "aarch64"));
    }

    @Test
    void aFilterTellsWhatFits() {
        Platform platform = Platform.of("Linux", "amd64");
        assertTrue(platform.fits(""));
        assertTrue(platform.fits("(& (osgi.ws=gtk)(osgi.os=linux)(osgi.arch=x86_64))"));
        assertFalse(platform.fits("(& (osgi.ws=gtk)(osgi.os=linux)(osgi.arch=aarch64))"));
        assertFalse(platform.fits("(osgi.os=macosx)"));
    }

    @Test
    void theStateIsWhereTheSystemHasIt() {
        assertEquals(
                Path.of("/home/u/.local/state/opbrief"),
                StateFolder.of(Platform.of("Linux", "amd64"), Map.of("XDG_STATE_HOME", ""), HOME));
        assertEquals(
                Path.of("/state/opbrief"),
                StateFolder.of(Platform.of("Linux", "amd64"), Map.of("XDG_STATE_HOME", "/state"), HOME));
        assertEquals(
                Path.of("/home/u/Library/Application Support/opbrief"),
                StateFolder.of(Platform.of("Mac OS X", "aarch64"), Map.of(), HOME));
    }
}
