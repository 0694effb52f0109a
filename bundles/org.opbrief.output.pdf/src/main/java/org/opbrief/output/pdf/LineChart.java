package org.opbrief.output.pdf;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.OptionalDouble;

/** Lines over categories, which stand as far apart as their years or days are. */
final class LineChart extends ChartDrawing {
    private static final long serialVersionUID = 1;

    private static final float[][] DASHES = {{}, {5, 2}, {1.5f, 2}, {7, 2, 1.5f, 2}};
    private static final int MOST_MARKERS = 40;

    LineChart(ChartData data, Numbers numbers, HouseContext context) {
        super(data, numbers, context);
    }

    @Override
    int height() {
        return 210;
    }

    @Override
    protected void draw(Graphics2D graphics, double drawnWidth, double drawnHeight) {
        double top = legend(graphics, drawnWidth) + 12;
        double bottom = drawnHeight - 26;
        Axis axis = axis(5);
        List<String> marks = axis.marks().stream().map(at -> mark(axis, at)).toList();
        double left = 14 + widest(marks) + 6;
        double right = drawnWidth - 4;
        for (int i = 0; i < marks.size(); i++) {
            double y = bottom - axis.share(axis.marks().get(i)) * (bottom - top);
            line(graphics, left, y, right, y, Look.HAIRLINE, 0.4f);
            text(graphics, marks.get(i), left - 5, y + 2.6, 1, Look.GREY);
        }
        upright(graphics, data.yTitle(), 8, (top + bottom + width.of(data.yTitle())) / 2, Look.GREY);
        text(graphics, data.xTitle(), (left + right) / 2, drawnHeight - 3, 0.5, Look.GREY);
        double edge = Math.min(40, (right - left) / 8);
        double[] xs = places(left + edge, right - edge);
        categories(graphics, xs, bottom);
        double zero = bottom - axis.share(0) * (bottom - top);
        line(graphics, left, zero, right, zero, Look.GREY, 0.8f);
        for (int series = 0; series < data.series().size(); series++) {
            double[] ys = new double[xs.length];
            List<OptionalDouble> values = data.series().get(series).values();
            for (int i = 0; i < xs.length; i++) {
                ys[i] = values.get(i).isEmpty()
                        ? Double.NaN
                        : bottom - axis.share(values.get(i).getAsDouble()) * (bottom - top);
            }
            series(graphics, series, xs, ys);
        }
    }

    private double[] places(double left, double right) {
        double first =
                data.places().stream().mapToDouble(Double::doubleValue).min().orElse(0);
        double last =
                data.places().stream().mapToDouble(Double::doubleValue).max().orElse(0);
        return data.places().stream()
                .mapToDouble(place ->
                        last == first ? (left + right) / 2 : left + (place - first) / (last - first) * (right - left))
                .toArray();
    }

    /** Names of the categories; those that would run into the one before are left out. */
    private void categories(Graphics2D graphics, double[] xs, double bottom) {
        double free = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < xs.length; i++) {
            String name = data.categories().get(i);
            double half = width.of(name) / 2;
            if (xs[i] - half > free) {
                line(graphics, xs[i], bottom, xs[i], bottom + 2.5, Look.GREY, 0.5f);
                text(graphics, name, xs[i], bottom + 11, 0.5, Look.INK);
                free = xs[i] + half + 6;
            }
        }
    }

    private void series(Graphics2D graphics, int series, double[] xs, double[] ys) {
        Path2D path = new Path2D.Double();
        boolean drawing = false;
        for (int i = 0; i < xs.length; i++) {
            if (Double.isNaN(ys[i])) {
                drawing = false;
            } else if (drawing) {
                path.lineTo(xs[i], ys[i]);
            } else {
                path.moveTo(xs[i], ys[i]);
                drawing = true;
            }
        }
        graphics.setColor(color(series));
        graphics.setStroke(stroke(series));
        graphics.draw(path);
        boolean valued = data.series().size() == 1 && fitSideBySide(xs);
        for (int i = 0; i < xs.length; i++) {
            if (!Double.isNaN(ys[i])) {
                if (xs.length <= MOST_MARKERS) {
                    marker(graphics, series, xs[i], ys[i]);
                }
                if (valued) {
                    double value = data.series().get(series).values().get(i).orElse(0);
                    text(graphics, value(value), xs[i], ys[i] - 6, 0.5, Look.INK);
                }
            }
        }
    }

    private boolean fitSideBySide(double[] xs) {
        double widest = data.series().get(0).values().stream()
                .filter(OptionalDouble::isPresent)
                .mapToDouble(value -> width.of(value(value.getAsDouble())))
                .max()
                .orElse(0);
        for (int i = 1; i < xs.length; i++) {
            if (Math.abs(xs[i] - xs[i - 1]) < widest + 6) {
                return false;
            }
        }
        return true;
    }

    private static BasicStroke stroke(int series) {
        float[] dash = DASHES[series % DASHES.length];
        return dash.length == 0
                ? new BasicStroke(1.6f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND)
                : new BasicStroke(1.6f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, dash, 0);
    }

    /** Shapes differ from series to series, as their dashes do: colours alone are lost in grey. */
    private static void marker(Graphics2D graphics, int series, double x, double y) {
        Shape shape =
                switch (series % 3) {
                    case 0 -> new Ellipse2D.Double(x - 2.6, y - 2.6, 5.2, 5.2);
                    case 1 -> new Rectangle2D.Double(x - 2.4, y - 2.4, 4.8, 4.8);
                    default -> triangle(x, y);
                };
        graphics.setColor(series / 3 % 2 == 0 ? color(series) : Color.WHITE);
        graphics.fill(shape);
        graphics.setColor(color(series));
        graphics.setStroke(new BasicStroke(0.9f));
        graphics.draw(shape);
    }

    private static Shape triangle(double x, double y) {
        Path2D path = new Path2D.Double();
        path.moveTo(x, y - 3.2);
        path.lineTo(x + 3, y + 2.4);
        path.lineTo(x - 3, y + 2.4);
        path.closePath();
        return path;
    }

    @Override
    protected void sample(Graphics2D graphics, int series, double x, double y) {
        graphics.setColor(color(series));
        graphics.setStroke(stroke(series));
        graphics.draw(new java.awt.geom.Line2D.Double(x, y, x + 16, y));
        marker(graphics, series, x + 8, y);
    }
}
