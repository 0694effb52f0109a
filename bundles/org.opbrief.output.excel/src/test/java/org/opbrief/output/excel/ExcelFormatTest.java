package org.opbrief.output.excel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExcelFormatTest {
    @TempDir
    Path temp;

    private final ExcelFormat format = new ExcelFormat();

    @Test
    void theSameBriefingGivesTheSameBytes() throws Exception {
        Path first = temp.resolve("first.xlsx");
        Path second = temp.resolve("second.xlsx");
        format.write(Samples.briefing(), Optional.empty(), first);
        Thread.sleep(2100); // zip times have steps of two seconds
        format.write(Samples.briefing(), Optional.empty(), second);
        assertArrayEquals(Files.readAllBytes(first), Files.readAllBytes(second));
        String look = System.getProperty("look");
        if (look != null) {
            Files.copy(first, Path.of(look));
        }
    }
}
