package org.opbrief.output.pdf;

import static org.opbrief.output.pdf.Parts.align;
import static org.opbrief.output.pdf.Parts.bold;
import static org.opbrief.output.pdf.Parts.box;
import static org.opbrief.output.pdf.Parts.field;
import static org.opbrief.output.pdf.Parts.fixed;
import static org.opbrief.output.pdf.Parts.frame;
import static org.opbrief.output.pdf.Parts.line;
import static org.opbrief.output.pdf.Parts.tag;
import static org.opbrief.output.pdf.Parts.tagByField;
import static org.opbrief.output.pdf.Parts.text;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.design.JRDesignBand;
import net.sf.jasperreports.engine.design.JRDesignConditionalStyle;
import net.sf.jasperreports.engine.design.JRDesignExpression;
import net.sf.jasperreports.engine.design.JRDesignField;
import net.sf.jasperreports.engine.design.JRDesignFrame;
import net.sf.jasperreports.engine.design.JRDesignGroup;
import net.sf.jasperreports.engine.design.JRDesignImage;
import net.sf.jasperreports.engine.design.JRDesignSection;
import net.sf.jasperreports.engine.design.JRDesignStyle;
import net.sf.jasperreports.engine.design.JRDesignTextField;
import net.sf.jasperreports.engine.design.JasperDesign;
import net.sf.jasperreports.engine.type.EvaluationTimeEnum;
import net.sf.jasperreports.engine.type.ExpressionTypeEnum;
import net.sf.jasperreports.engine.type.HorizontalTextAlignEnum;
import net.sf.jasperreports.engine.type.LineSpacingEnum;
import net.sf.jasperreports.engine.type.ModeEnum;
import net.sf.jasperreports.engine.type.ScaleImageEnum;
import net.sf.jasperreports.engine.type.SplitTypeEnum;
import net.sf.jasperreports.engine.type.VerticalTextAlignEnum;
import net.sf.jasperreports.engine.type.WhenNoDataTypeEnum;
import net.sf.jasperreports.renderers.Renderable;
import org.opbrief.pdf.PdfTags;

/**
 * The house style as a JasperReports design: a page frame, and one band for each kind of record of the {@link Flow}.
 *
 * <p>All expressions are references to fields, which JasperReports reads without a generated class, so that the design
 * needs no compiler when it is filled, and can have the columns of the tables at hand.
 */
final class HouseDesign {
    static final String PARAGRAPH = "paragraph";
    static final String STYLED = "styled";
    static final String ITEM = "item";
    static final String NOTE = "note";
    static final String COVER = "cover";
    static final String META = "meta";
    static final String TEXT = "text";
    static final String LABEL = "label";
    static final String LIST = "list";
    static final String PICTURE = "picture";
    static final String ALT = "alt";
    static final String SHADED = "shaded";
    static final String ROW_ANCHOR = "row_anchor";
    static final int META_SLOTS = 4;
    static final float FOOT_SIZE = 7.5f;
    /** Room for the running title. */
    static final int FOOT_WIDTH = Look.WIDTH - 114;

    private static final float[] HEADING_SIZES = {0, 0, 14, 11, 10, 9.5f, 9.5f};

    private final JasperDesign design = new JasperDesign();
    private final Map<String, JRDesignField> fields = new LinkedHashMap<>();
    private final JRDesignGroup units;
    private final JRDesignGroup tables;
    private final JRDesignStyle zebra = new JRDesignStyle();

    HouseDesign(String name, String font, Banner banner, String running, String page) throws JRException {
        design.setName(name);
        design.setPageWidth(Look.PAGE_WIDTH);
        design.setPageHeight(Look.PAGE_HEIGHT);
        design.setLeftMargin(Look.SIDE);
        design.setRightMargin(Look.SIDE);
        design.setTopMargin(Look.TOP);
        design.setBottomMargin(Look.BOTTOM);
        design.setColumnWidth(Look.WIDTH);
        design.setWhenNoDataType(WhenNoDataTypeEnum.ALL_SECTIONS_NO_DETAIL);
        JRDesignStyle style = new JRDesignStyle();
        style.setName("house");
        style.setDefault(true);
        style.setFontName(font);
        style.setFontSize(9.5f);
        style.setForecolor(Look.INK);
        design.addStyle(style);
        declare(SHADED, Boolean.class);
        zebra.setName("zebra");
        JRDesignConditionalStyle shaded = new JRDesignConditionalStyle();
        shaded.setConditionExpression(field(SHADED));
        shaded.setMode(ModeEnum.OPAQUE);
        shaded.setBackcolor(Look.ZEBRA);
        zebra.addConditionalStyle(shaded);
        design.addStyle(zebra);
        pageFrame(banner, running, page);
        units = group("unit", Flow.UNIT);
        headings((JRDesignSection) units.getGroupHeaderSection());
        tables = group("table", Flow.TABLE);
        tables.setReprintHeaderOnEachPage(true);
        texts();
    }

    /**
     * The complete design.
     *
     * @param rooms that units ask for, the largest first: a group of a larger room must stand outside, so that a unit with
     *     a smaller room does not start it anew
     */
    JasperDesign design(Set<Integer> rooms) throws JRException {
        for (int room : rooms) {
            JRDesignGroup group = group(Flow.ROOM + room, Flow.ROOM + room);
            group.setMinHeightToStartNewPage(room);
            // the height is looked at when a header is printed
            ((JRDesignSection) group.getGroupHeaderSection()).addBand(new JRDesignBand());
            design.addGroup(group);
        }
        design.addGroup(units);
        design.addGroup(tables);
        return design;
    }

    /** Shades the rows whose {@link #SHADED} is true. */
    JRDesignStyle zebra() {
        return zebra;
    }

    /** Adds a band that prints the records of that name. */
    JRDesignBand band(String name, int height) throws JRException {
        JRDesignBand band = new JRDesignBand();
        band.setHeight(height);
        band.setSplitType(SplitTypeEnum.PREVENT);
        band.setPrintWhenExpression(when(Flow.IS + name));
        ((JRDesignSection) design.getDetailSection()).addBand(band);
        return band;
    }

    /** Adds a band that is printed above the records of that name, again on each page. */
    JRDesignBand header(String name, int height) throws JRException {
        JRDesignBand band = new JRDesignBand();
        band.setHeight(height);
        band.setSplitType(SplitTypeEnum.PREVENT);
        band.setPrintWhenExpression(when(Flow.IS + name));
        ((JRDesignSection) tables.getGroupHeaderSection()).addBand(band);
        return band;
    }

    /** Declares a field of text. */
    String declare(String name) throws JRException {
        declare(name, String.class);
        return name;
    }

    private void declare(String name, Class<?> type) throws JRException {
        if (!fields.containsKey(name)) {
            JRDesignField field = new JRDesignField();
            field.setName(name);
            field.setValueClass(type);
            fields.put(name, field);
            design.addField(field);
        }
    }

    private JRDesignExpression when(String name) throws JRException {
        declare(name, Boolean.class);
        return field(name);
    }

    private JRDesignGroup group(String name, String by) throws JRException {
        declare(by, Integer.class);
        JRDesignGroup group = new JRDesignGroup();
        group.setName(name);
        group.setExpression(field(by));
        return group;
    }

    private void pageFrame(Banner banner, String running, String page) {
        JRDesignBand top = new JRDesignBand();
        top.setHeight(banner.height() + 14);
        JRDesignBand foot = new JRDesignBand();
        foot.setHeight(30 + banner.height());
        if (banner.height() > 0) {
            top.addElement(banner.at(0));
            foot.addElement(banner.at(30));
        }
        foot.addElement(line(box(0, 8, Look.WIDTH, 1), Look.HAIRLINE));
        foot.addElement(fixed(running, box(0, 12, FOOT_WIDTH + 2, 12), FOOT_SIZE, Look.GREY));
        // two fields, since the page is known now and the number of pages at the end
        foot.addElement(align(
                pageNumber(page, box(Look.WIDTH - 110, 12, 90, 12)),
                HorizontalTextAlignEnum.RIGHT,
                VerticalTextAlignEnum.TOP));
        JRDesignTextField pages = pageNumber("$V{PAGE_NUMBER}", box(Look.WIDTH - 18, 12, 18, 12));
        pages.setEvaluationTime(EvaluationTimeEnum.REPORT);
        foot.addElement(pages);
        design.setPageHeader(top);
        design.setPageFooter(foot);
    }

    private static JRDesignTextField pageNumber(String words, Parts.Box box) {
        JRDesignTextField text = Parts.place(new JRDesignTextField(), box);
        JRDesignExpression expression = new JRDesignExpression(words);
        expression.setType(ExpressionTypeEnum.SIMPLE_TEXT);
        text.setExpression(expression);
        text.setFontSize(FOOT_SIZE);
        text.setForecolor(Look.GREY);
        return text;
    }

    private void headings(JRDesignSection section) throws JRException {
        declare(Flow.HEADING);
        declare(Flow.ANCHOR);
        for (int level = 2; level < HEADING_SIZES.length; level++) {
            float size = HEADING_SIZES[level];
            int above = level == 2 ? 16 : 9;
            int height = Math.round(size * 1.5f);
            JRDesignBand band = new JRDesignBand();
            band.setHeight(above + height + (level == 2 ? 5 : 2));
            band.setSplitType(SplitTypeEnum.PREVENT);
            band.setPrintWhenExpression(when(Flow.LEVEL + level));
            band.addElement(heading(level, Flow.HEADING, box(0, above, Look.WIDTH, height), size));
            section.addBand(band);
        }
    }

    private static JRDesignTextField heading(int level, String field, Parts.Box box, float size) {
        JRDesignTextField heading = tag(
                bold(text(field, box, size, level <= 2 ? Look.NAVY : Look.BLUE)),
                PdfTags.HEADING,
                Integer.toString(level));
        heading.setAnchorNameExpression(field(Flow.ANCHOR));
        heading.setBookmarkLevel(level);
        return heading;
    }

    private void texts() throws JRException {
        for (String name : new String[] {TEXT, LABEL, LIST, ALT}) {
            declare(name);
        }
        declare(PICTURE, Renderable.class);
        cover();
        meta();
        JRDesignBand plain = flowing(PARAGRAPH, 21);
        plain.addElement(prose(box(0, 0, Look.WIDTH, 14)));
        JRDesignTextField styled = prose(box(0, 0, Look.WIDTH, 14));
        styled.setMarkup("styled");
        flowing(STYLED, 21).addElement(styled);
        JRDesignBand item = flowing(ITEM, 17);
        item.addElement(tagByField(
                tag(text(LABEL, box(8, 0, 16, 14), 9.5f, Look.BLUE), PdfTags.ITEM, "label"), PdfTags.LIST, LIST));
        JRDesignTextField body = tagByField(prose(box(26, 0, Look.WIDTH - 26, 14)), PdfTags.LIST, LIST);
        body.setMarkup("styled");
        item.addElement(tag(body, PdfTags.ITEM, "body"));
        JRDesignBand note = flowing(NOTE, 18);
        note.addElement(text(TEXT, box(0, 5, Look.WIDTH, 11), 8, Look.GREY));
    }

    private void cover() throws JRException {
        JRDesignBand band = band(COVER, 62);
        band.addElement(heading(1, TEXT, box(0, 8, Look.WIDTH, 29), 23));
        JRDesignTextField subtitle = text(LABEL, box(0, 38, Look.WIDTH, 17), 12.5f, Look.GREY);
        subtitle.setRemoveLineWhenBlank(true);
        band.addElement(subtitle);
    }

    /** Up to four facts about the document, side by side. */
    private void meta() throws JRException {
        JRDesignBand band = band(META, 42);
        band.addElement(line(box(0, 2, Look.WIDTH, 1), Look.NAVY));
        int width = Look.WIDTH / META_SLOTS;
        for (int slot = 0; slot < META_SLOTS; slot++) {
            JRDesignFrame frame = tag(frame(box(slot * width, 7, width - 8, 28)), PdfTags.PARAGRAPH, "true");
            frame.addElement(text(declare(LABEL + slot), box(0, 0, width - 8, 11), 7.5f, Look.GREY));
            frame.addElement(bold(text(declare(TEXT + slot), box(0, 12, width - 8, 13), 9, Look.INK)));
            band.addElement(frame);
        }
    }

    private JRDesignBand flowing(String name, int height) throws JRException {
        JRDesignBand band = band(name, height);
        band.setSplitType(SplitTypeEnum.STRETCH);
        return band;
    }

    private static JRDesignTextField prose(Parts.Box box) {
        JRDesignTextField text = text(TEXT, box, 9.5f, Look.INK);
        text.getParagraph().setLineSpacing(LineSpacingEnum.PROPORTIONAL);
        text.getParagraph().setLineSpacingSize(1.25f);
        return text;
    }

    /** An image from the field {@link #PICTURE}. */
    JRDesignImage picture(Parts.Box box) {
        JRDesignImage image = Parts.place(new JRDesignImage(design), box);
        image.setExpression(field(PICTURE));
        image.setScaleImage(ScaleImageEnum.FILL_FRAME);
        return image;
    }

    /** Adds a band with a drawing of that height. */
    void drawing(String name, int height) throws JRException {
        JRDesignImage image = picture(box(0, 2, Look.WIDTH, height));
        tagByField(image, PdfTags.ALT, ALT);
        band(name, height + 8).addElement(image);
    }
}
