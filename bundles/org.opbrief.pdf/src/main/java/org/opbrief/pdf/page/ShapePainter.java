package org.opbrief.pdf.page;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import net.sf.jasperreports.engine.JRPrintElement;
import net.sf.jasperreports.engine.JRPrintEllipse;
import net.sf.jasperreports.engine.JRPrintGraphicElement;
import net.sf.jasperreports.engine.JRPrintLine;
import net.sf.jasperreports.engine.JRPrintRectangle;
import net.sf.jasperreports.engine.type.LineDirectionEnum;
import net.sf.jasperreports.engine.type.ModeEnum;
import org.opbrief.pdf.structure.StructureElement;
import org.opbrief.pdf.structure.Tagger;

/** Backgrounds, boxes, lines, rectangles and ellipses: artifacts, unless they are part of a figure. */
public final class ShapePainter {
    private final Canvas canvas;
    private final Tagger tagger;

    public ShapePainter(Canvas canvas, Tagger tagger) {
        this.canvas = canvas;
        this.tagger = tagger;
    }

    void background(JRPrintElement element, int offsetX, int offsetY) {
        if (element.getMode() == ModeEnum.OPAQUE) {
            background(element.getBackcolor(), element, offsetX, offsetY);
        }
    }

    void background(Color color, JRPrintElement element, int offsetX, int offsetY) {
        begin();
        canvas.fill(color);
        canvas.rectangle(offsetX + element.getX(), offsetY + element.getY(), element.getWidth(), element.getHeight());
        canvas.operator("f\n");
        canvas.end();
    }

    void box(Box box, JRPrintElement element, int offsetX, int offsetY) {
        if (!box.draws()) {
            return;
        }
        double x1 = offsetX + element.getX();
        double y1 = offsetY + element.getY();
        double x2 = x1 + element.getWidth();
        double y2 = y1 + element.getHeight();
        double top = y1 - box.top().width() / 2;
        double left = x1 - box.left().width() / 2;
        double bottom = y2 + box.bottom().width() / 2;
        double right = x2 + box.right().width() / 2;
        begin();
        side(box.top(), left, y1, right, y1, 1);
        side(box.left(), x1, top, x1, bottom, 1);
        side(box.bottom(), left, y2, right, y2, -1);
        side(box.right(), x2, top, x2, bottom, -1);
        canvas.end();
    }

    /** Outline of an image that has no box. */
    void pen(JRPrintGraphicElement element, int offsetX, int offsetY) {
        Pen pen = Pen.ofSide(element.getLinePen());
        if (pen.draws()) {
            begin();
            outline(
                    pen,
                    new Rectangle2D.Double(
                            offsetX + element.getX(),
                            offsetY + element.getY(),
                            element.getWidth(),
                            element.getHeight()));
            canvas.end();
        }
    }

    void line(JRPrintLine line, int offsetX, int offsetY) {
        Pen pen = Pen.ofShape(line.getLinePen(), BasicStroke.CAP_BUTT);
        if (!pen.draws()) {
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
        if (pen.twofold()) {
            // two lines of a third of the width, that far from the middle
            double length = Math.hypot(x2 - x1, y2 - y1);
            double shift = pen.width() / 3;
            double dx = length == 0 ? 0 : shift * (y2 - y1) / length * (rising ? -1 : 1);
            double dy = length == 0 ? 0 : shift * (x2 - x1) / length;
            segment(pen, x1 + dx, x2 + dx, y1 - dy, y2 - dy, rising);
            segment(pen, x1 - dx, x2 - dx, y1 + dy, y2 + dy, rising);
        } else {
            segment(pen, x1, x2, y1, y2, rising);
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
        outline(Pen.ofShape(element.getLinePen(), BasicStroke.CAP_SQUARE), shape);
        canvas.end();
    }

    private void outline(Pen pen, Shape shape) {
        if (!pen.draws()) {
            return;
        }
        canvas.stroke(pen.color(), pen.stroke());
        if (pen.twofold()) {
            path(grown(shape, pen.width() / 3));
            canvas.operator("S ");
            path(grown(shape, -pen.width() / 3));
        } else {
            path(shape);
        }
        canvas.operator("S\n");
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
    private void side(Pen pen, double x1, double y1, double x2, double y2, int inside) {
        if (!pen.draws()) {
            return;
        }
        if (pen.twofold()) {
            double shift = inside * pen.width() / 3;
            double dx = x1 == x2 ? shift : 0;
            double dy = x1 == x2 ? 0 : shift;
            segment(pen, x1 - dx, x2 - dx, y1 - dy, y2 - dy, false);
            // the inner line meets the inner lines of the other sides
            double inset = 2 * pen.width() / 3;
            double shortX = x1 == x2 ? 0 : inset;
            double shortY = x1 == x2 ? inset : 0;
            segment(pen, x1 + dx + shortX, x2 + dx - shortX, y1 + dy + shortY, y2 + dy - shortY, false);
        } else {
            segment(pen, x1, x2, y1, y2, false);
        }
    }

    private void segment(Pen pen, double x1, double x2, double y1, double y2, boolean rising) {
        canvas.stroke(pen.color(), pen.stroke());
        canvas.point(x1, rising ? y2 : y1, "m ");
        canvas.point(x2, rising ? y1 : y2, "l S\n");
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
}
