package org.opbrief.pdf.structure;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.Set;
import net.sf.jasperreports.engine.JROrigin;
import net.sf.jasperreports.engine.JRPrintElement;
import net.sf.jasperreports.engine.type.BandTypeEnum;
import org.opbrief.pdf.PdfException;
import org.opbrief.pdf.file.Bytes;

/** Builds the structure tree while the elements of the document pass by in reading order. */
public final class Tagger {
    private static final Set<BandTypeEnum> REPEATING = EnumSet.of(
            BandTypeEnum.BACKGROUND, BandTypeEnum.PAGE_HEADER, BandTypeEnum.PAGE_FOOTER, BandTypeEnum.LAST_PAGE_FOOTER);

    /** Elements that texts belong to without a paragraph between. */
    private static final Set<String> DIRECT = Set.of("P", "H1", "H2", "H3", "H4", "H5", "H6", "Figure", "Lbl", "Link");

    private final StructureTree tree;
    private final Place place;
    private final Tables tables;
    private final Lists lists;
    private final Deque<StructureElement> containers = new ArrayDeque<>();
    private int artifacts;
    private int headingLevel;

    public Tagger(StructureTree tree, Place place) {
        this.tree = tree;
        this.place = place;
        tables = new Tables(tree, place);
        lists = new Lists(tree);
        containers.push(tree.document());
    }

    public boolean inArtifact() {
        return artifacts > 0;
    }

    public void enterArtifact() {
        artifacts++;
    }

    public void leaveArtifact() {
        artifacts--;
    }

    /** The element that holds what comes next. */
    public StructureElement container() {
        return containers.peek();
    }

    /** The figure that drawings belong to, or null if they are artifacts. */
    public StructureElement figure() {
        return artifacts == 0 && "Figure".equals(container().type()) ? container() : null;
    }

    /** Makes an element the container of what follows, until {@link #close}. */
    public void open(StructureElement element) {
        containers.push(element);
    }

    public void close() {
        containers.pop();
    }

    /** Whether the element is in a band that repeats on each page, and does not say that it is content all the same. */
    public boolean isRepeated(JRPrintElement element, Tags tags) {
        JROrigin origin = element.getOrigin();
        return origin != null
                && origin.getReportName() == null
                && REPEATING.contains(origin.getBandType())
                && containers.size() == 1
                && !tags.isContent();
    }

    /** A new element in the container: ends the table or list that was open there. */
    public StructureElement add(String type) {
        tables.interrupt(container());
        lists.interrupt(container());
        return tree.add(container(), type);
    }

    /**
     * The element of a frame that its properties make a group, or null if they do not.
     *
     * @param bounds of a figure: left, bottom, right, top
     */
    public StructureElement group(Tags tags, double[] bounds) throws PdfException {
        StructureElement element = null;
        if (tags.heading() > 0) {
            element = heading(tags.heading());
        } else if (tags.list() != null) {
            element = item(tags);
        } else if (tags.paragraph()) {
            noNesting("a paragraph");
            element = add("P");
        } else if (tags.alt() != null) {
            element = figure(tags.alt(), bounds);
        } else if (tags.language() != null) {
            noNesting("a frame with a language");
            element = add("Div");
        }
        language(element, tags);
        return element;
    }

    /** Where the lines of a text go. */
    public TextStructure text(Tags tags, boolean link) throws PdfException {
        if (inArtifact()) {
            return TextStructure.artifact(tree);
        }
        StructureElement direct = null;
        if (tags.heading() > 0) {
            direct = heading(tags.heading());
        } else if (tags.list() != null) {
            direct = item(tags);
        } else if (DIRECT.contains(container().type())) {
            direct = container();
        } else if (tags.language() != null) {
            direct = add("P");
        }
        if (direct == null) {
            return TextStructure.blocks(tree, this, link);
        }
        if (direct != container()) {
            language(direct, tags);
        } else if (tags.language() != null) {
            StructureElement span = tree.add(direct, "Span");
            language(span, tags);
            return TextStructure.in(tree, span, link, true);
        }
        return TextStructure.in(tree, direct, link, direct == container());
    }

    /** Where the lines of a text go that is a cell by itself. */
    public TextStructure cellText(StructureElement cell, Tags tags, boolean link) {
        language(cell, tags);
        return TextStructure.in(tree, cell, link, false);
    }

    /** @param bounds left, bottom, right, top */
    public StructureElement figure(String alt, double[] bounds) throws PdfException {
        if ("Figure".equals(container().type())) {
            throw place.error("a figure within a figure: only one of the two may have an alternative text.");
        }
        StructureElement figure = add("Figure");
        Bytes extra = new Bytes().ascii("/Alt ").text(alt).ascii("/A<</O/Layout/Placement/Block/BBox[");
        for (double value : bounds) {
            extra.number(value);
        }
        figure.extra(extra.ascii("]>>").toString());
        return figure;
    }

    /** A link around what follows in the container. */
    public StructureElement link() {
        StructureElement parent = DIRECT.contains(container().type()) ? container() : add("P");
        return tree.add(parent, "Link");
    }

    public Tables tables() {
        return tables;
    }

    /** Checks that a row may begin in the container. */
    public void startRow() throws PdfException {
        noNesting("a table row");
        lists.interrupt(container());
    }

    private StructureElement item(Tags tags) throws PdfException {
        noNesting("a list item");
        tables.interrupt(container());
        return tags.label() ? lists.label(container(), tags.list()) : lists.body(container(), tags.list());
    }

    private StructureElement heading(int level) throws PdfException {
        noNesting("a heading");
        if (level > headingLevel + 1) {
            throw place.error("a heading of level " + level + " follows "
                    + (headingLevel == 0 ? "no heading" : "one of level " + headingLevel) + "; use level "
                    + (headingLevel + 1) + " here.");
        }
        headingLevel = level;
        return add("H" + level);
    }

    private void noNesting(String what) throws PdfException {
        if (DIRECT.contains(container().type())) {
            throw place.error(
                    what + " cannot stand within a frame that is itself a paragraph, a heading, a label or a figure.");
        }
    }

    private static void language(StructureElement element, Tags tags) {
        if (element != null && tags.language() != null) {
            element.extra("/Lang(" + tags.language() + ")");
        }
    }
}
