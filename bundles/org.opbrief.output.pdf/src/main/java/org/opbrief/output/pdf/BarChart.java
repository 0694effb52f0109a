package org.opbrief.output.pdf;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.OptionalDouble;

/** Bars that stand on the axis: for a few categories with short names. */
final class BarChart extends ChartDrawing {
    private static final long serialVersionUID = 1;

    BarChart(ChartData data, Numbers numbers, HouseContext context) {
        super(data, numbers, context);
    }

    /** Whether the names of the categories fit side by side under the bars. */
    boolean fits() {
        double slot = (Look.WIDTH - 60.0) / Math.max(1, data.categories().size());
        return data.categories().size() <= 16 && widest(data.categories()) < slot - 4;
    }

    @Override
    int height() {
        return 210;
    }

    @Override
    protected void draw(Graphics2D graphics, double drawnWidth, double drawnHeight) {
        double top = legend(graphics, drawnWidth) + 10;
        Axis axis = axis(5);
        // below the value of a bar that hangs down to the end of the axis
        int names = axis.from() < 0 ? 20 : 10;
        double bottom = drawnHeight - 16 - names;
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
        double slot = (right - left) / data.categories().size();
        double bar = Math.min(46, slot * 0.72 / data.series().size());
        boolean valued = data.series().size() == 1;
        double zero = bottom - axis.share(0) * (bottom - top);
        for (int category = 0; category < data.categories().size(); category++) {
            double middle = left + slot * (category + 0.5);
            text(graphics, data.categories().get(category), middle, bottom + names, 0.5, Look.INK);
            for (int series = 0; series < data.series().size(); series++) {
                OptionalDouble value = data.series().get(series).values().get(category);
                if (value.isEmpty()) {
                    continue;
                }
                double x = middle + (series - data.series().size() / 2.0) * bar;
                double y = bottom - axis.share(value.getAsDouble()) * (bottom - top);
                graphics.setColor(color(series));
                graphics.fill(new Rectangle2D.Double(x, Math.min(y, zero), bar - 1, Math.abs(y - zero)));
                String words = value(value.getAsDouble());
                if (valued && width.of(words) < slot) {
                    text(graphics, words, middle, (y <= zero ? y - 3 : y + 9), 0.5, Look.INK);
                }
            }
        }
        line(graphics, left, zero, right, zero, Look.GREY, 0.8f);
    }
}
