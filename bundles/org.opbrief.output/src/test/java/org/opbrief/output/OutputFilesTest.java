package org.opbrief.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opbrief.api.output.OutputException;
import org.opbrief.api.output.OutputFormat;
import org.opbrief.api.report.Briefing;
import org.opbrief.api.report.House;
import org.opbrief.api.report.Seal;

class OutputFilesTest {
    @TempDir
    Path temp;

    private final OutputFiles outputs = new OutputFiles();

    private interface Writer {
        void write(Path target) throws IOException, OutputException;
    }

    private record Format(String format, Writer writer) implements OutputFormat {
        @Override
        public void write(Briefing briefing, Optional<URL> layout, Path target) throws OutputException {
            try {
                writer.write(target);
            } catch (IOException e) {
                throw new OutputException("The " + format + " failed.", e);
            }
        }
    }

    @BeforeEach
    void installTwoFormats() {
        outputs.addFormat(new Format("xlsx", target -> Files.writeString(target, "workbook")));
        outputs.addFormat(new Format("pdf", target -> Files.writeString(target, "pages")));
    }

    private List<Path> write(String... formats) throws OutputException {
        return outputs.write(Samples.briefing(), Samples.REPORT, List.of(formats), temp.resolve("out/of/many"));
    }

    private String refusal(String... formats) {
        return assertThrows(OutputException.class, () -> write(formats)).getMessage();
    }

    private List<String> everything() throws IOException {
        try (Stream<Path> tree = Files.walk(temp)) {
            return tree.filter(path -> !path.equals(temp))
                    .map(path -> temp.relativize(path).toString())
                    .sorted()
                    .toList();
        }
    }

    @Test
    void allFilesTakeTheirPlacesInAFolderThatIsMadeManifestLast() throws Exception {
        List<Path> files = write("pdf", "xlsx");
        Path folder = temp.resolve("out/of/many");
        assertEquals(
                List.of(
                        folder.resolve("last-mile.pdf"),
                        folder.resolve("last-mile.xlsx"),
                        folder.resolve("last-mile.manifest.json")),
                files);
        assertEquals("pages", Files.readString(files.get(0)));
        assertEquals("workbook", Files.readString(files.get(1)));
        assertEquals(
                List.of(
                        "out",
                        "out/of",
                        "out/of/many",
                        "out/of/many/last-mile.manifest.json",
                        "out/of/many/last-mile.pdf",
                        "out/of/many/last-mile.xlsx"),
                everything());
    }

    @Test
    void theManifestIsTheSameEveryTimeAndHoldsSizeAndHashOfTheFiles() throws Exception {
        Path manifest = write("pdf").get(1);
        String first = Files.readString(manifest);
        write("pdf");
        assertEquals(first, Files.readString(manifest));
        String expected = new String(
                OutputFilesTest.class
                        .getResourceAsStream("last-mile.manifest.json")
                        .readAllBytes(),
                StandardCharsets.UTF_8);
        assertEquals(expected, first);
    }

    @Test
    void theManifestNamesTheAgencyAndItsSeal() throws Exception {
        Seal seal = new Seal(new byte[0], 1, 1);
        Briefing briefing = Samples.briefing().of(new House("Office", Optional.of(seal), Map.of(), Optional.empty()));
        Path manifest =
                outputs.write(briefing, Samples.REPORT, List.of("pdf"), temp).get(1);
        assertTrue(Files.readString(manifest).contains("""
                          "agency": {
                            "name": "Office",
                            "sealSha256": "%s"
                          },
                        """.formatted(seal.sha256())), Files.readString(manifest));
    }

    @Test
    void aFormatThatIsNotInstalledIsNamedWithThoseThatAre() throws Exception {
        assertEquals("There is no output format \"doc\"; installed are pdf, xlsx.", refusal("pdf", "doc"));
        assertEquals("No output format was asked for; installed are pdf, xlsx.", refusal());
        assertEquals(List.of(), everything());
    }

    @Test
    void aFormatThatIsRemovedIsNoLongerOffered() {
        Format html = new Format("html", target -> {});
        outputs.addFormat(html);
        assertEquals(List.of("html", "pdf", "xlsx"), outputs.formats());
        outputs.removeFormat(html);
        assertEquals(List.of("pdf", "xlsx"), outputs.formats());
    }

    @Test
    void aFailureLeavesEarlierFilesAsTheyWereAndNothingElse() throws Exception {
        write("pdf");
        List<String> before = everything();
        String manifest = Files.readString(temp.resolve("out/of/many/last-mile.manifest.json"));
        outputs.addFormat(new Format("broken", target -> {
            Files.writeString(target, "half");
            throw new OutputException("A character cannot be shown.");
        }));
        assertEquals("A character cannot be shown.", refusal("pdf", "broken"));
        assertEquals(before, everything());
        assertEquals(manifest, Files.readString(temp.resolve("out/of/many/last-mile.manifest.json")));
    }

    @Test
    void aFailureRemovesTheFoldersThatWereMade() throws Exception {
        outputs.addFormat(new Format("broken", target -> {
            throw new IllegalStateException("bug");
        }));
        assertThrows(IllegalStateException.class, () -> write("pdf", "broken"));
        assertEquals(List.of(), everything());
    }

    @Test
    void aFolderInTheWayOfAFileIsNamed() throws Exception {
        Path folder = temp.resolve("out/of/many");
        Files.createDirectories(folder.resolve("last-mile.pdf"));
        assertEquals(
                "The folder " + folder + " cannot be written: a folder has that name ("
                        + folder.resolve("last-mile.pdf") + "). Choose another folder.",
                refusal("pdf"));
        assertEquals(List.of("out", "out/of", "out/of/many", "out/of/many/last-mile.pdf"), everything());
    }

    @Test
    void aFileInTheWayOfTheFolderIsNamed() throws Exception {
        Files.writeString(temp.resolve("out"), "a file");
        assertEquals(
                "The folder " + temp.resolve("out/of/many") + " cannot be used: " + temp.resolve("out")
                        + " is not a folder. Choose another folder.",
                refusal("pdf"));
        OutputException itself = assertThrows(
                OutputException.class,
                () -> outputs.write(Samples.briefing(), Samples.REPORT, List.of("pdf"), temp.resolve("out")));
        assertEquals(
                "The folder " + temp.resolve("out") + " cannot be used: " + temp.resolve("out")
                        + " is not a folder. Choose another folder.",
                itself.getMessage());
    }

    @Test
    void aPlaceWhereNobodyCanMakeAFolderIsNamed() {
        assumeTrue(Files.isDirectory(Path.of("/proc/self")), "only Linux has such a place");
        for (String folder : List.of("/proc/x", "/proc/x/y")) {
            OutputException refused = assertThrows(
                    OutputException.class,
                    () -> outputs.write(Samples.briefing(), Samples.REPORT, List.of("pdf"), Path.of(folder)));
            assertEquals(
                    "The folder " + folder + " cannot be made: the system lets nobody make /proc/x."
                            + " Choose another folder.",
                    refused.getMessage());
        }
    }

    @Test
    void aFileThatExceedsALimitOfTheSystemIsCalledThat() throws Exception {
        outputs.addFormat(new Format("big", target -> {
            throw new IOException("File too large");
        }));
        assertEquals(
                "The files for " + temp.resolve("out/of/many") + " are larger than the system allows; nothing was"
                        + " written. Raise the limit (ulimit -f) or choose another folder.",
                refusal("pdf", "big"));
        assertEquals(List.of(), everything());
    }

    @Test
    void aFolderWithoutPermissionIsNamed() throws Exception {
        Path folder = Files.createDirectories(temp.resolve("out/of/many"));
        assumeTrue(folder.toFile().setWritable(false) && !Files.isWritable(folder), "root may write anywhere");
        assertEquals(
                "The folder " + folder + " cannot be written: permission denied. Choose another folder.",
                refusal("pdf"));
    }

    @Test
    void aFullDiskIsCalledThat() throws Exception {
        assumeTrue(Files.exists(Path.of("/dev/full")), "only Linux has a device that is always full");
        outputs.addFormat(new Format("big", target -> {
            try (OutputStream full = Files.newOutputStream(Path.of("/dev/full"))) {
                full.write(1);
            }
        }));
        assertEquals(
                "The disk that holds " + temp.resolve("out/of/many")
                        + " is full; nothing was written. Free some space and run again.",
                refusal("pdf", "big"));
        assertEquals(List.of(), everything());
    }
}
