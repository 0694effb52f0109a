package org.opbrief.output.pdf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDNamedDestination;
import org.apache.pdfbox.text.PDFTextStripperByArea;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opbrief.api.report.Block;
import org.opbrief.api.report.Briefing;
import org.opbrief.api.report.Section;

class FigureLinksTest {
    @TempDir
    Path folder;

    @Test
    void eachHeadlineFigureIsALinkToItsLineAmongTheSources() throws Exception {
        try (PDDocument pdf = open(Samples.national())) {
            Map<String, String> links = links(pdf, 0);
            assertEquals("nearly 44 million Fentanyl pills", links.get("figure.pills"));
            assertEquals("1,436 Investigations", links.get("figure.investigations"));
            PDPage target = pdf.getDocumentCatalog()
                    .findNamedDestinationPage(new PDNamedDestination("figure.pills"))
                    .getPage();
            assertEquals(pdf.getNumberOfPages() - 1, pdf.getPages().indexOf(target));
        }
    }

    @Test
    void aFigureInASentenceIsALinkAndReadsAsTheWordsAroundIt() throws Exception {
        Block sentence = Samples.paragraph(
                Samples.span("Agents seized "),
                new Block.Span("nearly 44 million", false, false, Optional.empty(), Optional.of("pills")),
                Samples.span(" pills."));
        Briefing national = Samples.national();
        Briefing briefing = new Briefing(
                national.name(),
                national.report(),
                national.title(),
                national.subtitle(),
                national.edition(),
                national.asOf(),
                national.language(),
                national.parameters(),
                national.figures(),
                List.of(new Section.Text("Summary", List.of(sentence)), new Section.Sources("")),
                national.batches(),
                national.factorSets());
        try (PDDocument pdf = open(briefing)) {
            assertEquals("nearly 44 million", links(pdf, 0).get("figure.pills"));
        }
        Pdf pdf = Pdf.of(briefing, folder);
        assertTrue(pdf.text().contains("Agents seized nearly 44 million pills."), pdf.text());
        assertEquals(List.of(), pdf.failures());
    }

    @Test
    void figuresSideBySideAreLinksToo() throws Exception {
        try (PDDocument pdf = open(Samples.omaha())) {
            long cells = 0;
            for (PDPage page : pdf.getPages()) {
                cells += page.getAnnotations().size();
            }
            assertTrue(cells > links(pdf, 0).size(), "links: " + cells);
        }
    }

    private PDDocument open(Briefing briefing) throws Exception {
        return Loader.loadPDF(Pdf.write(new PdfFormat(), briefing, folder).toFile());
    }

    /** Where the links of a page lead, and what stands below them. */
    private static Map<String, String> links(PDDocument pdf, int index) throws IOException {
        PDPage page = pdf.getPage(index);
        Map<String, String> links = new TreeMap<>();
        for (var annotation : page.getAnnotations()) {
            PDAnnotationLink link = (PDAnnotationLink) annotation;
            if (!(link.getDestination() instanceof PDNamedDestination destination)) {
                continue;
            }
            PDRectangle box = link.getRectangle();
            PDFTextStripperByArea text = new PDFTextStripperByArea();
            float top = page.getMediaBox().getHeight() - box.getUpperRightY();
            text.addRegion("link", new Rectangle2D.Float(box.getLowerLeftX(), top, box.getWidth(), box.getHeight()));
            text.extractRegions(page);
            links.put(
                    destination.getNamedDestination(),
                    text.getTextForRegion("link").strip().replaceAll("\\s+", " "));
        }
        return links;
    }
}
