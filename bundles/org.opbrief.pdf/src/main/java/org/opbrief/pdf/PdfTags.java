package org.opbrief.pdf;

import org.osgi.annotation.versioning.ProviderType;

/**
 * {@link ProviderType}: names of the element properties by which a template tells what an element is. Set them in the
 * JRXML with {@code <property name="net.sf.jasperreports.export.opbrief.heading" value="1"/>}, or as a property
 * expression. The long prefix is needed: JasperReports carries only properties that begin with it from a template into
 * the filled document.
 *
 * <p>Without any property:
 *
 * <ul>
 *   <li>a text is a paragraph, but an artifact in the bands page header, page footer, last page footer and background:
 *       those repeat on each page and are not read out; {@link #PARAGRAPH} or {@link #HEADING} makes it content there;
 *   <li>HTML lists in a text with markup become list structures;
 *   <li>a text with a hyperlink becomes a link, and so does a part of a text with styled markup that is one ({@code <a
 *       href="#name">} leads to the anchor of that name);
 *   <li>each anchor is a named destination of the file, by which other documents may lead to it;
 *   <li>images, lines, rectangles, ellipses, boxes and backgrounds are artifacts.
 * </ul>
 *
 * <p>What applies to a frame, applies to all that it holds.
 */
@ProviderType
public final class PdfTags {
    /** All names begin with this. */
    public static final String PREFIX = "net.sf.jasperreports.export.opbrief.";

    /** Value of {@link #ROW}: the element is the first of a row. */
    public static final String START = "start";

    /** Value of {@link #ROW}: the element is the last of a row. */
    public static final String END = "end";

    /** Value of {@link #ROW}: the element is a whole row: a frame whose elements are the cells, or a single cell. */
    public static final String FULL = "full";

    /**
     * On a text or frame: a heading of level 1 to 6. A document begins with level 1, and no level is left out on the way
     * down. An anchor with a bookmark level on the same text makes it a bookmark.
     */
    public static final String HEADING = PREFIX + "heading";

    /**
     * {@code true} on a text: a paragraph even in a page header or footer. {@code true} on a frame: all its texts
     * together are one paragraph, e.g. a number and its label.
     */
    public static final String PARAGRAPH = PREFIX + "paragraph";

    /**
     * On the first element of a row, or the frame that is a row: id of the table that it belongs to. Rows with the same id
     * are one table, also across pages; only artifacts may stand between them. A table that is printed several times in one
     * document (by a subreport, a group) needs an id of its own each time: use a property expression.
     *
     * <p>A header row that is printed again at the top of a later page, before that page's first other row, and says the
     * same as before, becomes an artifact there by itself: print the header wherever the column header or a group header
     * with {@code isReprintHeaderOnEachPage} does.
     */
    public static final String TABLE = PREFIX + "table";

    /**
     * {@link #START}, {@link #END} or {@link #FULL}. All texts from the start to the end are cells, in that order; they
     * stand in one band or one frame. A row that is a frame holds its cells directly. A row that does not end is an error.
     */
    public static final String ROW = PREFIX + "row";

    /**
     * {@link #HEADER} or {@link #DATA} (which is the default for a text in a row). On a frame: the frame is one cell with
     * all that it holds. On a frame that is a row ({@link #ROW} is {@link #FULL}): what its cells are unless they say
     * otherwise.
     */
    public static final String CELL = PREFIX + "cell";

    /** Value of {@link #CELL}: a header cell. */
    public static final String HEADER = "header";

    /** Value of {@link #CELL}: a data cell. */
    public static final String DATA = "data";

    /**
     * On a header cell: {@code column}, {@code row} or {@code both}: what it is the header of. By default the column in a
     * row of header cells only, and the row else.
     */
    public static final String SCOPE = PREFIX + "scope";

    /** On a cell: how many columns it spans, from 1. */
    public static final String COLUMN_SPAN = PREFIX + "colspan";

    /** On a cell: how many rows it spans, from 1. */
    public static final String ROW_SPAN = PREFIX + "rowspan";

    /**
     * On each text or frame of a list: any id. Elements with the same id that follow each other, also across pages, are one
     * list, and each is one item, unless {@link #ITEM} says otherwise.
     */
    public static final String LIST = PREFIX + "list";

    /** {@code label} on the bullet or number before an item, {@code body} (the default) on the item's text. */
    public static final String ITEM = PREFIX + "item";

    /**
     * On an image, a chart or a frame: it is a figure, and this text says what it shows. An image without it is an artifact,
     * as decoration is.
     */
    public static final String ALT = PREFIX + "alt";

    /**
     * On a frame: all that it holds is one link, which leads to the anchor of this name in the document. It is for what
     * belongs together but is several texts, e.g. a number and its label; a text by itself has a hyperlink.
     */
    public static final String LINK = PREFIX + "link";

    /** {@code true}: the element and all that it holds is an artifact, which is not read out. */
    public static final String ARTIFACT = PREFIX + "artifact";

    /** On a text or frame: its language, e.g. {@code es} or {@code en-US}, where it is not the document's. */
    public static final String LANGUAGE = PREFIX + "language";

    private PdfTags() {}
}
