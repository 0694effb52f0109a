package org.opbrief.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CommandLineTest {

    @Test
    void theCommandIsFoundBehindAWorkspace() {
        assertEquals(
                Optional.of("run"), line("--workspace", "demo", "run", "border").command());
        assertEquals(Optional.of("data"), line("--workspace=W", "data").command());
        assertEquals(Optional.empty(), line("--help").command());
        assertEquals(Optional.empty(), line("--workspace").command());
    }

    @Test
    void formatsAreFoundInEveryWayToWriteThem() {
        assertEquals(List.of("pdf"), line("run", "border", "--format", "pdf").formats());
        assertEquals(
                List.of("pdf", "xlsx"),
                line("run", "border", "--format=pdf, xlsx").formats());
        assertEquals(
                List.of("pdf", "xlsx"),
                line("run", "--format", "pdf", "border", "--format", "xlsx").formats());
        assertEquals(List.of(), line("run", "border", "--format").formats());
    }

    private static CommandLine line(String... arguments) {
        return new CommandLine(List.of(arguments));
    }
}
