package org.opbrief.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.opbrief.text.Figures.figure;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opbrief.api.data.Unit;
import org.opbrief.api.statistics.Figure;
import org.opbrief.api.statistics.Wording;

class WordingsTest {
    private static final String NONE = "-";

    private static String words(Figure figure) {
        return new FigureProse().words(figure, Locale.US);
    }

    private static Wording wording(String style, String step) {
        Optional<BigDecimal> size = step.equals(NONE) ? Optional.empty() : Optional.of(new BigDecimal(step));
        return new Wording(Wording.Style.valueOf(style), size);
    }

    @ParameterizedTest(name = "{0} {1} by {2} {3} is {4}")
    @CsvSource(
            delimiter = '|',
            value = {
                "1436 | count | EXACT | - | 1,436",
                "3337 | count | EXACT | - | 3,337",
                "8497 | count | EXACT | - | 8,497",
                "43912345 | pill | ROUNDED | 1000000 | nearly 44 million",
                "43912345 | pill | ROUNDED | - | nearly 44 million",
                "6512.4 | lb | ROUNDED | 500 | more than 6,500 pounds",
                "6512.4 | lb | ROUNDED | - | more than 6,500 pounds",
                "91233 | lb | ROUNDED | 1000 | more than 91,000 pounds",
                "100250000.10 | usd | ROUNDED | 1000000 | more than $100 million",
                "192981797.88 | dose | ROUNDED | 1000000 | nearly 193 million",
                "1104 | count | ROUNDED | 100 | more than 1,100",
                "55 | percent | EXACT | - | 55 percent",
                "26 | count | EXACT | - | 26",
                "375040 | pill | ROUNDED | 1000 | more than 375,000",
                "25 | lb | EXACT | - | 25 pounds",
                "126 | lb | EXACT | - | 126 pounds",
                "101 | count | ROUNDED | 100 | more than 100",
                "1812345 | usd | ROUNDED | 100000 | more than $1.8 million",
                "865300 | dose | ROUNDED | 1000 | more than 865,000",
                "1980000 | pill | ROUNDED | 1000000 | nearly 2 million",
                "974 | lb | EXACT | - | 974 pounds",
                "4100000 | usd | ROUNDED | 1000000 | more than $4 million",
                "3050000 | dose | ROUNDED | 1000000 | more than 3 million",
            })
    void operationLastMileIsToldAsItWasPublished(
            BigDecimal value, String unit, String style, String step, String expected) {
        Figure figure = figure(value.toPlainString(), Unit.of(unit).orElseThrow(), 0, wording(style, step));
        assertEquals(expected, words(figure));
    }

    @ParameterizedTest(name = "{0} {1} with {2} decimals by {3} {4} is {5}")
    @CsvSource(
            delimiter = '|',
            value = {
                "11201.3199 | lb | 2 | EXACT | - | 11,201.32 pounds",
                "1 | lb | 0 | EXACT | - | 1 pound",
                "1 | lb | 1 | EXACT | - | 1.0 pound",
                "1250 | usd | 0 | EXACT | - | $1,250",
                "1250.5 | usd | 2 | EXACT | - | $1,250.50",
                "0.55 | ratio | 2 | EXACT | - | 55 percent",
                "0.5512 | ratio | 3 | EXACT | - | 55.1 percent",
                "0 | count | 0 | EXACT | - | 0",
                "0 | lb | 0 | ROUNDED | 500 | 0 pounds",
                "7 | count | 0 | EXACT | - | 7",
                "-12.4 | percent | 0 | EXACT | - | −12 percent",
                "-1250 | usd | 0 | EXACT | - | −$1,250",
                "-12.4 | percent | 0 | ROUNDED | 5 | about −10 percent",
                "-10 | percent | 0 | ROUNDED | 5 | −10 percent",
                "44000000 | pill | 0 | ROUNDED | 1000000 | 44 million",
                "6500 | lb | 0 | ROUNDED | 500 | 6,500 pounds",
                "43500000 | pill | 0 | ROUNDED | 1000000 | more than 43 million",
                "1490000 | pill | 0 | ROUNDED | 100000 | nearly 1.5 million",
                "1260000 | pill | 0 | ROUNDED | 50000 | more than 1.25 million",
                "1234567 | pill | 0 | ROUNDED | 1000 | nearly 1,235,000",
                "2147483648 | usd | 0 | ROUNDED | 100000000 | more than $2.1 billion",
                "999999999 | usd | 0 | ROUNDED | 1000000 | nearly $1 billion",
                "3999999999999 | usd | 0 | ROUNDED | 1000000000000 | nearly $4 trillion",
                "190 | count | 0 | ROUNDED | 100 | more than 100",
                "197 | count | 0 | ROUNDED | 100 | nearly 200",
                "99 | count | 0 | ROUNDED | 100 | nearly 100",
                "93 | count | 0 | ROUNDED | 100 | more than 90",
                "300000 | pill | 0 | ROUNDED | 1000000 | 300,000",
                "25.3 | lb | 1 | ROUNDED | 500 | more than 25 pounds",
                "0.3 | lb | 1 | ROUNDED | 1 | 0.3 pounds",
                "43400000 | pill | 0 | ABOUT | 1000000 | about 43 million",
                "43500000 | pill | 0 | ABOUT | 1000000 | about 44 million",
                "44000000 | pill | 0 | ABOUT | 1000000 | about 44 million",
                "48 | percent | 0 | ABOUT | 5 | about 50 percent",
                "54.2 | percent | 0 | ROUNDED | 1 | more than 54 percent",
                "0.542 | ratio | 2 | ROUNDED | 0.01 | more than 54 percent",
                "12 | count | 0 | ROUNDED | - | 12",
            })
    void numbersAreToldByRule(BigDecimal value, String unit, int decimals, String style, String step, String expected) {
        Figure figure = figure(value.toPlainString(), Unit.of(unit).orElseThrow(), decimals, wording(style, step));
        assertEquals(expected, words(figure));
    }

    @ParameterizedTest(name = "{0} {1} by {2} {3} is {4}")
    @CsvSource(
            delimiter = '|',
            value = {
                "43912345 | pill | ROUNDED | 1000000 | casi 44 millones",
                "6512.4 | lb | ROUNDED | 500 | más de 6,500 libras",
                "2100000 | lb | ROUNDED | 1000000 | más de 2 millones de libras",
                "100250000 | usd | ROUNDED | 1000000 | más de 100 millones de dólares",
                "1500000000 | usd | ABOUT | 100000000 | alrededor de 1,500 millones de dólares",
                "1000000 | pill | ROUNDED | 1000000 | 1 millón",
                "55 | percent | EXACT | - | 55 por ciento",
                "1 | lb | EXACT | - | 1 libra",
                "1250 | usd | EXACT | - | 1,250 dólares",
            })
    void spanishFollowsTheSameRules(BigDecimal value, String unit, String style, String step, String expected) {
        Figure figure = figure(value.toPlainString(), Unit.of(unit).orElseThrow(), 0, wording(style, step));
        assertEquals(expected, new FigureProse().words(figure, Locale.forLanguageTag("es-US")));
    }

    @Test
    void nearlyAndMoreThanAreNeverUntrue() {
        Random random = new Random(20230501);
        String[] steps = {"0.5", "1", "5", "25", "100", "500", "1000", "50000", "250000", "1000000", "100000000", NONE};
        int nearly = 0;
        int more = 0;
        for (int i = 0; i < 50_000; i++) {
            int scale = random.nextInt(4);
            BigDecimal value = BigDecimal.valueOf((long) Math.exp(random.nextDouble() * 27) + 1, scale);
            String step = steps[random.nextInt(steps.length)];
            Figure figure = figure(value.toPlainString(), Unit.POUND, 3, wording("ROUNDED", step));
            String words = words(figure);
            BigDecimal told = number(words);
            if (words.startsWith("nearly ")) {
                nearly++;
                assertTrue(value.compareTo(told) < 0, words + " for " + value);
                assertTrue(value.compareTo(told.multiply(new BigDecimal("0.98"))) >= 0, words + " for " + value);
            } else if (words.startsWith("more than ")) {
                more++;
                assertTrue(value.compareTo(told) > 0, words + " for " + value);
                assertTrue(told.signum() > 0, words + " for " + value);
            } else {
                assertEquals(0, value.compareTo(told), words + " for " + value);
            }
        }
        assertTrue(nearly > 1000, "nearly: " + nearly);
        assertTrue(more > 1000, "more than: " + more);
    }

    private static BigDecimal number(String words) {
        String[] parts = words.replace("nearly ", "").replace("more than ", "").split(" ");
        int zeros =
                switch (parts[1]) {
                    case "million" -> 6;
                    case "billion" -> 9;
                    case "trillion" -> 12;
                    default -> 0;
                };
        return new BigDecimal(parts[0].replace(",", "")).movePointRight(zeros);
    }
}
