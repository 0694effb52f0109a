package org.opbrief.pdf.page;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import net.sf.jasperreports.engine.JRPrintElement;
import net.sf.jasperreports.engine.JRPrintFrame;
import net.sf.jasperreports.engine.JRPrintImage;
import net.sf.jasperreports.engine.JRPrintText;
import org.opbrief.pdf.PdfException;
import org.opbrief.pdf.PdfTags;
import org.opbrief.pdf.structure.Place;
import org.opbrief.pdf.structure.StructureElement;
import org.opbrief.pdf.structure.Tables;
import org.opbrief.pdf.structure.Tagger;
import org.opbrief.pdf.structure.Tags;

/** Rows of tables. A row is read as a whole before it is drawn: whether it is a header depends on all its cells. */
final class RowPainter {
    private final PagePainter painter;
    private final Tagger tagger;
    private final TextPainter texts;
    private final ShapePainter shapes;
    private final Place place;

    RowPainter(PagePainter painter, Tagger tagger, TextPainter texts, ShapePainter shapes, Place place) {
        this.painter = painter;
        this.tagger = tagger;
        this.texts = texts;
        this.shapes = shapes;
        this.place = place;
    }

    private record Item(JRPrintElement element, Tags tags, boolean cell, boolean header) {}

    /** A row that is one element: a frame of cells, or a single cell. */
    void row(JRPrintElement element, Tags tags, int offsetX, int offsetY) throws PdfException, IOException {
        if (!(element instanceof JRPrintFrame frame)) {
            row(List.of(item(element, tags, false)), tags, offsetX, offsetY);
            return;
        }
        List<Item> items = new ArrayList<>();
        for (JRPrintElement child : frame.getElements()) {
            place.element(child);
            Tags childTags = Tags.of(child, place);
            if (childTags.isRow() || childTags.startsRow() || childTags.endsRow()) {
                throw place.error("a table row within a table row (" + PdfTags.ROW + ").");
            }
            items.add(item(child, childTags, tags.isHeader()));
        }
        place.element(frame);
        shapes.background(frame, offsetX, offsetY);
        row(items, tags, PagePainter.innerX(frame, offsetX), PagePainter.innerY(frame, offsetY));
        place.element(frame);
        shapes.box(Box.of(frame.getLineBox()), frame, offsetX, offsetY);
    }

    /** A row from the element that starts it to the one that ends it; gives the index of that one. */
    int row(List<JRPrintElement> elements, int first, Tags firstTags, int offsetX, int offsetY)
            throws PdfException, IOException {
        List<Item> items = new ArrayList<>();
        items.add(item(elements.get(first), firstTags, false));
        for (int i = first + 1; i < elements.size(); i++) {
            JRPrintElement element = elements.get(i);
            place.element(element);
            Tags tags = Tags.of(element, place);
            if (tags.startsRow() || tags.isRow()) {
                throw place.error("a table row starts here before the one that started at " + describe(elements, first)
                        + " has ended; its last element needs " + PdfTags.ROW + "=" + PdfTags.END + ".");
            }
            items.add(item(element, tags, false));
            if (tags.endsRow()) {
                place.element(elements.get(first));
                row(items, firstTags, offsetX, offsetY);
                return i;
            }
        }
        place.element(elements.get(first));
        throw place.error(
                "the table row that starts here does not end in the same band or frame; its last element needs "
                        + PdfTags.ROW + "=" + PdfTags.END + ".");
    }

    private void row(List<Item> items, Tags tags, int offsetX, int offsetY) throws PdfException, IOException {
        if (tags.table() == null) {
            throw place.error("the table row does not say which table it belongs to (" + PdfTags.TABLE + ").");
        }
        tagger.startRow();
        boolean header = isHeader(items);
        String said = header ? texts(items) : "";
        if (header && tagger.tables().isRepetition(tags.table(), said)) {
            tagger.enterArtifact();
            for (Item item : items) {
                place.element(item.element());
                painter.element(item.element(), item.tags(), offsetX, offsetY);
            }
            tagger.leaveArtifact();
            return;
        }
        Tables.Row row = tagger.tables().row(tagger.container(), tags.table(), header, said);
        for (Item item : items) {
            place.element(item.element());
            if (item.cell()) {
                cell(item, tagger.tables().cell(row, item.tags(), item.header()), offsetX, offsetY);
            } else {
                tagger.enterArtifact();
                painter.element(item.element(), item.tags(), offsetX, offsetY);
                tagger.leaveArtifact();
            }
        }
        place.element(items.get(0).element());
        tagger.tables().end(row);
    }

    private void cell(Item item, StructureElement cell, int offsetX, int offsetY) throws PdfException, IOException {
        if (item.element() instanceof JRPrintText text) {
            painter.cellText(text, cell, item.tags(), offsetX, offsetY);
            return;
        }
        tagger.open(cell);
        if (item.element() instanceof JRPrintFrame frame) {
            painter.frameContent(frame, offsetX, offsetY);
        } else {
            painter.element(item.element(), item.tags(), offsetX, offsetY);
        }
        tagger.close();
    }

    /** Texts and figures are cells, and frames that hold one; lines and decoration are not. */
    private Item item(JRPrintElement element, Tags tags, boolean headerRow) throws PdfException {
        boolean cell = !tags.artifact()
                && (tags.isCell()
                        || element instanceof JRPrintText
                        || element instanceof JRPrintImage && tags.alt() != null
                        || element instanceof JRPrintFrame frame && hasContent(frame));
        return new Item(element, tags, cell, tags.isCell() ? tags.isHeader() : headerRow);
    }

    private boolean hasContent(JRPrintFrame frame) throws PdfException {
        for (JRPrintElement child : frame.getElements()) {
            if (child instanceof JRPrintText
                    || child instanceof JRPrintImage && Tags.of(child, place).alt() != null
                    || child instanceof JRPrintFrame inner && hasContent(inner)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isHeader(List<Item> items) {
        boolean any = false;
        for (Item item : items) {
            if (item.cell() && !item.header()) {
                return false;
            }
            any |= item.cell();
        }
        return any;
    }

    private String texts(List<Item> items) throws PdfException {
        StringBuilder said = new StringBuilder();
        for (Item item : items) {
            if (item.cell()) {
                texts(item.element(), said);
                said.append('\n');
            }
        }
        return said.toString();
    }

    private void texts(JRPrintElement element, StringBuilder said) throws PdfException {
        if (element instanceof JRPrintText text) {
            said.append(texts.plainText(text)).append('\t');
        } else if (element instanceof JRPrintFrame frame) {
            for (JRPrintElement child : frame.getElements()) {
                texts(child, said);
            }
        }
    }

    private String describe(List<JRPrintElement> elements, int index) {
        Place start = new Place();
        start.page(place.page());
        start.element(elements.get(index));
        return start.toString().replaceFirst("^Page \\d+, ", "");
    }
}
