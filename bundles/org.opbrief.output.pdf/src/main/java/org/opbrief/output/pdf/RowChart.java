package org.opbrief.output.pdf;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.OptionalDouble;

/** Bars that lie side by side, one row a category: for many categories or long names. */
final class RowChart extends ChartDrawing {
    private static final long serialVersionUID = 1;

    private static final int HIGHEST = 590;
    private static final int AROUND = 34;

    RowChart(ChartData data, Numbers numbers, HouseContext context) {
        super(data, numbers, context);
    }

    @Override
    int height() {
        double row = Math.max(13, 7.0 * data.series().size() + 5);
        int legend = data.series().size() < 2 ? 0 : 18;
        return (int) Math.min(
                HIGHEST, Math.max(90, AROUND + legend + row * data.categories().size()));
    }

    @Override
    protected void draw(Graphics2D graphics, double drawnWidth, double drawnHeight) {
        double top = legend(graphics, drawnWidth) + 2;
        double bottom = drawnHeight - 28;
        Axis axis = axis(6);
        double left = Math.min(170, widest(data.categories())) + 8;
        double right = drawnWidth - widestValue() - 6;
        for (double at : axis.marks()) {
            double x = left + axis.share(at) * (right - left);
            line(graphics, x, top, x, bottom, Look.HAIRLINE, 0.4f);
            text(graphics, mark(axis, at), x, bottom + 10, 0.5, Look.GREY);
        }
        text(graphics, data.yTitle(), (left + right) / 2, drawnHeight - 4, 0.5, Look.GREY);
        double slot = (bottom - top) / data.categories().size();
        double bar = slot * 0.74 / data.series().size();
        // rows that are lower than a line of text are not all named
        int named = Math.max(1, (int) Math.ceil(8 / slot));
        double zero = left + axis.share(0) * (right - left);
        for (int category = 0; category < data.categories().size(); category++) {
            double middle = top + slot * (category + 0.5);
            if (category % named == 0) {
                text(graphics, width.fit(data.categories().get(category), 170), left - 6, middle + 2.6, 1, Look.INK);
            }
            for (int series = 0; series < data.series().size(); series++) {
                OptionalDouble value = data.series().get(series).values().get(category);
                if (value.isPresent()) {
                    double y = middle + (series - data.series().size() / 2.0) * bar;
                    bar(graphics, series, value.getAsDouble(), axis, List.of(left, right, zero, y, bar));
                }
            }
        }
        line(graphics, zero, top, zero, bottom, Look.GREY, 0.8f);
    }

    private double widestValue() {
        return data.series().stream()
                .flatMap(series -> series.values().stream())
                .filter(OptionalDouble::isPresent)
                .mapToDouble(value -> width.of(value(value.getAsDouble())))
                .max()
                .orElse(0);
    }

    private void bar(Graphics2D graphics, int series, double value, Axis axis, List<Double> at) {
        double x = at.get(0) + axis.share(value) * (at.get(1) - at.get(0));
        double zero = at.get(2);
        double bar = at.get(4);
        graphics.setColor(color(series));
        graphics.fill(new Rectangle2D.Double(
                Math.min(x, zero), at.get(3), Math.abs(x - zero), Math.max(bar - (bar > 4 ? 0.5 : 0), 0.5)));
        if (bar >= 6.5) {
            text(graphics, value(value), Math.max(x, zero) + 3, at.get(3) + bar / 2 + 2.6, 0, Look.INK);
        }
    }
}
