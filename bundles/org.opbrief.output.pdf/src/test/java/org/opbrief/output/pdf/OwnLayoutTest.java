package org.opbrief.output.pdf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opbrief.api.output.OutputException;
import org.opbrief.api.report.Briefing;

class OwnLayoutTest {
    @TempDir
    Path folder;

    private final PdfFormat format = new PdfFormat();

    @Test
    void aLayoutGetsFiguresParametersAndTheRowsOfTheFirstTable() throws Exception {
        Pdf pdf = Pdf.read(write(layout("layout.jrxml", template())));
        assertTrue(
                pdf.text().contains("Our own page of Operation Last Mile, May 5, 2023, LAW ENFORCEMENT SENSITIVE"),
                pdf.text());
        assertTrue(pdf.text().contains("nearly 44 million pills and 3338 arrests"), pdf.text());
        assertTrue(pdf.text().contains("Methamphetamine: 9341 88,021.7"), pdf.text());
        assertFalse(pdf.text().contains("Sources and method"), pdf.text());
        assertEquals(List.of(), pdf.failures());
    }

    @Test
    void aLayoutAsTheStudioSavesItIsFilled() throws Exception {
        Pdf pdf = Pdf.read(write(layout("layout.jrxml", LayoutCheckTest.studio())));
        assertTrue(pdf.text().contains("Report desk: nearly 44 million pills and 3337 arrests."), pdf.text());
        assertTrue(pdf.text().contains("Marijuana 1,702"), pdf.text());
        assertTrue(pdf.text().contains("All together: 24298"), pdf.text());
        assertTrue(pdf.text().contains("Heroin 1944.0"), pdf.text());
        assertEquals(List.of(), pdf.failures());
    }

    @Test
    void anExpressionThatReadsAFileIsRefused() throws Exception {
        URL layout = layout(
                "reads.jrxml",
                template().replace("$P{title}", "new java.util.Scanner(new java.io.File(\"/etc/passwd\")).next()"));
        OutputException problem = assertThrows(OutputException.class, () -> write(layout));
        assertTrue(problem.getMessage().startsWith("The layout reads.jrxml cannot be used: "), problem.getMessage());
        assertTrue(problem.getMessage().contains("is not visible to reports"), problem.getMessage());
    }

    @Test
    void anImageBesideTheLayoutIsPrintedAndOneElsewhereIsNotOpened() throws Exception {
        BufferedImage image = new BufferedImage(20, 10, BufferedImage.TYPE_INT_RGB);
        ImageIO.write(image, "png", folder.resolve("beside.png").toFile());
        Path elsewhere = folder.resolveSibling(folder.getFileName() + ".png");
        ImageIO.write(image, "png", elsewhere.toFile());
        try {
            Pdf pdf = Pdf.read(write(layout("image.jrxml", withImage("beside.png"))));
            assertEquals(List.of(), pdf.failures());
            for (String location :
                    List.of(elsewhere.toString(), elsewhere.toUri().toString(), "../" + elsewhere.getFileName())) {
                URL layout = layout("image.jrxml", withImage(location));
                OutputException problem = assertThrows(OutputException.class, () -> write(layout), location);
                assertTrue(problem.getMessage().contains(location), problem.getMessage());
            }
        } finally {
            Files.delete(elsewhere);
        }
    }

    private static String withImage(String location) throws IOException {
        return template()
                .replace(
                        "<title height=\"120\">",
                        "<title height=\"120\"><element kind=\"image\" x=\"0\" y=\"80\" width=\"40\" height=\"20\">"
                                + "<expression><![CDATA[\"" + location + "\"]]></expression></element>");
    }

    @Test
    void anExpressionThatIsNoJavaIsToldInOneLine() throws Exception {
        URL layout = layout("wrong.jrxml", template().replace("$P{title}", "$P{title}.shout()"));
        OutputException problem = assertThrows(OutputException.class, () -> write(layout));
        assertTrue(problem.getMessage().startsWith("The layout wrong.jrxml cannot be used: "), problem.getMessage());
        assertTrue(problem.getMessage().contains("shout"), problem.getMessage());
        assertFalse(problem.getMessage().contains("\n"), problem.getMessage());
    }

    @Test
    void aFieldThatTheTableDoesNotHaveIsNamedWithThoseThatItHas() throws Exception {
        URL layout = layout(
                "field.jrxml", template().replace("\"drug\"", "\"colour\"").replace("{drug}", "{colour}"));
        OutputException problem = assertThrows(OutputException.class, () -> write(layout));
        assertEquals(
                "The layout field.jrxml cannot be used: the table by_drug has no column colour; it has drug, form, seizures,"
                        + " mass, pills.",
                problem.getMessage());
    }

    @Test
    void whatIsNoTemplateIsRefused() throws Exception {
        OutputException problem =
                assertThrows(OutputException.class, () -> write(layout("text.jrxml", "This is no template.")));
        assertTrue(problem.getMessage().startsWith("The layout text.jrxml cannot be used: "), problem.getMessage());
    }

    @Test
    void filesBesideTheLayoutAreFoundAndOthersAreNot() throws Exception {
        URL layout = layout("layout.jrxml", template());
        Files.writeString(folder.resolve("beside.txt"), "here");
        Path above = folder.resolveSibling(folder.getFileName() + ".txt");
        Files.writeString(above, "not here");
        try (LayoutLoader loader = new LayoutLoader(layout)) {
            assertEquals(
                    "here",
                    new String(loader.getResourceAsStream("beside.txt").readAllBytes(), StandardCharsets.UTF_8));
            assertEquals(null, loader.getResource("../" + above.getFileName()));
            assertEquals(null, loader.getResource(above.toUri().toString()));
        } finally {
            Files.delete(above);
        }
    }

    private Path write(URL layout) throws OutputException {
        Briefing briefing = Samples.national();
        Path file = folder.resolve("own.pdf");
        format.write(briefing, Optional.of(layout), file);
        return file;
    }

    private URL layout(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content).toUri().toURL();
    }

    private static String template() throws IOException {
        try (InputStream in = OwnLayoutTest.class.getResourceAsStream("layout.jrxml")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
