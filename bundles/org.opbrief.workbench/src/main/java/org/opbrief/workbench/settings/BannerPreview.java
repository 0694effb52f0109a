package org.opbrief.workbench.settings;

import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.opbrief.api.report.Marking;

/** A marking as pages carry it, or a word where they carry none. */
final class BannerPreview {
    private static final int AROUND = 4;

    private final Canvas canvas;
    private Optional<Marking> marking = Optional.empty();

    /** @param edition for those who hear it */
    BannerPreview(Composite area, String id, String edition) {
        canvas = new Canvas(area, SWT.DOUBLE_BUFFERED | SWT.NO_FOCUS);
        canvas.setData("id", id);
        canvas.addPaintListener(event -> paint(event.gc));
        canvas.getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent event) {
                event.result = Messages.get("agencyPreview", edition, words());
            }
        });
    }

    Canvas canvas() {
        return canvas;
    }

    /** @param marking empty if it is another in each report */
    void show(Optional<Marking> marking) {
        this.marking = marking;
        canvas.setData("shown", words());
        canvas.redraw();
    }

    /** As high as a line of text with some room. */
    Point size(int width) {
        GC gc = new GC(canvas);
        try {
            return new Point(width, gc.getFontMetrics().getHeight() + 2 * AROUND);
        } finally {
            gc.dispose();
        }
    }

    private String words() {
        return marking.map(Marking::text)
                .map(text -> text.isBlank() ? Messages.get("agencyNoBanner") : text)
                .orElseGet(() -> Messages.get("agencyReportsDiffer"));
    }

    private void paint(GC gc) {
        Rectangle area = canvas.getClientArea();
        Optional<Marking> banner = marking.filter(each -> !each.text().isBlank());
        if (banner.isPresent()) {
            gc.setBackground(new Color(rgb(banner.get().color())));
            gc.setForeground(new Color(rgb(banner.get().ink())));
            gc.fillRectangle(area);
        } else {
            gc.setLineStyle(SWT.LINE_DOT);
            gc.drawRectangle(0, 0, area.width - 1, area.height - 1);
        }
        String text = fitting(gc, words(), area.width - 2 * AROUND);
        Point extent = gc.textExtent(text, SWT.DRAW_TRANSPARENT);
        gc.drawText(text, (area.width - extent.x) / 2, (area.height - extent.y) / 2, true);
    }

    /** A banner in a document has as many lines as it needs; here the beginning is enough. */
    private static String fitting(GC gc, String text, int width) {
        String shown = text;
        int letters = text.length();
        while (letters > 1 && gc.textExtent(shown, SWT.DRAW_TRANSPARENT).x > width) {
            letters--;
            shown = text.substring(0, letters).strip() + "…";
        }
        return shown;
    }

    static RGB rgb(String color) {
        int value = Integer.decode(color);
        return new RGB(value >> 16 & 255, value >> 8 & 255, value & 255);
    }

    static String color(RGB rgb) {
        return String.format("#%02x%02x%02x", rgb.red, rgb.green, rgb.blue);
    }
}
