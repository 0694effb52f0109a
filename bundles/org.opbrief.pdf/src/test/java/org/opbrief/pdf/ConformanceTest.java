package org.opbrief.pdf;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.opbrief.pdf.testing.Conformance;

class ConformanceTest {

    @Test
    void allThatTheExporterDrawsConformsToBothStandards() throws Exception {
        byte[] file = Everything.export(Everything.print(100));
        assertEquals(List.of(), Conformance.failures(file));
    }

    @Test
    void theSameDocumentGivesTheSameBytes() throws Exception {
        assertArrayEquals(Everything.export(Everything.print(40)), Everything.export(Everything.print(40)));
    }
}
