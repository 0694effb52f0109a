package org.opbrief.pdf.page;

import java.awt.BasicStroke;
import java.awt.Color;
import net.sf.jasperreports.engine.JRPen;
import net.sf.jasperreports.engine.type.LineStyleEnum;
import net.sf.jasperreports.engine.util.JRPenUtil;

/**
 * A pen with all that its styles say.
 *
 * @param width in points; of a double line both lines and the space between
 * @param stroke of one line
 */
record Pen(float width, boolean twofold, Color color, BasicStroke stroke) {
    private static final int DPI = 72;
    private static final Pen NONE = new Pen(0, false, Color.BLACK, new BasicStroke(0));

    /** The pen of a line or shape, which has a width even if none is given. */
    static Pen ofShape(JRPen pen, int cap) {
        return of(pen, JRPenUtil.getLineWidthOrDefault(pen, DPI), cap);
    }

    /** The pen of a side of a box, which is not there unless a width is given. */
    static Pen ofSide(JRPen pen) {
        Float width = pen == null ? null : pen.getLineWidth();
        return width == null ? NONE : of(pen, width, BasicStroke.CAP_BUTT);
    }

    private static Pen of(JRPen pen, float width, int cap) {
        if (width <= 0) {
            return NONE;
        }
        BasicStroke stroke = (BasicStroke) JRPenUtil.getStroke(pen, cap, DPI);
        return stroke == null
                ? NONE
                : new Pen(width, pen.getLineStyle() == LineStyleEnum.DOUBLE, pen.getLineColor(), stroke);
    }

    boolean draws() {
        return width > 0;
    }
}
