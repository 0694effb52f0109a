package org.opbrief.pdf.page;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import net.sf.jasperreports.engine.JRPrintAnchor;
import net.sf.jasperreports.engine.JRPrintElement;
import net.sf.jasperreports.engine.JRPrintEllipse;
import net.sf.jasperreports.engine.JRPrintFrame;
import net.sf.jasperreports.engine.JRPrintImage;
import net.sf.jasperreports.engine.JRPrintLine;
import net.sf.jasperreports.engine.JRPrintRectangle;
import net.sf.jasperreports.engine.JRPrintText;
import net.sf.jasperreports.engine.JasperReportsContext;
import net.sf.jasperreports.engine.PrintPageFormat;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.opbrief.pdf.PdfException;
import org.opbrief.pdf.PdfTags;
import org.opbrief.pdf.file.CosWriter;
import org.opbrief.pdf.font.DocumentFonts;
import org.opbrief.pdf.structure.Destination;
import org.opbrief.pdf.structure.Links;
import org.opbrief.pdf.structure.Outline;
import org.opbrief.pdf.structure.Place;
import org.opbrief.pdf.structure.StructureElement;
import org.opbrief.pdf.structure.Tagger;
import org.opbrief.pdf.structure.Tags;
import org.opbrief.pdf.structure.TextStructure;

/** Takes the elements of a page one by one, has them drawn, and tells the structure what they are. */
public final class PagePainter {
    private final Canvas canvas;
    private final Tagger tagger;
    private final Links links;
    private final Outline outline;
    private final Place place;
    private final ShapePainter shapes;
    private final TextPainter texts;
    private final Pictures pictures;
    private final ImagePainter images;
    private final RowPainter rows;
    private int pageObject;

    public PagePainter(
            JasperReportsContext context,
            PDDocument document,
            CosWriter writer,
            DocumentFonts fonts,
            Locale locale,
            Canvas canvas,
            Tagger tagger,
            Links links,
            Outline outline,
            Place place) {
        this.canvas = canvas;
        this.tagger = tagger;
        this.links = links;
        this.outline = outline;
        this.place = place;
        shapes = new ShapePainter(canvas, tagger);
        texts = new TextPainter(context, canvas, fonts, links, place);
        DrawingText drawingText = new DrawingText(context, fonts, texts.characters(), locale);
        pictures = new Pictures(context, document, writer, drawingText, place);
        images = new ImagePainter(canvas, pictures);
        rows = new RowPainter(this, tagger, texts, shapes, place);
    }

    /** Entries of the XObject dictionary of the resources. */
    public String pictureResources() {
        return pictures.resources();
    }

    /** The colour of the page, if it has one. */
    public void background(PrintPageFormat format) {
        if (format.getBackcolor() != null) {
            canvas.begin(null);
            canvas.fill(format.getBackcolor());
            canvas.rectangle(0, 0, format.getPageWidth(), format.getPageHeight());
            canvas.operator("f\n");
            canvas.end();
        }
    }

    public void paint(List<JRPrintElement> elements, int page) throws PdfException, IOException {
        pageObject = page;
        elements(elements, 0, 0);
    }

    void elements(List<JRPrintElement> elements, int offsetX, int offsetY) throws PdfException, IOException {
        for (int i = 0; i < elements.size(); i++) {
            JRPrintElement element = elements.get(i);
            place.element(element);
            Tags tags = Tags.of(element, place);
            if (tagger.inArtifact()) {
                element(element, tags, offsetX, offsetY);
            } else if (tags.isRow()) {
                rows.row(element, tags, offsetX, offsetY);
            } else if (tags.startsRow()) {
                i = rows.row(elements, i, tags, offsetX, offsetY);
            } else if (tags.endsRow()) {
                throw place.error("the element ends a table row, but none was started before it in the same band or"
                        + " frame (" + PdfTags.ROW + ").");
            } else if (tags.isCell()) {
                throw place.error("the element is a cell, but stands in no table row (" + PdfTags.ROW + ").");
            } else {
                element(element, tags, offsetX, offsetY);
            }
        }
    }

    /** An element that is no row and no cell. */
    void element(JRPrintElement element, Tags tags, int offsetX, int offsetY) throws PdfException, IOException {
        boolean artifact = tags.artifact() || tagger.isRepeated(element, tags);
        if (artifact) {
            tagger.enterArtifact();
        }
        if (element instanceof JRPrintText text) {
            text(text, tags, offsetX, offsetY);
        } else if (element instanceof JRPrintFrame frame) {
            frame(frame, tags, offsetX, offsetY);
        } else if (element instanceof JRPrintImage image) {
            image(image, tags, offsetX, offsetY);
        } else if (element instanceof JRPrintLine line) {
            shapes.line(line, offsetX, offsetY);
        } else if (element instanceof JRPrintRectangle rectangle) {
            shapes.rectangle(rectangle, offsetX, offsetY);
        } else if (element instanceof JRPrintEllipse ellipse) {
            shapes.ellipse(ellipse, offsetX, offsetY);
        } else {
            throw place.error("elements of this kind are not supported.");
        }
        if (artifact) {
            tagger.leaveArtifact();
        }
    }

    /** A text that is a cell by itself. */
    void cellText(JRPrintText text, StructureElement cell, Tags tags, int offsetX, int offsetY)
            throws PdfException, IOException {
        text(text, offsetX, offsetY, tagger.cellText(cell, tags, links.has(text)));
    }

    /** The content of a frame, its background below and its box above. */
    void frameContent(JRPrintFrame frame, int offsetX, int offsetY) throws PdfException, IOException {
        shapes.background(frame, offsetX, offsetY);
        elements(frame.getElements(), innerX(frame, offsetX), innerY(frame, offsetY));
        place.element(frame);
        shapes.box(Box.of(frame.getLineBox()), frame, offsetX, offsetY);
    }

    static int innerX(JRPrintFrame frame, int offsetX) {
        return offsetX + frame.getX() + frame.getLineBox().getLeftPadding();
    }

    static int innerY(JRPrintFrame frame, int offsetY) {
        return offsetY + frame.getY() + frame.getLineBox().getTopPadding();
    }

    private void frame(JRPrintFrame frame, Tags tags, int offsetX, int offsetY) throws PdfException, IOException {
        StructureElement group = tagger.inArtifact() ? null : tagger.group(tags, bounds(frame, offsetX, offsetY));
        if (group != null) {
            tagger.open(group);
        }
        boolean link = tags.link() != null && !tagger.inArtifact();
        if (link) {
            StructureElement owner = tagger.link();
            String says = texts.plainText(frame).strip();
            links.toAnchor(tags.link(), owner, says, bounds(frame, offsetX, offsetY));
            tagger.open(owner);
        }
        frameContent(frame, offsetX, offsetY);
        if (link) {
            tagger.close();
        }
        if (group != null) {
            tagger.close();
        }
    }

    private void text(JRPrintText text, Tags tags, int offsetX, int offsetY) throws PdfException, IOException {
        boolean empty = text.getFullText() == null || text.getFullText().isBlank();
        if (empty) {
            tagger.enterArtifact();
        }
        text(text, offsetX, offsetY, tagger.text(tags, !tagger.inArtifact() && links.has(text)));
        if (empty) {
            tagger.leaveArtifact();
        }
    }

    private void text(JRPrintText text, int offsetX, int offsetY, TextStructure structure)
            throws PdfException, IOException {
        TextStyle style = texts.style(text);
        if (style.background() != null) {
            shapes.background(style.background(), text, offsetX, offsetY);
        }
        anchor(text, text, offsetY);
        texts.paint(text, style, offsetX, offsetY, structure);
        if (links.has(text)) {
            String label = texts.plainText(text).strip();
            if (!label.isEmpty()) {
                StructureElement owner = tagger.inArtifact() ? null : structure.linkElement();
                links.add(text, owner, label, bounds(text, offsetX, offsetY));
            }
        }
        shapes.box(style.box(), text, offsetX, offsetY);
    }

    private void image(JRPrintImage image, Tags tags, int offsetX, int offsetY) throws PdfException, IOException {
        shapes.background(image, offsetX, offsetY);
        anchor(image, image, offsetY);
        double[] bounds = bounds(image, offsetX, offsetY);
        boolean link = links.has(image);
        StructureElement owner = null;
        StructureElement figure = tagger.figure();
        if (!tagger.inArtifact() && tags.alt() != null && image.getRenderer() != null) {
            if (link) {
                owner = tagger.link();
                tagger.open(owner);
            }
            figure = tagger.figure(tags.alt(), bounds);
            if (link) {
                tagger.close();
            }
        } else if (link && !tagger.inArtifact()) {
            throw place.error("an image that is a link needs an alternative text (" + PdfTags.ALT + ").");
        }
        images.paint(image, offsetX, offsetY, figure);
        if (link) {
            links.add(image, owner, tags.alt() == null ? "" : tags.alt(), bounds);
        }
        Box box = Box.of(image.getLineBox());
        if (box.draws()) {
            shapes.box(box, image, offsetX, offsetY);
        } else {
            shapes.pen(image, offsetX, offsetY);
        }
    }

    private void anchor(JRPrintAnchor anchor, JRPrintElement element, int offsetY) throws PdfException {
        if (anchor.getAnchorName() == null) {
            return;
        }
        Destination destination = new Destination(pageObject, canvas.height() - offsetY - element.getY());
        links.anchor(anchor.getAnchorName(), destination);
        if (anchor.getBookmarkLevel() > 0) {
            String title = element instanceof JRPrintText text
                    ? texts.plainText(text).strip().replaceAll("\\s+", " ")
                    : anchor.getAnchorName();
            outline.add(anchor.getBookmarkLevel(), title.isEmpty() ? anchor.getAnchorName() : title, destination);
        }
    }

    private double[] bounds(JRPrintElement element, int offsetX, int offsetY) {
        double left = offsetX + element.getX();
        double top = canvas.height() - offsetY - element.getY();
        return new double[] {left, top - element.getHeight(), left + element.getWidth(), top};
    }
}
