package org.opbrief.workbench.briefing;

import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.graphics.Rectangle;

/** Draws what can be seen of the pages, what was found and which figure the user is at. */
final class PagePainter {
    private static final Color FOUND = new Color(255, 214, 64);
    private static final Color CURRENT = new Color(255, 138, 0);
    private static final Color FIGURE = new Color(38, 98, 168);
    private static final Color PAPER = new Color(255, 255, 255);
    private static final Color GREY = new Color(110, 110, 110);

    private final PageCanvas canvas;
    private String instead = "";

    PagePainter(PageCanvas canvas) {
        this.canvas = canvas;
    }

    void paint(GC gc, Rectangle area) {
        Color desk = desk();
        gc.setBackground(desk);
        gc.fillRectangle(area);
        PageLayout layout = canvas.pageLayout();
        if (layout.count() == 0) {
            empty(gc, area);
            return;
        }
        gc.setInterpolation(SWT.HIGH);
        int top = canvas.origin().y;
        for (int page = layout.pageAt(top); page < layout.count() && layout.top(page) < top + area.height; page++) {
            page(gc, page, area);
        }
    }

    /** A shade of the widget's background, in a light and in a dark theme. */
    private Color desk() {
        RGB base = canvas.getParent().getBackground().getRGB();
        boolean dark = base.red + base.green + base.blue < 3 * 128;
        double factor = dark ? 0.8 : 0.87;
        return new Color((int) (base.red * factor), (int) (base.green * factor), (int) (base.blue * factor));
    }

    /** @param words what stands in the place of pages when there are none */
    void instead(String words) {
        instead = words;
    }

    /** What a screen reader says when there are no pages. */
    String nothing() {
        return instead.isEmpty() ? Messages.of("preview.none") : instead;
    }

    private void empty(GC gc, Rectangle area) {
        Point extent = gc.textExtent(instead);
        gc.setForeground(canvas.getParent().getForeground());
        gc.drawText(instead, (area.width - extent.x) / 2, (area.height - extent.y) / 2, true);
    }

    private void page(GC gc, int page, Rectangle area) {
        PageLayout layout = canvas.pageLayout();
        Rectangle paper = new Rectangle(
                layout.left(page, area.width) - canvas.origin().x,
                layout.top(page) - canvas.origin().y,
                layout.width(page),
                layout.height(page));
        shadow(gc, paper);
        gc.setBackground(PAPER);
        gc.fillRectangle(paper);
        PageImages images = canvas.images().orElseThrow();
        Optional<Image> image = images.image(page, paper.width);
        image.ifPresent(drawn -> {
            Rectangle size = drawn.getBounds();
            gc.drawImage(drawn, 0, 0, size.width, size.height, paper.x, paper.y, paper.width, paper.height);
        });
        images.failure(page).ifPresent(words -> {
            gc.setForeground(GREY);
            gc.drawText(words, paper.x + 20, paper.y + 20, true);
        });
        marks(gc, page);
    }

    private void marks(GC gc, int page) {
        List<Hit> hits = canvas.hits();
        for (int i = 0; i < hits.size(); i++) {
            if (hits.get(i).page() == page) {
                gc.setBackground(i == canvas.hit() ? CURRENT : FOUND);
                gc.setAlpha(i == canvas.hit() ? 130 : 100);
                for (Rectangle2D box : hits.get(i).boxes()) {
                    gc.fillRectangle(canvas.onScreen(page, box));
                }
            }
        }
        gc.setAlpha(255);
        canvas.hovered().filter(spot -> spot.page() == page).ifPresent(spot -> {
            gc.setBackground(FIGURE);
            gc.setAlpha(24);
            gc.fillRectangle(canvas.onScreen(page, spot.box()));
            gc.setAlpha(255);
            outline(gc, spot, 1);
        });
        canvas.focused().filter(spot -> spot.page() == page).ifPresent(spot -> outline(gc, spot, 2));
    }

    private void outline(GC gc, Spot spot, int width) {
        Rectangle box = canvas.onScreen(spot.page(), spot.box());
        gc.setForeground(FIGURE);
        gc.setLineWidth(width);
        gc.drawRoundRectangle(box.x - 2, box.y - 2, box.width + 4, box.height + 4, 6, 6);
        gc.setLineWidth(1);
    }

    private static void shadow(GC gc, Rectangle paper) {
        gc.setBackground(new Color(0, 0, 0));
        for (int i = 3; i >= 1; i--) {
            gc.setAlpha(18);
            gc.fillRoundRectangle(
                    paper.x - i + 1, paper.y - i + 2, paper.width + 2 * i - 2, paper.height + 2 * i, 6, 6);
        }
        gc.setAlpha(255);
    }
}
