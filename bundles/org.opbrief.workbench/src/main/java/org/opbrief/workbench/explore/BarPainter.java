package org.opbrief.workbench.explore;

import java.math.BigDecimal;
import java.util.Optional;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;

/** Bars that lie one below the other, as many as there is room for; those of one category side by side. */
final class BarPainter {
    private static final int MARGIN = 10;
    private static final int GAP = 5;
    private static final int LABEL = 220;

    private final ChartContent content;
    private final GC gc;
    private final Rectangle area;
    private final int line;

    BarPainter(ChartContent content, GC gc, Rectangle area) {
        this.content = content;
        this.gc = gc;
        this.area = area;
        this.line = gc.getFontMetrics().getHeight();
    }

    void paint() {
        int height = line * content.series().size();
        int count = fitting(height + GAP);
        int labels = 0;
        int numbers = 0;
        for (int i = 0; i < count; i++) {
            labels = Math.max(labels, gc.textExtent(content.categories().get(i)).x);
            for (ChartContent.Series series : content.series()) {
                numbers = Math.max(
                        numbers,
                        series.values()
                                .get(i)
                                .map(value -> gc.textExtent(content.text(value)).x)
                                .orElse(0));
            }
        }
        labels = Math.min(labels, Math.min(LABEL, area.width / 3));
        int left = area.x + labels + MARGIN;
        int room = Math.max(10, area.x + area.width - left - numbers - GAP);
        int y = area.y;
        for (int i = 0; i < count; i++) {
            String label = shortened(content.categories().get(i), labels);
            Point extent = gc.textExtent(label);
            gc.drawText(label, left - MARGIN - extent.x, y + (height - line) / 2, true);
            for (int series = 0; series < content.series().size(); series++) {
                bar(series, i, left, y + series * line, room);
            }
            y += height + GAP;
        }
        if (count < content.categories().size()) {
            gc.drawText(content.more(count), left, y, true);
        }
    }

    /** How many categories are drawn; if not all are, there is a line left to say so. */
    private int fitting(int height) {
        int all = content.categories().size();
        return all * height <= area.height ? all : Math.min(all, Math.max(1, (area.height - line) / height));
    }

    private void bar(int series, int category, int left, int y, int room) {
        Optional<BigDecimal> value = content.series().get(series).values().get(category);
        if (value.isEmpty()) {
            return;
        }
        double largest = content.largest().doubleValue();
        int width = largest == 0 ? 0 : (int) Math.round(value.get().abs().doubleValue() / largest * room);
        gc.setBackground(SeriesColors.of(series));
        gc.fillRectangle(left, y + 2, width, line - 4);
        gc.drawText(content.text(value.get()), left + width + GAP, y, true);
    }

    private String shortened(String text, int width) {
        String cut = text;
        while (cut.length() > 1 && gc.textExtent(cut).x > width) {
            cut = cut.replaceFirst("…$", "");
            cut = cut.substring(0, cut.length() - 1) + "…";
        }
        return cut;
    }
}
