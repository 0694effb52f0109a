package org.opbrief.workbench.briefing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PdfPagesTest {
    @TempDir
    Path folder;

    @Test
    void theBoxOfAFigureHoldsItsWords() throws Exception {
        try (PdfPages pages = PdfPages.open(Samples.pdf(folder))) {
            List<Spot> spots = pages.spots("pills");
            assertEquals(2, spots.size());
            assertEquals("nearly 44 million Fentanyl pills", spots.get(0).words());
            for (Spot spot : spots) {
                assertTrue(
                        pages.find("nearly 44 million").stream()
                                .anyMatch(hit -> hit.page() == spot.page()
                                        && hit.boxes().stream().allMatch(box -> spot.box()
                                                .contains(box.getCenterX(), box.getCenterY()))),
                        spot + " in " + pages.find("nearly 44 million"));
            }
        }
    }

    @Test
    void eachPlaceThatTellsAFigureIsASpot() throws Exception {
        try (PdfPages pages = PdfPages.open(Samples.pdf(folder))) {
            assertEquals(
                    List.of("investigations", "arrests", "firearms", "pills", "powder", "pills", "powder"),
                    pages.spots(0).stream().map(Spot::figure).toList());
            assertEquals(List.of(), pages.spots(1));
        }
    }

    @Test
    void aTextIsFoundWithoutRegardToCaseAndLineBreaks() throws Exception {
        try (PdfPages pages = PdfPages.open(Samples.pdf(folder))) {
            assertEquals(
                    1, pages.find("took from THE streets nearly 44  million").size());
            List<Hit> hits = pages.find("exhibit 120");
            assertEquals(1, hits.size());
            assertTrue(hits.get(0).page() > 0);
            assertEquals(List.of(), pages.find("no such words"));
            assertEquals(List.of(), pages.find("  "));
        }
    }

    @Test
    void pagesHaveTheirSizesAndAreDrawnAtAScale() throws Exception {
        try (PdfPages pages = PdfPages.open(Samples.pdf(folder))) {
            assertEquals("Operation Last Mile", pages.title());
            assertEquals(new PdfPages.Size(612, 792), pages.size(0));
            BufferedImage image = pages.render(0, 0.5);
            assertEquals(306, image.getWidth());
            assertEquals(396, image.getHeight());
            Rectangle2D tile = pages.spots("arrests").get(0).box();
            int x = (int) ((tile.getX() + 1) / 2);
            int blue = new Color(image.getRGB(x, (int) tile.getCenterY() / 2)).getBlue();
            assertTrue(blue > 120, "the bar of a tile is blue: " + blue);
        }
    }

    @Test
    void aFileMayBeWrittenAnewWhileItsPagesAreShown() throws Exception {
        Path file = Samples.pdf(folder);
        try (PdfPages pages = PdfPages.open(file)) {
            Files.writeString(file, "something else");
            assertEquals(612, pages.render(1, 1).getWidth());
        }
    }

    @Test
    void aDamagedFileIsOneSentence() throws Exception {
        Path file = Samples.pdf(folder);
        byte[] whole = Files.readAllBytes(file);
        Path damaged = Files.write(folder.resolve("damaged.pdf"), "%PDF-1.7 and then nothing".getBytes());
        Path cut = Files.write(folder.resolve("cut.pdf"), Arrays.copyOf(whole, 900));
        for (Path bad : List.of(damaged, cut, Files.createFile(folder.resolve("empty.pdf")))) {
            PreviewException problem = assertThrows(PreviewException.class, () -> PdfPages.open(bad));
            assertEquals(
                    "The file " + bad + " is damaged or no PDF and cannot be shown; run the briefing again.",
                    problem.getMessage());
        }
        PreviewException absent =
                assertThrows(PreviewException.class, () -> PdfPages.open(folder.resolve("absent.pdf")));
        assertTrue(absent.getMessage().endsWith("is not there any more; run the briefing again."));
    }
}
