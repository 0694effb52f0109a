package org.opbrief.api.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkingTest {

    @ParameterizedTest
    @CsvSource({"#000000,#ffffff", "#8a1c1c,#ffffff", "#003366,#ffffff", "#ffcc00,#000000", "#FFFFFF,#000000"})
    void theTextOnABannerIsBlackOrWhiteWhicheverIsReadBetter(String color, String ink) {
        assertEquals(ink, new Marking("LIMITED USE", color).ink());
    }
}
