package org.opbrief.api.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WordingTest {

    @Test
    void aStepThatIsNotGivenFollowsTheSizeOfTheNumber() {
        assertEquals(Optional.empty(), stepAt("0"));
        assertEquals(Optional.empty(), stepAt("999.4"));
        assertEquals(100, stepAt("1104").get().intValueExact());
        assertEquals(100, stepAt("6512.3").get().intValueExact());
        assertEquals(1_000, stepAt("91030").get().intValueExact());
        assertEquals(1_000, stepAt("375210").get().intValueExact());
        assertEquals(100_000, stepAt("1812000").get().intValueExact());
        assertEquals(1_000_000, stepAt("43900000").get().intValueExact());
        assertEquals(1_000_000, stepAt("192900000").get().intValueExact());
        assertEquals(100_000_000, stepAt("2100000000").get().intValueExact());
    }

    @Test
    void smallNumbersAreToldExactlyIfNoStepIsGiven() {
        assertEquals(Wording.EXACT, Wording.ROUNDED.at(new BigDecimal("25.3")));
    }

    @Test
    void aStepThatIsGivenStays() {
        Wording given = new Wording(Wording.Style.ABOUT, Optional.of(BigDecimal.TEN));
        assertEquals(given, given.at(BigDecimal.ONE));
    }

    private static Optional<BigDecimal> stepAt(String value) {
        return Wording.ROUNDED.at(new BigDecimal(value)).step();
    }
}
