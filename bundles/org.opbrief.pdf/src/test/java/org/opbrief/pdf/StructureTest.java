package org.opbrief.pdf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import net.sf.jasperreports.engine.DefaultJasperReportsContext;
import net.sf.jasperreports.engine.JRPrintElement;
import net.sf.jasperreports.engine.JRPrintFrame;
import net.sf.jasperreports.engine.JRPrintPage;
import net.sf.jasperreports.engine.JRPrintText;
import net.sf.jasperreports.engine.JRStyledTextAttributeSelector;
import net.sf.jasperreports.engine.JasperPrint;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDNamedDestination;
import org.apache.pdfbox.text.PDFTextStripperByArea;
import org.junit.jupiter.api.Test;
import org.opbrief.pdf.testing.Conformance;

class StructureTest {

    @Test
    void pagesSayWhatTheReportSaysInItsOrderWithAllSpaces() throws Exception {
        JasperPrint print = Everything.print(100);
        List<String> expected = new ArrayList<>();
        for (JRPrintPage page : print.getPages()) {
            StringBuilder text = new StringBuilder();
            texts(page.getElements(), text);
            expected.add(text.toString().replaceAll("\\s+", " ").strip());
        }
        List<String> found = new ReadBack(Everything.export(print)).pageTexts();
        // in the text itself list items are not parted, and bullets are not there
        expected.set(
                0,
                expected.get(0)
                        .replace("BeforeFirst", "Before First")
                        .replace("pointSecond", "point Second")
                        .replace("boldinner oneThird", "bold inner one Third"));
        found.set(0, found.get(0).replace("\u2022 ", "").replace("1. inner", "inner"));
        assertEquals(expected, found);
    }

    @Test
    void theStructureIsInReadingOrder() throws Exception {
        ReadBack.Element document = new ReadBack(Everything.export(Everything.print(100))).document();
        List<String> types = document.childTypes();
        assertEquals(
                List.of("H1", "Figure", "P", "H2", "P", "P", "P", "P", "P", "P", "L", "P", "P"), types.subList(0, 13));
        assertEquals("H1(Everything & more)", document.children().get(0).toString());
        assertEquals("P(Link(Go to the cases))", document.children().get(4).toString());
        assertEquals("P(1,436 investigations)", document.children().get(7).toString());
        assertEquals(
                "L(LI(Lbl(\u2022) LBody(First point))"
                        + " LI(Lbl(\u2022) LBody(Second point, with bold L(LI(Lbl(1.) LBody(inner one)))))"
                        + " LI(Lbl(\u2022) LBody(Third point)))",
                document.children().get(10).toString());
        assertEquals(
                "L(LI(Lbl(1.) LBody(Item one)) LI(Lbl(2.) LBody(Item two)))",
                document.all("L").get(2).toString());
        assertEquals(
                List.of("Contents", "Pictures", "Cases", "Method"),
                document.all("H2").stream()
                        .map(ReadBack.Element::text)
                        .map(String::strip)
                        .toList());
        assertEquals(List.of("Table", "H2", "P"), types.subList(types.size() - 3, types.size()));
    }

    @Test
    void aTableOverSeveralPagesIsOneTableWithOneHeader() throws Exception {
        ReadBack file = new ReadBack(Everything.export(Everything.print(100)));
        List<ReadBack.Element> tables = file.document().all("Table");
        assertEquals(1, tables.size());
        assertEquals(List.of("THead", "TBody"), tables.get(0).childTypes());
        ReadBack.Element head = tables.get(0).children().get(0);
        ReadBack.Element body = tables.get(0).children().get(1);
        assertEquals("THead(TR(TH(Case) TH(Number) TH(Mass)))", head.toString());
        assertEquals(101, body.children().size());
        assertEquals("TR(TH(Case 0) TD(0) TD(0.00))", body.children().get(0).toString());
        assertEquals("TR(TH(Case 99) TD(7) TD(148.50))", body.children().get(99).toString());
        assertEquals("TR(TD(Total 100 cases))", body.children().get(100).toString());
        assertEquals("Column", attribute(head.all("TH").get(0), "Scope"));
        assertEquals("Row", attribute(body.all("TH").get(0), "Scope"));
        assertEquals(
                3,
                ((COSDictionary) body.children()
                                .get(100)
                                .children()
                                .get(0)
                                .dictionary()
                                .getDictionaryObject("A"))
                        .getInt("ColSpan"));
        assertEquals(2, file.artifacts().stream().filter("Case"::equals).count(), "headers on later pages");
    }

    @Test
    void figuresHaveTheirAlternativeTextAndBounds() throws Exception {
        List<ReadBack.Element> figures =
                new ReadBack(Everything.export(Everything.print(1))).document().all("Figure");
        assertEquals(
                List.of(
                        "Logo: a blue disc with a white square",
                        "Bar chart: seizures per quarter, 12 to 423",
                        "Map of two districts",
                        "Photograph",
                        "Gauge at 60 percent"),
                figures.stream().map(f -> f.dictionary().getString(COSName.ALT)).toList());
        assertEquals(
                "[495.0, 772.0, 555.0, 812.0]",
                ((COSDictionary) figures.get(0).dictionary().getDictionaryObject("A"))
                        .getCOSArray(COSName.getPDFName("BBox"))
                        .toCOSNumberFloatList()
                        .toString());
        assertEquals("Figure(60 %)", figures.get(4).toString());
    }

    @Test
    void linksAndBookmarksLeadToTheirPlaces() throws Exception {
        ReadBack file = new ReadBack(Everything.export(Everything.print(100)));
        assertEquals(
                List.of(
                        "Go to the cases -> page 1",
                        "Go to page 2 -> page 2",
                        "Source: public data set -> https://www.example.org/d%C3%A4ta%20set",
                        "Photograph -> https://www.example.org/"),
                file.links());
        assertEquals(List.of("Everything & more", "  Contents", "  Pictures", "  Cases"), file.bookmarks());
    }

    @Test
    void aFrameAndAPartOfATextMayBeLinksToAnAnchor() throws Exception {
        Document document = new Document();
        var title = document.element("Title", PdfTags.HEADING, "1");
        title.setAnchorName("there");
        var sentence = document.element("Seizures of <a href=\"#there\">44 million</a> pills, see <a"
                + " href=\"https://www.example.org/\">the source</a>.");
        sentence.setMarkup("styled");
        var label = document.element("Pills");
        label.setY(16);
        byte[] file = document.add(title)
                .add(sentence)
                .add(document.frame(
                        List.of(document.element("44 million"), label),
                        PdfTags.PARAGRAPH,
                        "true",
                        PdfTags.LINK,
                        "there"))
                .export();
        ReadBack readBack = new ReadBack(file);
        assertEquals(
                "Document(H1(Title) P(Seizures of pills, see . Link(44 million) Link(the source)) P(Link(44 million"
                        + " Pills)))",
                readBack.document().toString());
        assertEquals(
                List.of("44 million -> page 1", "the source -> https://www.example.org/", "44 million Pills -> page 1"),
                readBack.links());
        assertEquals(List.of(), Conformance.failures(file));
    }

    @Test
    void aLinkInATextCoversItsWordsAlone() throws Exception {
        Document document = new Document();
        var sentence = document.element("Seizures of <a href=\"#there\">44 million</a> pills");
        sentence.setMarkup("styled");
        sentence.setAnchorName("there");
        try (PDDocument pdf = Loader.loadPDF(document.add(sentence).export())) {
            PDAnnotationLink link =
                    (PDAnnotationLink) pdf.getPage(0).getAnnotations().get(0);
            PDRectangle bounds = link.getRectangle();
            PDFTextStripperByArea text = new PDFTextStripperByArea();
            text.addRegion(
                    "link",
                    new Rectangle2D.Float(
                            bounds.getLowerLeftX(),
                            842 - bounds.getUpperRightY(),
                            bounds.getWidth(),
                            bounds.getHeight()));
            text.extractRegions(pdf.getPage(0));
            assertEquals("44 million", text.getTextForRegion("link").strip());
            assertEquals("there", ((PDNamedDestination) link.getDestination()).getNamedDestination());
        }
    }

    @Test
    void headersAndFootersAreArtifactsUnlessTheySayOtherwise() throws Exception {
        Document document = new Document();
        var header = document.header("Said once");
        header.getPropertiesMap().setProperty(PdfTags.PARAGRAPH, "true");
        ReadBack file = document.add(document.header("Marking"))
                .add(header)
                .text("Body")
                .readBack();
        assertEquals("Document(P(Said once) P(Body))", file.document().toString());
        assertEquals(List.of("Marking"), file.artifacts());
    }

    @Test
    void aFrameIsARowOfCellsAndACellHoldsParagraphs() throws Exception {
        Document document = new Document();
        var head = document.frame(
                List.of(document.element("Unit"), document.element("Count")),
                PdfTags.TABLE,
                "t",
                PdfTags.ROW,
                PdfTags.FULL,
                PdfTags.CELL,
                PdfTags.HEADER);
        var cell = document.frame(List.of(document.element("one"), document.element("two")));
        var row =
                document.frame(List.of(document.element("Omaha"), cell), PdfTags.TABLE, "t", PdfTags.ROW, PdfTags.FULL);
        ReadBack file = document.add(head).add(row).readBack();
        assertEquals(
                "Document(Table(THead(TR(TH(Unit) TH(Count))) TBody(TR(TD(Omaha) TD(P(one) P(two))))))",
                file.document().toString());
        assertEquals(List.of(), Conformance.failures(document.export()));
    }

    @Test
    void aGroupHeaderInATableStaysWhereItIsNewAndGoesWhereItRepeats() throws Exception {
        List<String> columns = List.of("Drug", "Mass");
        Document document = new Document()
                .row("t", columns, PdfTags.CELL, PdfTags.HEADER)
                .row("t", List.of("pills", "1"))
                .page()
                .row("t", columns, PdfTags.CELL, PdfTags.HEADER)
                .row("t", List.of("powder", "2"))
                .row("t", columns, PdfTags.CELL, PdfTags.HEADER)
                .row("t", List.of("crystal", "3"));
        ReadBack file = document.readBack();
        assertEquals(
                "Document(Table(THead(TR(TH(Drug) TH(Mass)))"
                        + " TBody(TR(TD(pills) TD(1)) TR(TD(powder) TD(2)) TR(TH(Drug) TH(Mass)) TR(TD(crystal) TD(3)))))",
                file.document().toString());
        assertEquals(List.of("Drug", "Mass"), file.artifacts());
        assertEquals(List.of(), Conformance.failures(document.export()));
    }

    @Test
    void cellsThatSpanRowsCountInTheRowsBelow() throws Exception {
        Document document = new Document();
        var tall = document.element("Omaha", PdfTags.TABLE, "t", PdfTags.ROW, PdfTags.START, PdfTags.ROW_SPAN, "2");
        document.add(tall)
                .add(document.element("pills"))
                .add(document.element("1", PdfTags.ROW, PdfTags.END))
                .row("t", List.of("powder", "2"))
                .row("t", List.of("El Paso", "pills", "3"));
        assertEquals(
                "Document(Table(TBody(TR(TD(Omaha) TD(pills) TD(1)) TR(TD(powder) TD(2))"
                        + " TR(TD(El Paso) TD(pills) TD(3)))))",
                document.readBack().document().toString());
        assertEquals(List.of(), Conformance.failures(document.export()));
    }

    @Test
    void aListGoesOnOverThePageAndEndsWithOtherContent() throws Exception {
        ReadBack file = new Document()
                .text("one", PdfTags.LIST, "a")
                .page()
                .text("two", PdfTags.LIST, "a")
                .text("Text")
                .text("three", PdfTags.LIST, "a")
                .readBack();
        assertEquals(
                "Document(L(LI(LBody(one)) LI(LBody(two))) P(Text) L(LI(LBody(three))))",
                file.document().toString());
    }

    @Test
    void theLanguageOfAPassageIsTold() throws Exception {
        ReadBack file = new Document().text("Hola", PdfTags.LANGUAGE, "es").readBack();
        assertEquals("es", file.document().children().get(0).dictionary().getString(COSName.LANG));
    }

    @Test
    void aMissingGlyphIsTakenFromAnotherFont() throws Exception {
        Document document = new Document();
        var text = document.element("Serif \u2654 and \uD835\uDD38");
        text.setFontName("DejaVu Serif");
        ReadBack file = document.add(text).readBack();
        assertEquals(
                "Document(P(Serif \u2654 and \uD835\uDD38))", file.document().toString());
        assertEquals(List.of(), Conformance.failures(document.export()));
    }

    @Test
    void linesThatTheAuthorBrokeArePartedByASpace() throws Exception {
        Document document = new Document();
        var text = document.element("first\nsecond");
        text.setHeight(40);
        text.setTextHeight(40);
        assertEquals(
                "first second",
                document.add(text).readBack().document().children().get(0).text());
    }

    private static String attribute(ReadBack.Element element, String name) {
        COSDictionary attributes = (COSDictionary) element.dictionary().getDictionaryObject("A");
        assertTrue(attributes.containsKey(name));
        return attributes.getNameAsString(name);
    }

    private static void texts(List<JRPrintElement> elements, StringBuilder all) {
        JRStyledTextAttributeSelector none =
                JRStyledTextAttributeSelector.getNoneSelector(DefaultJasperReportsContext.getInstance());
        for (JRPrintElement element : elements) {
            if (element instanceof JRPrintText text && text.getFullText() != null) {
                all.append(text.getFullStyledText(none).getText()).append('\n');
            } else if (element instanceof JRPrintFrame frame) {
                texts(frame.getElements(), all);
            }
        }
    }
}
