package org.opbrief.workbench.briefing;

import java.util.LinkedHashSet;
import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.opbrief.api.report.SectionKind;

/** Sketches a page of a report that was not run yet: a title, and then what its sections will show. */
final class SectionSketch {
    private static final int MARGIN = 6;
    private static final int GAP = 3;
    private static final int TITLE = 3;
    private static final int LINE = 2;
    private static final int[] BARS = {4, 7, 9, 6, 8};
    private static final Color STRONG = new Color(176, 190, 208);
    private static final Color SOFT = new Color(216, 224, 234);

    private final GC gc;
    private final int left;
    private final int width;
    private final int bottom;
    private int y;

    private SectionSketch(GC gc, Rectangle paper) {
        this.gc = gc;
        left = paper.x + MARGIN;
        width = paper.width - 2 * MARGIN;
        bottom = paper.y + paper.height - MARGIN;
        y = paper.y + MARGIN;
    }

    /** Each kind of section once, as many as the paper has room for. */
    static void draw(GC gc, Rectangle paper, List<SectionKind> sections) {
        SectionSketch sketch = new SectionSketch(gc, paper);
        sketch.fill(STRONG, 0, 0, sketch.width * 2 / 3, TITLE);
        sketch.y += TITLE + GAP;
        List<SectionKind> shown = sections.isEmpty() ? List.of(SectionKind.TEXT) : sections;
        for (SectionKind section : new LinkedHashSet<>(shown)) {
            if (sketch.y + height(section) > sketch.bottom) {
                return;
            }
            sketch.draw(section);
            sketch.y += height(section) + GAP;
        }
    }

    private static int height(SectionKind section) {
        return switch (section) {
            case HEADLINE, TEXT, SOURCES -> 6;
            case TABLE -> 8;
            case BAR_CHART, LINE_CHART -> 10;
        };
    }

    private void draw(SectionKind section) {
        switch (section) {
            case HEADLINE -> tiles();
            case TEXT -> lines(width, width * 2 / 3);
            case TABLE -> table();
            case BAR_CHART -> bars();
            case LINE_CHART -> curve();
            case SOURCES -> lines(width / 2, width / 3);
        }
    }

    private void tiles() {
        int tile = (width - 2 * GAP) / 3;
        for (int i = 0; i < 3; i++) {
            fill(SOFT, i * (tile + GAP), 0, tile, height(SectionKind.HEADLINE));
            fill(STRONG, i * (tile + GAP), 0, 2, height(SectionKind.HEADLINE));
        }
    }

    private void lines(int... widths) {
        for (int i = 0; i < widths.length; i++) {
            fill(SOFT, 0, 2 * LINE * i, widths[i], LINE);
        }
    }

    private void table() {
        fill(STRONG, 0, 0, width, LINE);
        int column = (width - 2 * GAP) / 3;
        for (int row = 1; row <= 2; row++) {
            for (int i = 0; i < 3; i++) {
                fill(SOFT, i * (column + GAP), 3 * row, column, 1);
            }
        }
    }

    private void bars() {
        int height = height(SectionKind.BAR_CHART) - 1;
        int step = width / BARS.length;
        for (int i = 0; i < BARS.length; i++) {
            fill(STRONG, i * step + 1, height - BARS[i], step - 3, BARS[i]);
        }
        fill(SOFT, 0, height, width, 1);
    }

    private void curve() {
        int height = height(SectionKind.LINE_CHART) - 1;
        fill(SOFT, 0, height, width, 1);
        gc.setAntialias(SWT.ON);
        gc.setLineWidth(2);
        gc.setForeground(STRONG);
        int step = (width - 2) / (BARS.length - 1);
        int[] points = new int[2 * BARS.length];
        for (int i = 0; i < BARS.length; i++) {
            points[2 * i] = left + 1 + i * step;
            // less of a zigzag than the bars
            points[2 * i + 1] = y + height - 1 - (BARS[i] + 2 * i) / 2;
        }
        gc.drawPolyline(points);
        gc.setLineWidth(1);
    }

    private void fill(Color color, int x, int down, int width, int height) {
        gc.setBackground(color);
        gc.fillRectangle(left + x, y + down, width, height);
    }
}
