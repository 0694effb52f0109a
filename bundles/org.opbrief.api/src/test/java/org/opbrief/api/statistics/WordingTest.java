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
        assertEquals(100, stepAt("1000").get().intValueExact());
        assertEquals(100, stepAt("1127").get().intValueExact());
        assertEquals(500, stepAt("6501.4").get().intValueExact());
        assertEquals(1_000, stepAt("91261").get().intValueExact());
        assertEquals(5_000, stepAt("375412").get().intValueExact());
        assertEquals(100_000, stepAt("1812350").get().intValueExact());
        assertEquals(500_000, stepAt("4068940").get().intValueExact());
        assertEquals(1_000_000, stepAt("43947316").get().intValueExact());
        assertEquals(1_000_000, stepAt("-192986889.6").get().intValueExact());
        assertEquals(100_000_000, stepAt("1900000000").get().intValueExact());
        assertEquals(1_000_000_000, stepAt("25000000000").get().intValueExact());
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
