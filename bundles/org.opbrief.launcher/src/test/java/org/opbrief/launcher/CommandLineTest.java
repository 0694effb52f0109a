package org.opbrief.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CommandLineTest {

    private static final FeatureFile CORE = new FeatureFile("core", List.of("*"), List.of(), List.of());
    private static final FeatureFile PDF = new FeatureFile("pdf", List.of("run", "demo"), List.of("pdf"), List.of());
    private static final FeatureFile EXCEL =
            new FeatureFile("excel", List.of("run", "demo"), List.of("xlsx"), List.of());

    @Test
    void theCommandIsFoundBehindAWorkspace() {
        assertEquals(
                Optional.of("run"), line("--workspace", "demo", "run", "border").command());
        assertEquals(Optional.of("data"), line("--workspace=W", "data").command());
        assertEquals(Optional.empty(), line("--help").command());
    }

    @Test
    void aCommandThatWritesNothingStartsNoFormat() {
        assertTrue(CORE.startsFor(line("import", "run")));
        assertFalse(PDF.startsFor(line("import", "run", "--as", "seizure")));
        assertFalse(PDF.startsFor(line()));
    }

    @Test
    void onlyTheFormatsAskedForStart() {
        assertTrue(PDF.startsFor(line("run", "border")));
        assertTrue(EXCEL.startsFor(line("run", "border")));
        assertTrue(PDF.startsFor(line("run", "border", "--format", "pdf")));
        assertFalse(EXCEL.startsFor(line("run", "border", "--format", "pdf")));
        assertTrue(EXCEL.startsFor(line("run", "border", "--format=pdf, xlsx")));
    }

    private static CommandLine line(String... arguments) {
        return new CommandLine(List.of(arguments));
    }
}
