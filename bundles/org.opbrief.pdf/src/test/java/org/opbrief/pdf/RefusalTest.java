package org.opbrief.pdf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import net.sf.jasperreports.engine.JRGenericElementType;
import net.sf.jasperreports.engine.JasperPrint;
import net.sf.jasperreports.engine.base.JRBaseGenericPrintElement;
import net.sf.jasperreports.engine.base.JRBasePrintImage;
import net.sf.jasperreports.engine.type.HyperlinkTypeEnum;
import net.sf.jasperreports.renderers.SimpleDataRenderer;
import org.junit.jupiter.api.Test;

/** What cannot be exported is refused in words; nothing is left out in silence. */
class RefusalTest {

    @Test
    void aCharacterThatNoFontHasIsNamed() {
        assertRefused(
                new Document().page().text("Case \u4E2D"),
                "Page 2, text 'Case \u4E2D': no installed font has the character '\u4E2D' (U+4E2D, CJK UNIFIED"
                        + " IDEOGRAPHS 4E2D) in 'Case \u4E2D'; add a font extension that has it, or replace the"
                        + " character.");
    }

    @Test
    void aControlCharacterIsNamed() {
        assertRefused(
                new Document().text("a\u0001b"),
                "Page 1, text 'a\u0001b': no installed font has the character (U+0001, START OF HEADING) in"
                        + " 'a\u0001b'; add a font extension that has it, or replace the character.");
    }

    @Test
    void aFontThatCannotBeEmbeddedIsNamed() {
        Document document = new Document();
        var text = document.element("Hello");
        text.setFontName("SansSerif");
        assertRefused(
                document.add(text),
                "Page 1, text 'Hello': no font extension has the font 'SansSerif', and a PDF/A file must embed its"
                        + " fonts; use one of DejaVu Sans, DejaVu Sans Condensed, DejaVu Sans Mono, DejaVu Serif,"
                        + " DejaVu Serif Condensed.");
    }

    @Test
    void textFromRightToLeftIsRefused() {
        assertRefused(
                new Document().text("\u05D0\u05D1"),
                "Page 1, text '\u05D0\u05D1': text that runs from right to left is not supported.");
    }

    @Test
    void aScriptWhoseLettersChangeIsRefused() {
        assertRefused(
                new Document().text("\u0928\u092E"),
                "Page 1, text '\u0928\u092E': text in the script DEVANAGARI, whose letters change their shape, is not"
                        + " supported.");
    }

    @Test
    void aGenericElementIsRefused() {
        Document document = new Document();
        JRBaseGenericPrintElement element =
                new JRBaseGenericPrintElement(document.print().getDefaultStyleProvider());
        element.setGenericType(new JRGenericElementType("urn:video", "player"));
        element.setX(5);
        assertRefused(
                document.add(element),
                "Page 1, generic element player at 5,20: elements of this kind are not supported.");
    }

    @Test
    void aRowThatDoesNotEndIsRefused() {
        assertRefused(
                new Document()
                        .text("Omaha", PdfTags.TABLE, "t", PdfTags.ROW, PdfTags.START)
                        .text("26"),
                "Page 1, text 'Omaha': the table row that starts here does not end in the same band or frame; its last"
                        + " element needs net.sf.jasperreports.export.opbrief.row=end.");
    }

    @Test
    void aRowThatStartsWithinARowIsRefused() {
        assertRefused(
                new Document()
                        .text("Omaha", PdfTags.TABLE, "t", PdfTags.ROW, PdfTags.START)
                        .text("Miami", PdfTags.TABLE, "t", PdfTags.ROW, PdfTags.START),
                "Page 1, text 'Miami': a table row starts here before the one that started at text 'Omaha' has ended; its"
                        + " last element needs net.sf.jasperreports.export.opbrief.row=end.");
    }

    @Test
    void aRowThatWasNotStartedIsRefused() {
        assertRefused(
                new Document().text("26", PdfTags.ROW, PdfTags.END),
                "Page 1, text '26': the element ends a table row, but none was started before it in the same band or"
                        + " frame (net.sf.jasperreports.export.opbrief.row).");
    }

    @Test
    void aRowOfNoTableIsRefused() {
        assertRefused(
                new Document().text("26", PdfTags.ROW, PdfTags.FULL),
                "Page 1, text '26': the table row does not say which table it belongs to"
                        + " (net.sf.jasperreports.export.opbrief.table).");
    }

    @Test
    void aRowWithOtherColumnsThanTheFirstIsRefused() {
        assertRefused(
                new Document().row("t", List.of("a", "b", "c")).row("t", List.of("Total", "6")),
                "Page 1, text 'Total': this row of the table 't' fills 2 columns, but the rows before it fill 3; a cell"
                        + " that spans columns or rows says so by net.sf.jasperreports.export.opbrief.colspan or"
                        + " net.sf.jasperreports.export.opbrief.rowspan.");
    }

    @Test
    void aTableThatIsInterruptedIsRefused() {
        assertRefused(
                new Document()
                        .row("t", List.of("a", "b"))
                        .text("Something else")
                        .row("t", List.of("c", "d")),
                "Page 1, text 'c': a row of the table 't' comes after other content; only artifacts may stand between the"
                        + " rows of a table, and each table needs an id (net.sf.jasperreports.export.opbrief.table) of its"
                        + " own.");
    }

    @Test
    void aHeadingThatSkipsALevelIsRefused() {
        assertRefused(
                new Document().text("Title", PdfTags.HEADING, "1").text("Detail", PdfTags.HEADING, "3"),
                "Page 1, text 'Detail': a heading of level 3 follows one of level 1; use level 2 here.");
        assertRefused(
                new Document().text("Title", PdfTags.HEADING, "2"),
                "Page 1, text 'Title': a heading of level 2 follows no heading; use level 1 here.");
    }

    @Test
    void aHeadingWithinAParagraphIsRefused() {
        Document document = new Document();
        assertRefused(
                document.add(document.frame(
                        List.of(document.element("Title", PdfTags.HEADING, "1")), PdfTags.PARAGRAPH, "true")),
                "Page 1, text 'Title': a heading cannot stand within a frame that is itself a paragraph, a heading, a"
                        + " label or a figure.");
    }

    @Test
    void anUnknownPropertyOrValueIsRefused() {
        assertRefused(
                new Document().text("x", PdfTags.PREFIX + "headnig", "1"),
                "Page 1, text 'x': the property net.sf.jasperreports.export.opbrief.headnig is none of those that the PDF"
                        + " exporter knows.");
        assertRefused(
                new Document().text("x", PdfTags.HEADING, "7"),
                "Page 1, text 'x': the property net.sf.jasperreports.export.opbrief.heading is '7'; it must be a whole"
                        + " number from 1 to 6.");
        assertRefused(
                new Document().text("x", PdfTags.CELL, "head"),
                "Page 1, text 'x': the property net.sf.jasperreports.export.opbrief.cell is 'head'; it must be one of"
                        + " header, data.");
    }

    @Test
    void aLinkIntoNowhereIsRefused() {
        Document document = new Document();
        var anchor = document.element("see there");
        anchor.setHyperlinkType(HyperlinkTypeEnum.LOCAL_ANCHOR);
        anchor.setHyperlinkAnchor("there");
        assertRefused(
                document.add(anchor),
                "Page 1, text 'see there': the link leads to the anchor 'there', which the document does not have.");
        Document other = new Document();
        var page = other.element("see page 9");
        page.setHyperlinkType(HyperlinkTypeEnum.LOCAL_PAGE);
        page.setHyperlinkPage(9);
        assertRefused(
                other.add(page),
                "Page 1, text 'see page 9': the link leads to page 9, which the document does not have.");
    }

    @Test
    void aLinkIntoAnotherDocumentIsRefused() {
        Document document = new Document();
        var text = document.element("annex");
        text.setHyperlinkType(HyperlinkTypeEnum.REMOTE_PAGE);
        assertRefused(
                document.add(text),
                "Page 1, text 'annex': a hyperlink of type RemotePage is not supported; use Reference, LocalAnchor or"
                        + " LocalPage.");
    }

    @Test
    void anImageThatIsNoneIsRefused() {
        Document document = new Document();
        JRBasePrintImage image = new JRBasePrintImage(document.print().getDefaultStyleProvider());
        image.setX(5);
        image.setWidth(50);
        image.setHeight(50);
        image.setRenderer(SimpleDataRenderer.getInstance("no image".getBytes()));
        assertRefused(
                document.add(image),
                "Page 1, image at 5,20: the image is of a kind that is not supported; use PNG, JPEG or SVG.");
    }

    @Test
    void aDocumentWithoutPagesIsRefused() {
        JasperPrint print = new JasperPrint();
        print.setName("empty");
        PdfException refused = assertThrows(PdfException.class, () -> Everything.export(print));
        assertEquals("The document 'empty' has no pages.", refused.getMessage());
    }

    @Test
    void aFullDiskIsToldInWords() {
        OutputStream full = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("No space left on device");
            }
        };
        Document document = new Document().text("x");
        PdfException refused = assertThrows(
                PdfException.class, () -> new PdfExporter().export(document.print(), Everything.METADATA, full));
        assertEquals("The PDF file cannot be written: No space left on device", refused.getMessage());
    }

    @Test
    void theContextClassLoaderIsSetForTheExportAndRestored() throws Exception {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        ClassLoader blind = new ClassLoader(ClassLoader.getPlatformClassLoader()) {};
        try {
            thread.setContextClassLoader(blind);
            assertTrue(new Document().text("x").export().length > 0);
            assertSame(blind, thread.getContextClassLoader());
            assertThrows(PdfException.class, () -> new Document().text("\u4E2D").export());
            assertSame(blind, thread.getContextClassLoader());
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    @Test
    void metadataWithoutTitleOrLanguageIsRefused() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new PdfMetadata(" ", "", "", "", "en", Everything.METADATA.created()));
        assertThrows(
                IllegalArgumentException.class,
                () -> new PdfMetadata("T", "", "", "", "not a language", Everything.METADATA.created()));
    }

    private static void assertRefused(Document document, String message) {
        PdfException refused = assertThrows(PdfException.class, document::export);
        assertEquals(message, refused.getMessage());
    }
}
