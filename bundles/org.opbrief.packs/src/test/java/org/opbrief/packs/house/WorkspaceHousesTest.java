package org.opbrief.packs.house;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opbrief.api.report.House;
import org.opbrief.api.report.Marking;
import org.opbrief.api.report.ReportException;
import org.opbrief.api.report.Seal;

class WorkspaceHousesTest {
    private final WorkspaceHouses houses = new WorkspaceHouses();

    @TempDir
    Path workspace;

    @Test
    void aWorkspaceWithoutAgencyHasNone() throws Exception {
        assertEquals(House.NONE, houses.of(workspace));
        assertEquals(List.of(), files(workspace));
    }

    @Test
    void whatIsKeptIsReadAgain() throws Exception {
        Seal seal = houses.seal(image(40, 30, "png"));
        House house = new House(
                "Office of \"Reports\": #1",
                Optional.of(seal),
                Map.of("internal", new Marking("LAW ENFORCEMENT SENSITIVE", "#8a1c1c")),
                Optional.of("DejaVu Serif"));
        houses.keep(workspace, house);
        assertEquals(house, houses.of(workspace));
        assertArrayEquals(seal.png(), houses.of(workspace).seal().orElseThrow().png());
        houses.keep(workspace, new House("Office", Optional.empty(), Map.of(), Optional.empty()));
        assertEquals(List.of("house.yaml"), files(workspace.resolve("house")));
        assertEquals("name: Office\n", Files.readString(workspace.resolve("house/house.yaml")));
        houses.keep(workspace, House.NONE);
        assertEquals(List.of(), files(workspace.resolve("house")));
    }

    @Test
    void aLargeSealIsMadeSmallerInItsProportions() throws Exception {
        Seal seal = houses.seal(image(2400, 600, "jpg"));
        assertEquals(800, seal.width());
        assertEquals(200, seal.height());
    }

    @Test
    void whatIsNoImageIsRefused() throws Exception {
        Path text = Files.writeString(workspace.resolve("seal.png"), "<svg onload='x'/>");
        assertEquals("The seal " + text + " is no PNG or JPEG image.", refusal(text));
        assertEquals(
                "The seal " + image(4, 4, "gif") + " is no PNG or JPEG image but gif.", refusal(image(4, 4, "gif")));
        Path cut = image(40, 30, "png");
        Files.write(cut, java.util.Arrays.copyOf(Files.readAllBytes(cut), 60));
        assertTrue(refusal(cut).startsWith("The seal " + cut + " cannot be read as an image ("), refusal(cut));
        Path large = Files.write(workspace.resolve("large"), new byte[SealImage.MOST_BYTES + 1]);
        assertEquals("The seal " + large + " is larger than 4 MiB; save it smaller.", refusal(large));
        assertEquals(
                "The seal absent.png cannot be read: there is no such file or folder (absent.png).",
                refusal(Path.of("absent.png")));
    }

    @Test
    void aPictureTooLargeForMemoryIsRefusedBeforeItIsDecoded() throws Exception {
        Path wide = image(6000, 1, "png");
        assertEquals("The seal " + wide + " has 6000 × 1 pixels; save it with at most 5000 each way.", refusal(wide));
    }

    @Test
    void aDamagedFileIsToldWithItsLine() throws Exception {
        Path file = Files.createDirectory(workspace.resolve("house")).resolve("house.yaml");
        Files.writeString(file, "name: Office\nmarkings:\n  internal: {text: SECRET, color: red}\n");
        assertEquals(
                "The agency of this workspace cannot be read: " + file
                        + ", line 3: a color is written \"#rrggbb\", not 'red'; mend the file, or set the agency anew after"
                        + " \"opbrief house clear\".",
                assertThrows(ReportException.class, () -> houses.of(workspace)).getMessage());
    }

    @Test
    void aSealThatWasChangedOrTakenAwayIsTold() throws Exception {
        houses.keep(
                workspace, new House("", Optional.of(houses.seal(image(40, 30, "png"))), Map.of(), Optional.empty()));
        Path kept = workspace
                .resolve("house")
                .resolve(files(workspace.resolve("house")).get(0));
        Files.write(kept, houses.seal(image(41, 30, "png")).png());
        assertEquals(
                "The seal of this workspace was changed, " + kept
                        + ": set the agency anew after \"opbrief house clear\".",
                assertThrows(ReportException.class, () -> houses.of(workspace)).getMessage());
        Files.delete(kept);
        assertTrue(assertThrows(ReportException.class, () -> houses.of(workspace))
                .getMessage()
                .startsWith("The seal of this workspace is missing, " + kept));
    }

    private String refusal(Path image) {
        return assertThrows(ReportException.class, () -> houses.seal(image)).getMessage();
    }

    private Path image(int width, int height, String format) throws IOException {
        Path file = workspace.resolveSibling(workspace.getFileName() + "-" + width + "." + format);
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), format, file.toFile());
        return file;
    }

    private static List<String> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
