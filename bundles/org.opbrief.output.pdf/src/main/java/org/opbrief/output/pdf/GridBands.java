package org.opbrief.output.pdf;

import static org.opbrief.output.pdf.Parts.align;
import static org.opbrief.output.pdf.Parts.bold;
import static org.opbrief.output.pdf.Parts.box;
import static org.opbrief.output.pdf.Parts.field;
import static org.opbrief.output.pdf.Parts.frame;
import static org.opbrief.output.pdf.Parts.tag;
import static org.opbrief.output.pdf.Parts.text;

import java.util.HashMap;
import java.util.Map;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.design.JRDesignFrame;
import net.sf.jasperreports.engine.design.JRDesignTextField;
import net.sf.jasperreports.engine.type.HorizontalTextAlignEnum;
import net.sf.jasperreports.engine.type.HyperlinkTypeEnum;
import net.sf.jasperreports.engine.type.ModeEnum;
import net.sf.jasperreports.engine.type.StretchTypeEnum;
import net.sf.jasperreports.engine.type.VerticalTextAlignEnum;
import org.opbrief.pdf.PdfTags;

/** Puts a table into the design, a band for its header and one for its rows, and its rows into the flow. */
final class GridBands {
    private static final int INDENT = 5;
    private static final String LINK = "link";

    private final HouseDesign design;
    private final Flow flow;

    GridBands(HouseDesign design, Flow flow) {
        this.design = design;
        this.flow = flow;
    }

    void add(GridLayout.Part part) throws JRException {
        String name = "row_" + part.id();
        int height = part.rowHeight();
        design.band(name, height).addElement(row(part, height));
        design.header(name, height + 1).addElement(header(part, height + 1));
        flow.table();
        for (int row = 0; row < part.grid().rows().size(); row++) {
            Map<String, Object> cells = cells(part, part.grid().rows().get(row));
            cells.put(HouseDesign.SHADED, row % 2 == 1);
            if (!part.grid().anchors().isEmpty()) {
                cells.put(HouseDesign.ROW_ANCHOR, part.grid().anchors().get(row));
            }
            if (!part.grid().links().isEmpty()) {
                links(part, part.grid().links().get(row), cells);
            }
            flow.add(name, cells);
        }
    }

    private static Map<String, Object> cells(GridLayout.Part part, String[] row) {
        Map<String, Object> cells = new HashMap<>();
        for (int i = 0; i < part.columns().size(); i++) {
            cells.put("c" + i, row[part.columns().get(i)]);
        }
        return cells;
    }

    private static void links(GridLayout.Part part, String[] row, Map<String, Object> cells) {
        for (int i = 0; i < part.columns().size(); i++) {
            String anchor = row[part.columns().get(i)];
            if (!anchor.isEmpty()) {
                cells.put(LINK + i, anchor);
            }
        }
    }

    private JRDesignFrame header(GridLayout.Part part, int height) throws JRException {
        JRDesignFrame frame = tag(rowFrame(part, height), PdfTags.CELL, PdfTags.HEADER);
        frame.setMode(ModeEnum.OPAQUE);
        frame.setBackcolor(Look.PANEL);
        frame.getLineBox().getBottomPen().setLineWidth(1f);
        frame.getLineBox().getBottomPen().setLineColor(Look.NAVY);
        int x = 0;
        for (int i = 0; i < part.columns().size(); i++) {
            String name = design.declare("h_" + part.id() + "_" + i);
            flow.always(name, part.grid().columns().get(part.columns().get(i)).header());
            JRDesignTextField cell = bold(cell(part, i, name, x, height, VerticalTextAlignEnum.BOTTOM));
            cell.setForecolor(Look.NAVY);
            cell.setStretchType(StretchTypeEnum.CONTAINER_HEIGHT);
            frame.addElement(cell);
            x += part.widths().get(i);
        }
        return frame;
    }

    private JRDesignFrame row(GridLayout.Part part, int height) throws JRException {
        JRDesignFrame frame = rowFrame(part, height);
        frame.setStyle(design.zebra());
        frame.getLineBox().getBottomPen().setLineWidth(0.35f);
        frame.getLineBox().getBottomPen().setLineColor(Look.HAIRLINE);
        int x = 0;
        for (int i = 0; i < part.columns().size(); i++) {
            JRDesignTextField cell = cell(part, i, design.declare("c" + i), x, height, VerticalTextAlignEnum.TOP);
            if (!part.grid().links().isEmpty()) {
                cell.setHyperlinkType(HyperlinkTypeEnum.LOCAL_ANCHOR);
                cell.setHyperlinkAnchorExpression(field(design.declare(LINK + i)));
            }
            if (i == 0 && !part.grid().anchors().isEmpty()) {
                cell.setAnchorNameExpression(field(design.declare(HouseDesign.ROW_ANCHOR)));
            }
            if (part.columns().get(i) == 0) {
                tag(bold(cell), PdfTags.CELL, PdfTags.HEADER);
            }
            frame.addElement(cell);
            x += part.widths().get(i);
        }
        return frame;
    }

    private static JRDesignFrame rowFrame(GridLayout.Part part, int height) {
        JRDesignFrame frame = frame(box(0, 0, part.width(), height));
        tag(frame, PdfTags.TABLE, part.id());
        return tag(frame, PdfTags.ROW, PdfTags.FULL);
    }

    private static JRDesignTextField cell(
            GridLayout.Part part, int i, String field, int x, int height, VerticalTextAlignEnum vertical) {
        JRDesignTextField cell = text(field, box(x, 0, part.widths().get(i), height), part.size(), Look.INK);
        cell.getLineBox().setLeftPadding(INDENT);
        cell.getLineBox().setRightPadding(INDENT);
        cell.getLineBox().setTopPadding(3);
        cell.getLineBox().setBottomPadding(3);
        boolean number = part.grid().columns().get(part.columns().get(i)).number();
        return align(cell, number ? HorizontalTextAlignEnum.RIGHT : HorizontalTextAlignEnum.LEFT, vertical);
    }
}
