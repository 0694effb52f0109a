package org.opbrief.workbench.briefing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class PageLayoutTest {
    private static final List<PdfPages.Size> SIZES =
            List.of(new PdfPages.Size(600, 800), new PdfPages.Size(800, 600), new PdfPages.Size(600, 800));

    @Test
    void pagesStandBelowOneAnotherInTheMiddle() {
        PageLayout layout = new PageLayout(SIZES, 0.5);
        assertEquals(14, layout.top(0));
        assertEquals(14 + 400 + 14, layout.top(1));
        assertEquals(14 + 400 + 14 + 300 + 14 + 400 + 14, layout.height());
        assertEquals(400 + 28, layout.width());
        assertEquals((1000 - 300) / 2, layout.left(0, 1000));
        assertEquals((428 - 400) / 2, layout.left(1, 100));
    }

    @Test
    void aHeightLiesOnAPageOrAboveTheNext() {
        PageLayout layout = new PageLayout(SIZES, 0.5);
        assertEquals(0, layout.pageAt(0));
        assertEquals(0, layout.pageAt(413));
        assertEquals(1, layout.pageAt(414));
        assertEquals(1, layout.pageAt(600));
        assertEquals(2, layout.pageAt(5_000));
    }

    @Test
    void zoomsFitTheWindow() {
        assertEquals(0.5, PageLayout.fitWidth(SIZES, 428));
        assertEquals(0.25, PageLayout.fitPage(SIZES, 428, 228));
        assertEquals(PageLayout.LEAST, PageLayout.fitPage(SIZES, 10, 10));
        assertEquals(PageLayout.MOST, PageLayout.fitWidth(SIZES, 100_000));
    }
}
