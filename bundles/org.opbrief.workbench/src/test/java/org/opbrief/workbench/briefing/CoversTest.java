package org.opbrief.workbench.briefing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CoversTest {
    private static final String ONE = "1".repeat(64);
    private static final String OTHER = "2".repeat(64);

    @TempDir
    Path workspace;

    @Test
    void aCoverIsThereAgainAfterARestart() throws Exception {
        Cover cover;
        try (PdfPages pages = PdfPages.open(Samples.pdf(workspace))) {
            cover = Cover.of(pages);
        }
        assertEquals(108, cover.picture().getWidth());
        assertEquals(140, cover.picture().getHeight());
        keep("operation", Optional.of(cover));
        Cover again = read().of("operation").orElseThrow();
        assertEquals(cover.content(), again.content());
        for (int y = 0; y < 140; y++) {
            for (int x = 0; x < 108; x++) {
                assertEquals(cover.picture().getRGB(x, y), again.picture().getRGB(x, y));
            }
        }
    }

    @Test
    void ofEachReportTheLatestIsKept() throws Exception {
        keep("border", Optional.of(cover(ONE, Color.RED)));
        keep("border-" + OTHER, Optional.of(cover(ONE, Color.RED)));
        keep("border", Optional.of(cover(OTHER, Color.BLUE)));
        assertEquals(List.of("border-" + OTHER + "-" + ONE + ".png", "border-" + OTHER + ".png"), files());
        assertEquals(
                Color.BLUE.getRGB(), read().of("border").orElseThrow().picture().getRGB(5, 5));
    }

    @Test
    void aFirstPageThatCannotBeDrawnLeavesNoEarlierOne() throws Exception {
        keep("border", Optional.of(cover(ONE, Color.RED)));
        keep("border", Optional.empty());
        assertEquals(List.of(), files());
    }

    @Test
    void whatWasTakenMeanwhileIsNotReplacedByWhatWasKept() throws Exception {
        keep("border", Optional.of(cover(ONE, Color.RED)));
        Covers covers = new Covers(workspace);
        covers.take("border", Optional.of(cover(OTHER, Color.BLUE)));
        covers.read();
        assertEquals(OTHER, covers.of("border").orElseThrow().content());
    }

    @Test
    void filesOfOthersAreNotShown() throws Exception {
        Path folder = Files.createDirectory(workspace.resolve(".pictures"));
        Files.writeString(folder.resolve("text-" + ONE + ".png"), "no picture");
        BufferedImage large = new BufferedImage(109, 100, BufferedImage.TYPE_INT_RGB);
        ImageIO.write(large, "png", folder.resolve("large-" + ONE + ".png").toFile());
        ImageIO.write(large, "jpeg", folder.resolve("jpeg-" + ONE + ".png").toFile());
        Files.createDirectory(folder.resolve("folder-" + ONE + ".png"));
        Covers covers = read();
        for (String report : List.of("text", "large", "jpeg", "folder")) {
            assertEquals(Optional.empty(), covers.of(report), report);
        }
    }

    @Test
    void aNameThatLeadsElsewhereIsNotFollowed() throws Exception {
        keep("../border", Optional.of(cover(ONE, Color.RED)));
        assertFalse(Files.exists(workspace.resolve(".pictures")));
        assertEquals(List.of(), files());
    }

    @Test
    void aWorkspaceThatIsGoneIsNotBegunAnew() throws Exception {
        Path gone = workspace.resolve("gone");
        Covers covers = new Covers(gone);
        covers.read();
        covers.take("border", Optional.of(cover(ONE, Color.RED)));
        covers.keep("border");
        assertFalse(Files.exists(gone));
    }

    private void keep(String report, Optional<Cover> cover) {
        Covers covers = new Covers(workspace);
        covers.take(report, cover);
        covers.keep(report);
    }

    private Covers read() {
        Covers covers = new Covers(workspace);
        covers.read();
        return covers;
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.walk(workspace)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    private static Cover cover(String content, Color color) {
        BufferedImage picture = new BufferedImage(20, 30, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < 30; y++) {
            for (int x = 0; x < 20; x++) {
                picture.setRGB(x, y, color.getRGB());
            }
        }
        return new Cover(content, picture);
    }
}
