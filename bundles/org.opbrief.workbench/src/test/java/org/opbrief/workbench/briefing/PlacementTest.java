package org.opbrief.workbench.briefing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.junit.jupiter.api.Test;

class PlacementTest {
    private static final PdfPages.Size LETTER = new PdfPages.Size(612, 792);
    /** At 300 pixels an inch, with a quarter of an inch that the printer cannot reach. */
    private static final Paper.Sheet ON_LETTER = sheet(2550, 3300, 75, 300);

    @Test
    void aPageOnPaperOfItsSizeIsPrintedAsItIs() {
        Placement placement = Placement.of(LETTER, ON_LETTER);
        assertEquals(new Rectangle(-75, -75, 2550, 3300), placement.place());
        assertEquals(false, placement.turned());
        assertEquals(300 / 72.0, placement.scale(), 0.001);
    }

    @Test
    void aPageOnOtherPaperFillsWhatThePrinterReaches() {
        // A4 has 2480 by 3508
        Placement placement = Placement.of(LETTER, sheet(2480, 3508, 75, 300));
        assertEquals(new Rectangle(0, 171, 2330, 3015), placement.place());
        assertEquals(2330 / 612.0, placement.scale(), 0.001);
    }

    @Test
    void aWidePageIsTurnedOnNarrowPaper() {
        Placement placement = Placement.of(new PdfPages.Size(792, 612), ON_LETTER);
        assertEquals(true, placement.turned());
        assertEquals(new Rectangle(-75, -75, 2550, 3300), placement.place());
    }

    @Test
    void aNarrowPageIsTurnedOnWidePaper() {
        Placement placement = Placement.of(LETTER, sheet(3300, 2550, 75, 300));
        assertEquals(true, placement.turned());
        assertEquals(new Rectangle(-75, -75, 3300, 2550), placement.place());
    }

    @Test
    void aPrinterOfOtherPixelsDownKeepsTheProportions() {
        Paper.Sheet sheet =
                new Paper.Sheet(new Rectangle(0, 0, 850, 2200), new Rectangle(0, 0, 850, 2200), new Point(100, 200));
        assertEquals(new Rectangle(0, 0, 850, 2200), Placement.of(LETTER, sheet).place());
    }

    @Test
    void aPictureIsNeverLargerThanMemoryAllows() {
        PdfPages.Size poster = new PdfPages.Size(2384, 3370);
        Placement placement = Placement.of(poster, sheet(9933, 14_042, 0, 300));
        assertEquals(8_500_000, poster.width() * poster.height() * Math.pow(placement.scale(), 2), 1);
        assertEquals(
                300 / 72.0, Placement.of(LETTER, sheet(10_200, 13_200, 0, 1200)).scale(), 0.001);
    }

    private static Paper.Sheet sheet(int width, int height, int margin, int resolution) {
        return new Paper.Sheet(
                new Rectangle(-margin, -margin, width, height),
                new Rectangle(0, 0, width - 2 * margin, height - 2 * margin),
                new Point(resolution, resolution));
    }
}
