package org.opbrief.workbench.explore;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.opbrief.api.report.Section.Kind;
import org.opbrief.workbench.widget.Controls;

/** Shows a chart: its title, the names of its series, then bars or lines. */
final class ChartCanvas extends Canvas {
    private static final int MARGIN = 10;

    private ChartContent content = ChartContent.NONE;

    ChartCanvas(Composite parent) {
        super(parent, SWT.BORDER | SWT.DOUBLE_BUFFERED);
        addPaintListener(event -> paint(event.gc));
        addListener(SWT.Resize, event -> redraw());
        Controls.named(this, Messages.get("chart.name"));
    }

    void show(ChartContent newContent) {
        content = newContent;
        redraw();
    }

    ChartContent content() {
        return content;
    }

    private void paint(GC gc) {
        Rectangle area = getClientArea();
        gc.setBackground(getBackground());
        gc.fillRectangle(area);
        gc.setForeground(getForeground());
        gc.setAntialias(SWT.ON);
        int line = gc.getFontMetrics().getHeight();
        gc.drawText(content.title(), MARGIN, MARGIN, true);
        int top = MARGIN + line + MARGIN;
        if (content.series().size() > 1) {
            top = legend(gc, area.width, top, line);
        }
        if (!content.note().isEmpty()) {
            gc.drawText(content.note(), MARGIN, top, true);
            top += line + MARGIN;
        }
        Rectangle rest = new Rectangle(MARGIN, top, area.width - 2 * MARGIN, area.height - top - MARGIN);
        if (content.kind() == Kind.LINE) {
            new LinePainter(content, gc, rest).paint();
        } else {
            new BarPainter(content, gc, rest).paint();
        }
    }

    /** @return where it ends */
    private int legend(GC gc, int width, int top, int line) {
        int x = MARGIN;
        int y = top;
        for (int i = 0; i < content.series().size(); i++) {
            String name = content.series().get(i).name();
            int needed = line + gc.textExtent(name).x + 2 * MARGIN;
            if (x > MARGIN && x + needed > width) {
                x = MARGIN;
                y += line;
            }
            gc.setBackground(SeriesColors.of(i));
            gc.fillRectangle(x, y + 3, line - 6, line - 6);
            gc.drawText(name, x + line, y, true);
            x += needed;
        }
        return y + line + MARGIN;
    }
}
