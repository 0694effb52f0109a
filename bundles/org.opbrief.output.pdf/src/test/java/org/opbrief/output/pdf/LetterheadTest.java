package org.opbrief.output.pdf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opbrief.api.report.House;
import org.opbrief.api.report.Marking;
import org.opbrief.api.report.Seal;

class LetterheadTest {
    @TempDir
    Path folder;

    @Test
    void theAgencyStandsAboveTheTitleAndMarksItsDocuments() throws Exception {
        House house = new House(
                "Office of Reports",
                Optional.of(seal(300, 300)),
                Map.of("internal", new Marking("LIMITED OFFICIAL USE", "#003366")),
                Optional.empty());
        Pdf pdf = Pdf.of(Samples.national().of(house), folder);
        assertTrue(pdf.text().startsWith("LIMITED OFFICIAL USE Office of Reports Operation Last Mile"), pdf.text());
        assertTrue(
                alternatives(pdf).contains("Seal of Office of Reports"),
                alternatives(pdf).toString());
        assertEquals(List.of(), pdf.failures());
    }

    @Test
    void sealsOfAllShapesAndLongNamesConform() throws Exception {
        String name =
                "Office of Reports and of all that is told in them ".repeat(4).strip();
        for (Seal seal : List.of(seal(800, 100), seal(80, 800))) {
            House house = new House(name, Optional.of(seal), Map.of(), Optional.empty());
            Pdf pdf = Pdf.of(Samples.omaha().of(house), folder);
            assertTrue(pdf.text().contains(name), pdf.text());
            assertEquals(List.of(), pdf.failures());
        }
    }

    @Test
    void theAgencyIsTheAuthorOfTheDocument() throws Exception {
        House house = new House("Office of Reports", Optional.empty(), Map.of(), Optional.empty());
        Pdf pdf = Pdf.of(Samples.omaha().of(house), folder);
        try (PDDocument document = Loader.loadPDF(pdf.bytes())) {
            assertEquals("Office of Reports", document.getDocumentInformation().getAuthor());
        }
        assertEquals(List.of(), pdf.failures());
    }

    @Test
    void everyFontThatCanBeChosenIsEmbedded() throws Exception {
        for (String font : House.FONTS) {
            Pdf pdf = Pdf.of(Samples.omaha().of(new House("", Optional.empty(), Map.of(), Optional.of(font))), folder);
            assertTrue(fonts(pdf).contains(font.replace(" ", "")), font + ": " + fonts(pdf));
            assertEquals(List.of(), pdf.failures());
        }
    }

    private static Set<String> alternatives(Pdf pdf) throws IOException {
        Set<String> texts = new TreeSet<>();
        try (PDDocument document = Loader.loadPDF(pdf.bytes())) {
            collect(document.getDocumentCatalog().getStructureTreeRoot(), texts);
        }
        return texts;
    }

    private static void collect(PDStructureNode node, Set<String> texts) {
        for (Object kid : node.getKids()) {
            if (kid instanceof PDStructureElement element) {
                if (element.getAlternateDescription() != null) {
                    texts.add(element.getAlternateDescription());
                }
                collect(element, texts);
            }
        }
    }

    /** Without the letters before each that say it is a subset. */
    private static Set<String> fonts(Pdf pdf) throws IOException {
        Set<String> names = new TreeSet<>();
        try (PDDocument document = Loader.loadPDF(pdf.bytes())) {
            PDResources resources = document.getPage(0).getResources();
            for (COSName name : resources.getFontNames()) {
                names.add(resources.getFont(name).getName().replaceFirst("^[A-Z]{6}\\+", ""));
            }
        }
        return names;
    }

    /** Transparent around a ring. */
    static Seal seal(int width, int height) throws Exception {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(new Color(0x17304f));
        graphics.setStroke(new BasicStroke(10));
        graphics.drawOval(8, 8, width - 16, height - 16);
        graphics.dispose();
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(image, "png", png);
        return new Seal(png.toByteArray(), width, height);
    }
}
