package org.opbrief.workbench.explore;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;

/** Lines over time, from zero, with a grid of round numbers; broken where there is no value. */
final class LinePainter {
    private static final int GAP = 6;
    private static final int DOT = 5;
    private static final int LINES_APART = 3;
    private static final int FAINT = 60;
    private static final int FULL = 255;

    private final ChartContent content;
    private final GC gc;
    private final Rectangle area;
    private final int line;
    private BigDecimal lowest;
    private BigDecimal highest;

    LinePainter(ChartContent content, GC gc, Rectangle area) {
        this.content = content;
        this.gc = gc;
        this.area = area;
        this.line = gc.getFontMetrics().getHeight();
    }

    void paint() {
        if (content.categories().isEmpty()) {
            return;
        }
        List<BigDecimal> ticks = ticks();
        int numbers = ticks.stream()
                .mapToInt(tick -> gc.textExtent(tickText(tick)).x)
                .max()
                .orElse(0);
        int first = gc.textExtent(content.categories().get(0)).x / 2;
        int last = gc.textExtent(content.categories().get(content.categories().size() - 1)).x / 2;
        int left = area.x + Math.max(numbers + GAP, first) + DOT;
        Rectangle plot = new Rectangle(
                left,
                area.y + line / 2,
                Math.max(10, area.x + area.width - left - last - DOT),
                Math.max(10, area.height - 2 * line - GAP));
        for (BigDecimal tick : ticks) {
            int y = y(plot, tick);
            gc.setAlpha(FAINT);
            gc.drawLine(plot.x, y, plot.x + plot.width, y);
            gc.setAlpha(FULL);
            String text = tickText(tick);
            gc.drawText(text, plot.x - DOT - GAP - gc.textExtent(text).x, y - line / 2, true);
        }
        categories(plot);
        for (int i = 0; i < content.series().size(); i++) {
            line(plot, i);
        }
    }

    /** Round numbers from the lowest or zero to the highest or zero. */
    private List<BigDecimal> ticks() {
        List<BigDecimal> values = content.series().stream()
                .flatMap(series -> series.values().stream())
                .flatMap(Optional::stream)
                .toList();
        lowest = values.stream().reduce(BigDecimal.ZERO, BigDecimal::min);
        highest = values.stream().reduce(BigDecimal.ZERO, BigDecimal::max);
        BigDecimal step = step(highest.subtract(lowest), Math.max(1, area.height / (LINES_APART * line)));
        lowest = lowest.divide(step, 0, RoundingMode.FLOOR).multiply(step);
        highest = highest.divide(step, 0, RoundingMode.CEILING).multiply(step).max(lowest.add(step));
        List<BigDecimal> ticks = new ArrayList<>();
        for (BigDecimal tick = lowest; tick.compareTo(highest) <= 0; tick = tick.add(step)) {
            ticks.add(tick);
        }
        return ticks;
    }

    /** 1, 2 or 5 with zeros, so that not more than so many fill the range. */
    private BigDecimal step(BigDecimal range, int count) {
        BigDecimal least = BigDecimal.ONE.movePointLeft(content.decimals());
        BigDecimal rough = range.divide(BigDecimal.valueOf(count), MathContext.DECIMAL64);
        if (rough.compareTo(least) <= 0) {
            return least;
        }
        BigDecimal power = BigDecimal.ONE.scaleByPowerOfTen(rough.precision() - rough.scale() - 1);
        for (int factor : new int[] {1, 2, 5}) {
            BigDecimal step = power.multiply(BigDecimal.valueOf(factor));
            if (step.compareTo(rough) >= 0) {
                return step;
            }
        }
        return power.multiply(BigDecimal.TEN);
    }

    private String tickText(BigDecimal tick) {
        return AnswerText.number(tick, Math.max(0, tick.stripTrailingZeros().scale()));
    }

    /** As many names as have room. */
    private void categories(Rectangle plot) {
        int widest = content.categories().stream()
                .mapToInt(category -> gc.textExtent(category).x)
                .max()
                .orElse(0);
        int count = content.categories().size();
        int fit = Math.max(1, plot.width / (widest + 2 * GAP));
        int each = (count + fit - 1) / fit;
        for (int i = 0; i < count; i += each) {
            String category = content.categories().get(i);
            gc.drawText(category, x(plot, i) - gc.textExtent(category).x / 2, plot.y + plot.height + GAP, true);
        }
    }

    private void line(Rectangle plot, int number) {
        List<Optional<BigDecimal>> values = content.series().get(number).values();
        gc.setForeground(SeriesColors.of(number));
        gc.setBackground(SeriesColors.of(number));
        gc.setLineWidth(2);
        Optional<Point> before = Optional.empty();
        for (int i = 0; i < values.size(); i++) {
            int x = x(plot, i);
            Optional<Point> here = values.get(i).map(value -> new Point(x, y(plot, value)));
            if (here.isPresent()) {
                gc.fillOval(x - DOT / 2, here.get().y - DOT / 2, DOT, DOT);
                before.ifPresent(from -> gc.drawLine(from.x, from.y, here.get().x, here.get().y));
            }
            before = here;
        }
        gc.setLineWidth(1);
    }

    private int x(Rectangle plot, int category) {
        int steps = content.categories().size() - 1;
        return steps == 0 ? plot.x + plot.width / 2 : plot.x + (int) ((long) plot.width * category / steps);
    }

    private int y(Rectangle plot, BigDecimal value) {
        double share =
                value.subtract(lowest).doubleValue() / highest.subtract(lowest).doubleValue();
        return plot.y + plot.height - (int) Math.round(share * plot.height);
    }
}
