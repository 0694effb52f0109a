package org.opbrief.pdf;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import net.sf.jasperreports.engine.DefaultJasperReportsContext;
import net.sf.jasperreports.engine.JRPrintPage;
import net.sf.jasperreports.engine.JasperPrint;
import net.sf.jasperreports.engine.JasperReportsContext;
import net.sf.jasperreports.engine.PrintPageFormat;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.opbrief.pdf.file.Bytes;
import org.opbrief.pdf.file.CosWriter;
import org.opbrief.pdf.file.PdfFile;
import org.opbrief.pdf.font.DocumentFonts;
import org.opbrief.pdf.font.FontFiles;
import org.opbrief.pdf.page.Canvas;
import org.opbrief.pdf.page.PagePainter;
import org.opbrief.pdf.structure.Destination;
import org.opbrief.pdf.structure.Links;
import org.opbrief.pdf.structure.Outline;
import org.opbrief.pdf.structure.Place;
import org.opbrief.pdf.structure.StructureTree;
import org.opbrief.pdf.structure.Tagger;

/** One export. Each page is written when it is drawn; fonts, structure and catalog follow at the end. */
final class DocumentExport {
    private static final int DPI = 72;

    private final JasperPrint print;
    private final PdfMetadata metadata;
    private final PdfFile file;
    private final StructureTree tree;
    private final Outline outline = new Outline();
    private final Place place = new Place();
    private final Links links;
    private final Canvas canvas;
    private final DocumentFonts fonts;
    private final PagePainter painter;
    private final int pagesObject;
    private final int resourcesObject;
    private final List<Destination> pages = new ArrayList<>();

    private DocumentExport(
            JasperPrint print, PdfMetadata metadata, FontFiles fontFiles, PDDocument document, PdfFile file) {
        this.print = print;
        this.metadata = metadata;
        this.file = file;
        JasperReportsContext context = DefaultJasperReportsContext.getInstance();
        Locale locale = locale();
        pagesObject = file.reserve();
        resourcesObject = file.reserve();
        tree = new StructureTree(file, print.getPages().size());
        links = new Links(file, tree, place);
        canvas = new Canvas(tree);
        CosWriter writer = new CosWriter(file);
        fonts = new DocumentFonts(context, fontFiles, document, writer, locale);
        Tagger tagger = new Tagger(tree, place);
        painter = new PagePainter(context, document, writer, fonts, locale, canvas, tagger, links, outline, place);
    }

    static void run(JasperPrint print, PdfMetadata metadata, FontFiles fontFiles, OutputStream out)
            throws PdfException, IOException {
        if (print.getPages().isEmpty()) {
            throw new PdfException("The document '" + print.getName() + "' has no pages.");
        }
        try (PDDocument document = new PDDocument();
                PdfFile file = new PdfFile(out)) {
            new DocumentExport(print, metadata, fontFiles, document, file).run();
        }
    }

    private void run() throws PdfException, IOException {
        List<JRPrintPage> printPages = print.getPages();
        for (int i = 0; i < printPages.size(); i++) {
            page(printPages.get(i), i);
        }
        links.write(pages);
        fonts.write();
        writeResources();
        writePages();
        writeCatalog();
    }

    private void page(JRPrintPage page, int index) throws PdfException, IOException {
        place.page(index + 1);
        PrintPageFormat format = print.getPageFormat(index);
        if (format.getDpi() != DPI) {
            throw place.error("a report resolution of " + format.getDpi() + " dpi is not supported; use " + DPI + ".");
        }
        int object = file.reserve();
        double height = format.getPageHeight();
        pages.add(new Destination(object, height));
        tree.startPage(object);
        canvas.startPage(height);
        painter.background(format);
        painter.paint(page.getElements(), object);
        int content = file.reserve();
        file.stream(content, "", canvas.content());
        Bytes bytes = new Bytes().ascii("<</Type/Page/Parent ").reference(pagesObject);
        bytes.ascii("/MediaBox[0 0 ").number(format.getPageWidth()).number(height);
        bytes.ascii("]/Resources ")
                .reference(resourcesObject)
                .ascii("/Contents ")
                .reference(content);
        bytes.ascii("/Tabs/S/StructParents ")
                .integer(index)
                .ascii(links.endPage())
                .ascii(">>");
        file.object(object, bytes);
        tree.endPage();
    }

    private void writeResources() throws IOException {
        Bytes bytes = new Bytes().ascii("<</Font<<").ascii(fonts.resources());
        bytes.ascii(">>/XObject<<").ascii(painter.pictureResources()).ascii(">>/ExtGState<<");
        for (int opacity : canvas.opacities()) {
            bytes.ascii("/A").integer(opacity).ascii("<</ca ").number(opacity / 255.0);
            bytes.ascii("/CA ").number(opacity / 255.0).ascii(">>");
        }
        file.object(resourcesObject, bytes.ascii(">>>>"));
    }

    private void writePages() throws IOException {
        Bytes bytes =
                new Bytes().ascii("<</Type/Pages/Count ").integer(pages.size()).ascii("/Kids[");
        for (Destination page : pages) {
            bytes.reference(page.pageObject());
        }
        file.object(pagesObject, bytes.ascii("]>>"));
    }

    private void writeCatalog() throws IOException {
        int structure = tree.write();
        MetadataWriter metadataWriter = new MetadataWriter(file, metadata);
        int xmp = metadataWriter.xmp();
        int profile = metadataWriter.outputProfile();
        int information = metadataWriter.information();
        int catalog = file.reserve();
        Bytes bytes = new Bytes().ascii("<</Type/Catalog/Pages ").reference(pagesObject);
        if (!outline.isEmpty()) {
            bytes.ascii("/PageMode/UseOutlines/Outlines ").reference(outline.write(file));
        }
        bytes.ascii("/Metadata ").reference(xmp).ascii("/StructTreeRoot ").reference(structure);
        bytes.ascii(links.names());
        bytes.ascii("/MarkInfo<</Marked true>>/Lang(").ascii(metadata.language());
        bytes.ascii(")/ViewerPreferences<</DisplayDocTitle true>>");
        bytes.ascii("/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1/Info(sRGB)");
        bytes.ascii("/OutputConditionIdentifier(sRGB IEC61966-2.1)/RegistryName(http://www.color.org)");
        bytes.ascii("/DestOutputProfile ").reference(profile).ascii(">>]>>");
        file.object(catalog, bytes);
        file.finish(catalog, information);
    }

    private Locale locale() {
        String code = print.getLocaleCode();
        return code == null ? Locale.US : Locale.forLanguageTag(code.replace('_', '-'));
    }
}
