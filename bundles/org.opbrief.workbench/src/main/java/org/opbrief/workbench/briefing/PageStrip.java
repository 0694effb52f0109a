package org.opbrief.workbench.briefing;

import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;

/** The list of pages, small and with their numbers. */
final class PageStrip extends Canvas {
    private static final int SIDE = 16;
    private static final int NUMBER = 20;

    private final IntConsumer chosen;
    private Optional<PdfPages> pages = Optional.empty();
    private Optional<PageImages> images = Optional.empty();
    private PageLayout layout = new PageLayout(List.of(), 1, SIDE / 2, NUMBER);
    private int current;

    /** @param chosen told the page that the user wants, from 0 */
    PageStrip(Composite parent, IntConsumer chosen) {
        super(parent, SWT.V_SCROLL | SWT.DOUBLE_BUFFERED);
        this.chosen = chosen;
        setData("id", "preview.list");
        addListener(SWT.Paint, event -> paint(event.gc));
        addListener(SWT.Resize, event -> lay());
        addListener(SWT.Dispose, event -> images.ifPresent(PageImages::close));
        addListener(SWT.MouseDown, this::press);
        addListener(SWT.KeyDown, this::key);
        addListener(SWT.FocusIn, event -> redraw());
        addListener(SWT.FocusOut, event -> redraw());
        addListener(
                SWT.Traverse,
                event -> event.doit = event.detail != SWT.TRAVERSE_ARROW_NEXT
                        && event.detail != SWT.TRAVERSE_ARROW_PREVIOUS
                        && event.detail != SWT.TRAVERSE_PAGE_NEXT
                        && event.detail != SWT.TRAVERSE_PAGE_PREVIOUS);
        getVerticalBar().addListener(SWT.Selection, event -> redraw());
        getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent event) {
                event.result = pages.map(
                                all -> Messages.of("page.name", current + 1, all.count(), Messages.of("page.list")))
                        .orElseGet(() -> Messages.of("page.list"));
            }
        });
        lay();
    }

    void show(Optional<PdfPages> shown) {
        images.ifPresent(PageImages::close);
        pages = shown;
        images = shown.map(all -> new PageImages(getDisplay(), all, page -> redrawIfAlive(), () -> {}));
        current = 0;
        getVerticalBar().setSelection(0);
        lay();
        redraw();
    }

    /** Marks the page that is seen large. */
    void current(int page) {
        if (page != current && pages.isPresent()) {
            current = page;
            int top = layout.top(page) - getVerticalBar().getSelection();
            if (top < 0 || top + layout.height(page) + NUMBER > getClientArea().height) {
                getVerticalBar().setSelection(layout.top(page) - getClientArea().height / 3);
            }
            redraw();
        }
    }

    private void redrawIfAlive() {
        if (!isDisposed()) {
            redraw();
        }
    }

    private List<PdfPages.Size> sizes() {
        return pages.map(PdfPages::sizes).orElse(List.of());
    }

    /** Thumbnails are as wide as the list lets them; below each is room for its number. */
    private void lay() {
        double widest = sizes().stream().mapToDouble(PdfPages.Size::width).max().orElse(1);
        int width = Math.max(40, getClientArea().width - 2 * SIDE);
        layout = new PageLayout(sizes(), width / widest, SIDE / 2, NUMBER);
        PageCanvas.bar(getVerticalBar(), layout.height(), getClientArea().height);
    }

    private void paint(GC gc) {
        Rectangle area = getClientArea();
        gc.setBackground(getParent().getBackground());
        gc.fillRectangle(area);
        if (pages.isEmpty()) {
            return;
        }
        gc.setInterpolation(SWT.HIGH);
        int scrolled = getVerticalBar().getSelection();
        int first = layout.pageAt(scrolled);
        int last = layout.pageAt(scrolled + area.height);
        images.orElseThrow().only(first - 2, last + 2);
        for (int page = first; page <= last; page++) {
            thumb(gc, page, layout.top(page) - scrolled);
        }
    }

    private void thumb(GC gc, int page, int y) {
        Rectangle paper =
                new Rectangle(layout.left(page, getClientArea().width), y, layout.width(page), layout.height(page));
        gc.setBackground(new Color(255, 255, 255));
        gc.fillRectangle(paper);
        images.orElseThrow().image(page, paper.width).ifPresent(image -> {
            Rectangle size = image.getBounds();
            gc.drawImage(image, 0, 0, size.width, size.height, paper.x, paper.y, paper.width, paper.height);
        });
        boolean marked = page == current;
        gc.setForeground(
                marked
                        ? getDisplay().getSystemColor(SWT.COLOR_LIST_SELECTION)
                        : getDisplay().getSystemColor(SWT.COLOR_WIDGET_NORMAL_SHADOW));
        gc.setLineWidth(marked ? 3 : 1);
        gc.drawRectangle(paper.x - 1, paper.y - 1, paper.width + 1, paper.height + 1);
        gc.setLineWidth(1);
        gc.setForeground(getParent().getForeground());
        String number = Integer.toString(page + 1);
        Point extent = gc.textExtent(number);
        int x = paper.x + (paper.width - extent.x) / 2;
        gc.drawText(number, x, paper.y + paper.height + 3, true);
        if (marked && isFocusControl()) {
            gc.drawFocus(x - 4, paper.y + paper.height + 2, extent.x + 8, extent.y + 2);
        }
    }

    private void press(Event event) {
        setFocus();
        if (pages.isPresent()) {
            choose(layout.pageAt(event.y + getVerticalBar().getSelection()));
        }
    }

    private void key(Event event) {
        int last = sizes().size() - 1;
        switch (event.keyCode) {
            case SWT.ARROW_DOWN, SWT.PAGE_DOWN -> choose(Math.min(last, current + 1));
            case SWT.ARROW_UP, SWT.PAGE_UP -> choose(Math.max(0, current - 1));
            case SWT.HOME -> choose(0);
            case SWT.END -> choose(last);
            default -> {}
        }
    }

    private void choose(int page) {
        if (page >= 0) {
            current(page);
            chosen.accept(page);
        }
    }
}
