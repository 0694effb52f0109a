package org.opbrief.workbench.briefing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opbrief.api.data.Progress;

class PrintoutTest {
    private static final Progress NO_ONE = (step, fraction) -> {};

    @TempDir
    Path folder;

    private final List<String> told = new ArrayList<>();
    private Path pdf;

    /** Letter paper at 72 pixels an inch; each page has another color. */
    private final class FakePaper implements Paper {
        @Override
        public Sheet sheet() {
            return new Sheet(new Rectangle(0, 0, 612, 792), new Rectangle(0, 0, 612, 792), new Point(72, 72));
        }

        @Override
        public void begin(String title) {
            told.add("begin " + title);
        }

        @Override
        public void print(ImageData picture, Rectangle place) {
            int left = picture.getPixel(10, picture.height / 2);
            told.add("%06x %dx%d".formatted(left, place.width, place.height));
        }

        @Override
        public void end() {
            told.add("end");
        }

        @Override
        public void cancel() {
            told.add("cancel");
        }

        @Override
        public void close() {
            told.add("close");
        }
    }

    @BeforeEach
    void threePages() throws Exception {
        pdf = folder.resolve("pages.pdf");
        try (PDDocument document = new PDDocument()) {
            page(document, PDRectangle.LETTER, 1, 0, 0);
            page(document, PDRectangle.LETTER, 0, 1, 0);
            page(document, new PDRectangle(792, 612), 0, 0, 1);
            document.save(pdf.toFile());
        }
    }

    private static void page(PDDocument document, PDRectangle size, float red, float green, float blue)
            throws Exception {
        PDPage page = new PDPage(size);
        document.addPage(page);
        try (PDPageContentStream content = new PDPageContentStream(document, page)) {
            content.setNonStrokingColor(red, green, blue);
            content.addRect(0, 0, size.getWidth(), size.getHeight() / 2);
            content.addRect(0, 0, size.getWidth() / 2, size.getHeight());
            content.fill();
        }
    }

    @Test
    void allPagesArePrintedInTheirOrder() throws Exception {
        assertEquals(3, printout(1, Integer.MAX_VALUE, 1, false).run(NO_ONE));
        assertEquals(
                List.of("begin pages.pdf", "ff0000 612x792", "00ff00 612x792", "0000ff 612x792", "end", "close"), told);
    }

    @Test
    void onlyPagesOfTheRangeArePrinted() throws Exception {
        assertEquals(1, printout(2, 2, 1, false).run(NO_ONE));
        assertEquals(List.of("begin pages.pdf", "00ff00 612x792", "end", "close"), told);
    }

    @Test
    void copiesFollowEachOtherPageByPageOrAsAWhole() throws Exception {
        printout(1, 2, 2, false).run(NO_ONE);
        printout(1, 2, 2, true).run(NO_ONE);
        assertEquals(
                List.of("ff0000", "ff0000", "00ff00", "00ff00", "ff0000", "00ff00", "ff0000", "00ff00"),
                told.stream()
                        .filter(line -> line.endsWith("792"))
                        .map(line -> line.substring(0, 6))
                        .toList());
    }

    @Test
    void aRangeBehindTheEndIsASentenceAndNothingIsPrinted() {
        var failure = assertThrows(
                PreviewException.class, () -> printout(5, 9, 1, false).run(NO_ONE));
        assertEquals("There is no page 5: the briefing ends with page 3.", failure.getMessage());
        assertEquals(List.of("close"), told);
    }

    @Test
    void aPrintoutThatIsCancelledIsTakenBack() {
        Progress impatient = (step, fraction) -> {
            if (fraction > 0.5) {
                throw new CancellationException();
            }
        };
        assertThrows(CancellationException.class, () -> printout(1, Integer.MAX_VALUE, 1, false)
                .run(impatient));
        assertEquals(List.of("begin pages.pdf", "ff0000 612x792", "00ff00 612x792", "cancel", "close"), told);
    }

    @Test
    void aFileThatIsGoneIsASentence() {
        var gone = new Printout(folder.resolve("gone.pdf"), new FakePaper(), 1, 1, 1, false);
        String said =
                assertThrows(PreviewException.class, () -> gone.run(NO_ONE)).getMessage();
        assertTrue(said.endsWith("is not there any more; run the briefing again."), said);
        assertEquals(List.of("close"), told);
    }

    private Printout printout(int first, int last, int copies, boolean collated) {
        return new Printout(pdf, new FakePaper(), first, last, copies, collated);
    }
}
