package org.opbrief.workbench.explore;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.opbrief.workbench.widget.Controls;

/** Bars that lie one below the other, as many as there is room for. */
final class BarChart extends Canvas {
    private static final int MARGIN = 10;
    private static final int GAP = 5;
    private static final int LABEL = 220;

    /** @param shown the number as a reader sees it */
    record Bar(String label, BigDecimal value, String shown) {}

    private final Color color = new Color(46, 109, 164);
    private String title = "";
    private List<Bar> bars = List.of();

    BarChart(Composite parent) {
        super(parent, SWT.BORDER | SWT.DOUBLE_BUFFERED);
        addPaintListener(event -> paint(event.gc));
        addListener(SWT.Resize, event -> redraw());
        Controls.named(this, Messages.get("chart.name"));
    }

    void show(String newTitle, List<Bar> newBars) {
        title = newTitle;
        bars = List.copyOf(newBars);
        redraw();
    }

    List<Bar> bars() {
        return bars;
    }

    private void paint(GC gc) {
        Rectangle area = getClientArea();
        gc.setBackground(getBackground());
        gc.fillRectangle(area);
        gc.setForeground(getForeground());
        int line = gc.getFontMetrics().getHeight();
        gc.drawText(title, MARGIN, MARGIN, true);
        int top = MARGIN + line + MARGIN;
        int fit = Math.max(1, (area.height - top - MARGIN) / (line + GAP));
        List<Bar> shown = new ArrayList<>(bars.subList(0, Math.min(bars.size(), fit)));
        boolean cut = shown.size() < bars.size();
        if (cut && shown.size() > 1) {
            shown.remove(shown.size() - 1);
        }
        BigDecimal largest = shown.stream().map(bar -> bar.value().abs()).reduce(BigDecimal.ZERO, BigDecimal::max);
        int labels = 0;
        int numbers = 0;
        for (Bar bar : shown) {
            labels = Math.max(labels, gc.textExtent(bar.label()).x);
            numbers = Math.max(numbers, gc.textExtent(bar.shown()).x);
        }
        labels = Math.min(labels, Math.min(LABEL, area.width / 3));
        int left = MARGIN + labels + MARGIN;
        int room = Math.max(10, area.width - left - numbers - 2 * MARGIN);
        int y = top;
        for (Bar bar : shown) {
            String label = shortened(gc, bar.label(), labels);
            Point extent = gc.textExtent(label);
            gc.drawText(label, left - MARGIN - extent.x, y, true);
            int width = largest.signum() == 0
                    ? 0
                    : (int) Math.round(bar.value().abs().doubleValue() / largest.doubleValue() * room);
            gc.setBackground(color);
            gc.fillRectangle(left, y + 2, width, line - 4);
            gc.drawText(bar.shown(), left + width + GAP, y, true);
            y += line + GAP;
        }
        if (cut) {
            gc.drawText(Messages.get("chart.more", bars.size() - shown.size()), left, y, true);
        }
    }

    private static String shortened(GC gc, String text, int width) {
        String cut = text;
        while (cut.length() > 1 && gc.textExtent(cut).x > width) {
            cut = cut.replaceFirst("…$", "");
            cut = cut.substring(0, cut.length() - 1) + "…";
        }
        return cut;
    }
}
