package org.opbrief.pdf.page;

import java.awt.BasicStroke;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import net.sf.jasperreports.engine.JRLineBox;
import net.sf.jasperreports.engine.JRPen;
import net.sf.jasperreports.engine.JRPrintElement;
import net.sf.jasperreports.engine.JRPrintEllipse;
import net.sf.jasperreports.engine.JRPrintGraphicElement;
import net.sf.jasperreports.engine.JRPrintLine;
import net.sf.jasperreports.engine.JRPrintRectangle;
import net.sf.jasperreports.engine.type.LineDirectionEnum;
import net.sf.jasperreports.engine.type.LineStyleEnum;
import net.sf.jasperreports.engine.type.ModeEnum;
import net.sf.jasperreports.engine.util.JRPenUtil;
import org.opbrief.pdf.structure.StructureElement;
import org.opbrief.pdf.structure.Tagger;

/** Backgrounds, boxes, lines, rectangles and ellipses: artifacts, unless they are part of a figure. */
public final class ShapePainter {
    private static final int DPI = 72;
    private static final float[] SOLID = {};

    private final Canvas canvas;
    private final Tagger tagger;

    public ShapePainter(Canvas canvas, Tagger tagger) {
        this.canvas = canvas;
        this.tagger = tagger;
    }

    void background(JRPrintElement element, int offsetX, int offsetY) {
        if (element.getMode() == ModeEnum.OPAQUE) {
            begin();
            canvas.fill(element.getBackcolor());
            canvas.rectangle(
                    offsetX + element.getX(), offsetY + element.getY(), element.getWidth(), element.getHeight());
            canvas.operator("f\n");
            canvas.end();
        }
    }

    void box(JRLineBox box, JRPrintElement element, int offsetX, int offsetY) {
        float top = width(box.getTopPen());
        float left = width(box.getLeftPen());
        float bottom = width(box.getBottomPen());
        float right = width(box.getRightPen());
        if (top <= 0 && left <= 0 && bottom <= 0 && right <= 0) {
            return;
        }
        double x1 = offsetX + element.getX();
        double y1 = offsetY + element.getY();
        double x2 = x1 + element.getWidth();
        double y2 = y1 + element.getHeight();
        begin();
        side(box.getTopPen(), top, x1 - left / 2, y1, x2 + right / 2, y1, 1);
        side(box.getLeftPen(), left, x1, y1 - top / 2, x1, y2 + bottom / 2, 1);
        side(box.getBottomPen(), bottom, x1 - left / 2, y2, x2 + right / 2, y2, -1);
        side(box.getRightPen(), right, x2, y1 - top / 2, x2, y2 + bottom / 2, -1);
        canvas.end();
    }

    /** Outline of an image that has no box. */
    void pen(JRPrintGraphicElement element, int offsetX, int offsetY) {
        float width = width(element.getLinePen());
        if (width > 0) {
            begin();
            outline(
                    element.getLinePen(),
                    new Rectangle2D.Double(
                            offsetX + element.getX(),
                            offsetY + element.getY(),
                            element.getWidth(),
                            element.getHeight()));
            canvas.end();
        }
    }

    void line(JRPrintLine line, int offsetX, int offsetY) {
        BasicStroke stroke = stroke(line.getLinePen(), BasicStroke.CAP_BUTT);
        if (stroke == null) {
            return;
        }
        boolean vertical = line.getWidth() <= 1;
        boolean horizontal = !vertical && line.getHeight() <= 1;
        double x1 = offsetX + line.getX() + (vertical ? 0.5 : 0);
        double y1 = offsetY + line.getY() + (horizontal ? 0.5 : 0);
        double x2 = vertical ? x1 : x1 + line.getWidth();
        double y2 = horizontal ? y1 : y1 + line.getHeight();
        boolean rising = line.getDirection() == LineDirectionEnum.BOTTOM_UP;
        begin();
        if (isDouble(line.getLinePen())) {
            // two lines of a third of the width, that far from the middle
            double length = Math.hypot(x2 - x1, y2 - y1);
            double shift = JRPenUtil.getLineWidthOrDefault(line.getLinePen(), DPI) / 3;
            double dx = length == 0 ? 0 : shift * (y2 - y1) / length * (rising ? -1 : 1);
            double dy = length == 0 ? 0 : shift * (x2 - x1) / length;
            segment(line.getLinePen(), stroke, x1 + dx, x2 + dx, y1 - dy, y2 - dy, rising);
            segment(line.getLinePen(), stroke, x1 - dx, x2 - dx, y1 + dy, y2 + dy, rising);
        } else {
            segment(line.getLinePen(), stroke, x1, x2, y1, y2, rising);
        }
        canvas.end();
    }

    void rectangle(JRPrintRectangle rectangle, int offsetX, int offsetY) {
        double x = offsetX + rectangle.getX();
        double y = offsetY + rectangle.getY();
        double diameter = 2.0 * rectangle.getRadius();
        Shape shape = diameter == 0
                ? new Rectangle2D.Double(x, y, rectangle.getWidth(), rectangle.getHeight())
                : new RoundRectangle2D.Double(x, y, rectangle.getWidth(), rectangle.getHeight(), diameter, diameter);
        shape(rectangle, shape);
    }

    void ellipse(JRPrintEllipse ellipse, int offsetX, int offsetY) {
        shape(
                ellipse,
                new Ellipse2D.Double(
                        offsetX + ellipse.getX(), offsetY + ellipse.getY(), ellipse.getWidth(), ellipse.getHeight()));
    }

    private void shape(JRPrintGraphicElement element, Shape shape) {
        begin();
        if (element.getMode() == ModeEnum.OPAQUE) {
            canvas.fill(element.getBackcolor());
            path(shape);
            canvas.operator("f\n");
        }
        outline(element.getLinePen(), shape);
        canvas.end();
    }

    private void outline(JRPen pen, Shape shape) {
        BasicStroke stroke = stroke(pen, BasicStroke.CAP_SQUARE);
        if (stroke == null) {
            return;
        }
        start(pen, stroke);
        if (isDouble(pen)) {
            float third = JRPenUtil.getLineWidthOrDefault(pen, DPI) / 3;
            path(grown(shape, third));
            canvas.operator("S ");
            path(grown(shape, -third));
        } else {
            path(shape);
        }
        canvas.operator("S ");
        canvas.restore();
    }

    private static Shape grown(Shape shape, double by) {
        Rectangle2D box = shape.getBounds2D();
        Rectangle2D frame = new Rectangle2D.Double(
                box.getX() - by,
                box.getY() - by,
                Math.max(0, box.getWidth() + 2 * by),
                Math.max(0, box.getHeight() + 2 * by));
        if (shape instanceof RoundRectangle2D round) {
            double diameter = Math.max(0, round.getArcWidth() + 2 * by);
            return new RoundRectangle2D.Double(
                    frame.getX(), frame.getY(), frame.getWidth(), frame.getHeight(), diameter, diameter);
        } else if (shape instanceof Ellipse2D) {
            return new Ellipse2D.Double(frame.getX(), frame.getY(), frame.getWidth(), frame.getHeight());
        }
        return frame;
    }

    /** @param inside 1 if the inside of the box is right of or below the side, -1 if left or above */
    private void side(JRPen pen, float width, double x1, double y1, double x2, double y2, int inside) {
        if (width <= 0) {
            return;
        }
        BasicStroke stroke = stroke(pen, BasicStroke.CAP_BUTT);
        if (isDouble(pen)) {
            double shift = inside * width / 3;
            double dx = x1 == x2 ? shift : 0;
            double dy = x1 == x2 ? 0 : shift;
            segment(pen, stroke, x1 - dx, x2 - dx, y1 - dy, y2 - dy, false);
            // the inner line meets the inner lines of the other sides
            double inset = 2 * width / 3;
            double shortX = x1 == x2 ? 0 : inset;
            double shortY = x1 == x2 ? inset : 0;
            segment(pen, stroke, x1 + dx + shortX, x2 + dx - shortX, y1 + dy + shortY, y2 + dy - shortY, false);
        } else {
            segment(pen, stroke, x1, x2, y1, y2, false);
        }
    }

    private void segment(JRPen pen, BasicStroke stroke, double x1, double x2, double y1, double y2, boolean rising) {
        start(pen, stroke);
        canvas.point(x1, rising ? y2 : y1, "m ");
        canvas.point(x2, rising ? y1 : y2, "l S ");
        canvas.restore();
    }

    private void start(JRPen pen, BasicStroke stroke) {
        canvas.save();
        canvas.stroke(pen.getLineColor());
        canvas.content().number(stroke.getLineWidth()).ascii("w ");
        float[] dashes = stroke.getDashArray() == null ? SOLID : stroke.getDashArray();
        if (stroke.getEndCap() == BasicStroke.CAP_SQUARE) {
            canvas.operator("2 J ");
        }
        if (dashes.length > 0) {
            canvas.operator("[");
            for (float dash : dashes) {
                canvas.content().number(dash);
            }
            canvas.operator("]0 d ");
        }
    }

    private void path(Shape shape) {
        if (shape instanceof Rectangle2D box) {
            canvas.rectangle(box.getX(), box.getY(), box.getWidth(), box.getHeight());
            return;
        }
        double[] points = new double[6];
        for (PathIterator i = new Path2D.Double(shape).getPathIterator(null); !i.isDone(); i.next()) {
            switch (i.currentSegment(points)) {
                case PathIterator.SEG_MOVETO -> canvas.point(points[0], points[1], "m ");
                case PathIterator.SEG_LINETO -> canvas.point(points[0], points[1], "l ");
                case PathIterator.SEG_CUBICTO -> {
                    canvas.point(points[0], points[1], "");
                    canvas.point(points[2], points[3], "");
                    canvas.point(points[4], points[5], "c ");
                }
                case PathIterator.SEG_CLOSE -> canvas.operator("h ");
                default -> throw new IllegalStateException("Ellipses and rectangles have no quadratic curves");
            }
        }
    }

    private void begin() {
        StructureElement figure = tagger.figure();
        canvas.begin(figure);
    }

    private static boolean isDouble(JRPen pen) {
        return pen.getLineStyle() == LineStyleEnum.DOUBLE;
    }

    private static float width(JRPen pen) {
        Float width = pen == null ? null : pen.getLineWidth();
        return width == null ? 0 : width;
    }

    /** Null if the pen draws nothing. */
    private static BasicStroke stroke(JRPen pen, int cap) {
        return (BasicStroke) JRPenUtil.getStroke(pen, cap, DPI);
    }
}
