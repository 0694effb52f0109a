package org.opbrief.workbench.briefing;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.ScrollBar;

/** The pages below one another. Only those that can be seen are drawn. */
final class PageCanvas extends Canvas {

    /** How the zoom follows the window. */
    enum Fit {
        WIDTH,
        PAGE,
        NONE
    }

    private static final double POINTS = 72;
    private static final double STEP = 1.2;
    private static final int LINE = 40;

    private final PagePainter painter = new PagePainter(this);
    private final List<Runnable> moved = new ArrayList<>();
    private Optional<PdfPages> pages = Optional.empty();
    private Optional<PageImages> images = Optional.empty();
    private PageLayout layout = new PageLayout(List.of(), 1);
    private Fit fit = Fit.WIDTH;
    private List<Hit> hits = List.of();
    private int hit = -1;
    private Optional<Spot> hovered = Optional.empty();
    private Optional<Spot> focused = Optional.empty();
    private Consumer<String> figures = id -> {};

    PageCanvas(Composite parent) {
        super(parent, SWT.V_SCROLL | SWT.H_SCROLL | SWT.DOUBLE_BUFFERED | SWT.NO_REDRAW_RESIZE | SWT.BORDER);
        setData("id", "preview.pages");
        addListener(SWT.Paint, event -> painter.paint(event.gc, getClientArea()));
        addListener(SWT.Resize, event -> resized());
        addListener(SWT.Dispose, event -> images.ifPresent(PageImages::close));
        addListener(SWT.MouseMove, event -> hover(spotAt(event.x, event.y)));
        addListener(SWT.MouseExit, event -> hover(Optional.empty()));
        addListener(SWT.MouseDown, event -> press(event));
        addListener(SWT.MouseWheel, event -> wheel(event));
        addListener(SWT.KeyDown, event -> key(event));
        addListener(SWT.Traverse, event -> traverse(event));
        addListener(SWT.FocusIn, event -> redraw());
        addListener(SWT.FocusOut, event -> redraw());
        for (ScrollBar bar : new ScrollBar[] {getVerticalBar(), getHorizontalBar()}) {
            bar.addListener(SWT.Selection, event -> scrolled());
        }
        getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent event) {
                event.result = accessibleName();
            }
        });
        bars();
    }

    /** Shows other pages, from the first on, or none. Those before are closed. */
    void show(Optional<PdfPages> shown) {
        images.ifPresent(PageImages::close);
        pages = shown;
        images = shown.map(each -> new PageImages(getDisplay(), each, this::redrawPage, each::close));
        hits = List.of();
        hit = -1;
        hovered = Optional.empty();
        focused = Optional.empty();
        setCursor(null);
        layout = new PageLayout(shown.map(PdfPages::sizes).orElse(List.of()), layout.scale());
        resized();
        scrollTo(0, 0);
    }

    /** @param words what stands in the place of pages when there are none */
    void instead(String words) {
        painter.instead(words);
        redraw();
    }

    Optional<PdfPages> pages() {
        return pages;
    }

    Optional<PageImages> images() {
        return images;
    }

    PageLayout pageLayout() {
        return layout;
    }

    List<Hit> hits() {
        return hits;
    }

    /** Index of the hit that the user is at, or -1. */
    int hit() {
        return hit;
    }

    Optional<Spot> hovered() {
        return hovered;
    }

    Optional<Spot> focused() {
        return isFocusControl() ? focused : Optional.empty();
    }

    /** @param listener told the id of a figure that was clicked, or chosen by the keyboard */
    void onFigure(Consumer<String> listener) {
        figures = listener;
    }

    /** Told when another page or zoom is shown. */
    void onMove(Runnable listener) {
        moved.add(listener);
    }

    /** Page in the middle of the window, from 0. */
    int page() {
        return layout.count() == 0 ? 0 : layout.pageAt(origin().y + getClientArea().height / 3);
    }

    void goTo(int page) {
        if (layout.count() > 0) {
            int to = Math.max(0, Math.min(layout.count() - 1, page));
            scrollTo(origin().x, layout.top(to) - PageLayout.GAP);
        }
    }

    /** Of the paper's size, 1 being as large as it is. */
    double zoom() {
        return layout.scale() * POINTS / getDisplay().getDPI().x;
    }

    void zoom(double zoom) {
        fit = Fit.NONE;
        scale(zoom * getDisplay().getDPI().x / POINTS);
    }

    void zoomIn() {
        zoom(zoom() * STEP);
    }

    void zoomOut() {
        zoom(zoom() / STEP);
    }

    void fit(Fit wanted) {
        fit = wanted;
        resized();
    }

    Fit fit() {
        return fit;
    }

    void hits(List<Hit> found) {
        hits = List.copyOf(found);
        hit = -1;
        redraw();
    }

    /** Goes to a hit and shows it. */
    void hit(int index) {
        hit = index;
        Hit found = hits.get(index);
        reveal(
                found.page(),
                found.boxes().isEmpty()
                        ? new Rectangle2D.Double()
                        : found.boxes().get(0));
        redraw();
    }

    /** Where something on a page is in the window. */
    Rectangle onScreen(int page, Rectangle2D box) {
        Point origin = origin();
        double scale = layout.scale();
        int x = layout.left(page, getClientArea().width) - origin.x;
        int y = layout.top(page) - origin.y;
        return new Rectangle(
                x + (int) Math.floor(box.getX() * scale),
                y + (int) Math.floor(box.getY() * scale),
                (int) Math.ceil(box.getWidth() * scale) + 1,
                (int) Math.ceil(box.getHeight() * scale) + 1);
    }

    Point origin() {
        return new Point(getHorizontalBar().getSelection(), getVerticalBar().getSelection());
    }

    private void redrawPage(int page) {
        if (!isDisposed()) {
            Point origin = origin();
            redraw(0, layout.top(page) - origin.y, getClientArea().width, layout.height(page), false);
        }
    }

    private void resized() {
        Rectangle area = getClientArea();
        double scale =
                switch (fit) {
                    case WIDTH -> PageLayout.fitWidth(layoutSizes(), area.width);
                    case PAGE -> PageLayout.fitPage(layoutSizes(), area.width, area.height);
                    case NONE -> layout.scale();
                };
        scale(scale);
    }

    private List<PdfPages.Size> layoutSizes() {
        return pages.map(PdfPages::sizes).orElse(List.of());
    }

    /** Keeps what is in the middle of the window where it is. */
    private void scale(double wanted) {
        Rectangle area = getClientArea();
        Point origin = origin();
        double vertical = (origin.y + area.height / 2.0) / Math.max(1, layout.height());
        double horizontal = (origin.x + area.width / 2.0) / Math.max(1, layout.width());
        boolean top = origin.y == 0;
        layout = new PageLayout(layoutSizes(), PageLayout.within(wanted));
        bars();
        scrollTo(
                (int) (horizontal * layout.width() - area.width / 2.0),
                top ? 0 : (int) (vertical * layout.height() - area.height / 2.0));
    }

    private void bars() {
        Rectangle area = getClientArea();
        bar(getVerticalBar(), layout.height(), area.height);
        bar(getHorizontalBar(), layout.width(), area.width);
    }

    /** Fits a bar to what there is and what is seen of it. */
    static void bar(ScrollBar bar, int whole, int window) {
        int most = Math.max(1, whole);
        int thumb = Math.max(1, Math.min(window, most));
        bar.setValues(Math.min(bar.getSelection(), most - thumb), 0, most, thumb, LINE, Math.max(1, window - LINE));
        bar.setVisible(whole > window);
    }

    private void scrollTo(int x, int y) {
        getHorizontalBar().setSelection(Math.max(0, x));
        getVerticalBar().setSelection(Math.max(0, y));
        scrolled();
    }

    private void scrolled() {
        images.ifPresent(each -> each.only(page() - 2, page() + 2));
        hover(Optional.empty());
        redraw();
        moved.forEach(Runnable::run);
    }

    private void reveal(int page, Rectangle2D box) {
        Rectangle place = onScreen(page, box);
        Rectangle area = getClientArea();
        Point origin = origin();
        boolean seen = place.y >= 0 && place.y + place.height <= area.height && place.x >= 0 && place.x < area.width;
        if (!seen) {
            scrollTo(
                    place.x >= 0 && place.x + place.width <= area.width
                            ? origin.x
                            : origin.x + place.x - area.width / 3,
                    origin.y + place.y - area.height / 3);
        }
    }

    private Optional<Spot> spotAt(int x, int y) {
        if (layout.count() == 0) {
            return Optional.empty();
        }
        int page = layout.pageAt(origin().y + y);
        return pages.orElseThrow().spots(page).stream()
                .filter(spot -> onScreen(page, spot.box()).contains(x, y))
                .findFirst();
    }

    private void hover(Optional<Spot> spot) {
        if (!spot.equals(hovered)) {
            hovered = spot;
            setCursor(spot.isPresent() ? getDisplay().getSystemCursor(SWT.CURSOR_HAND) : null);
            redraw();
        }
    }

    private void press(Event event) {
        setFocus();
        if (event.button == 1) {
            spotAt(event.x, event.y).ifPresent(spot -> {
                focused = Optional.of(spot);
                redraw();
                figures.accept(spot.figure());
            });
        }
    }

    private void wheel(Event event) {
        if ((event.stateMask & SWT.MOD1) != 0) {
            zoom(zoom() * (event.count > 0 ? STEP : 1 / STEP));
            event.doit = false;
        }
    }

    private void key(Event event) {
        boolean control = (event.stateMask & SWT.MOD1) != 0;
        Point origin = origin();
        int window = getClientArea().height;
        if (control) {
            switch (event.keyCode) {
                case '+', '=', SWT.KEYPAD_ADD -> zoomIn();
                case '-', SWT.KEYPAD_SUBTRACT -> zoomOut();
                case '0', SWT.KEYPAD_0 -> zoom(1);
                case SWT.HOME -> goTo(0);
                case SWT.END -> goTo(layout.count() - 1);
                default -> {}
            }
            return;
        }
        switch (event.keyCode) {
            case SWT.PAGE_DOWN -> scrollTo(origin.x, origin.y + window - LINE);
            case SWT.PAGE_UP -> scrollTo(origin.x, origin.y - window + LINE);
            case SWT.ARROW_DOWN -> scrollTo(origin.x, origin.y + LINE);
            case SWT.ARROW_UP -> scrollTo(origin.x, origin.y - LINE);
            case SWT.ARROW_RIGHT -> scrollTo(origin.x + LINE, origin.y);
            case SWT.ARROW_LEFT -> scrollTo(origin.x - LINE, origin.y);
            case SWT.HOME -> goTo(0);
            case SWT.END -> goTo(layout.count() - 1);
            case ' ', SWT.CR, SWT.KEYPAD_CR -> focused.ifPresent(spot -> figures.accept(spot.figure()));
            case SWT.ESC -> {
                focused = Optional.empty();
                redraw();
            }
            default -> {}
        }
    }

    /** Tab goes from figure to figure, and on to the next control after the last. */
    private void traverse(Event event) {
        event.doit = switch (event.detail) {
            case SWT.TRAVERSE_TAB_NEXT -> !next(1);
            case SWT.TRAVERSE_TAB_PREVIOUS -> !next(-1);
            case SWT.TRAVERSE_ESCAPE -> focused.isEmpty();
            case SWT.TRAVERSE_RETURN, SWT.TRAVERSE_PAGE_NEXT, SWT.TRAVERSE_PAGE_PREVIOUS -> false;
            case SWT.TRAVERSE_ARROW_NEXT, SWT.TRAVERSE_ARROW_PREVIOUS -> false;
            default -> true;
        };
    }

    private boolean next(int step) {
        if (pages.isEmpty()) {
            return false;
        }
        PdfPages all = pages.get();
        int page = focused.map(Spot::page).orElse(page());
        int index = focused.map(spot -> all.spots(spot.page()).indexOf(spot) + step)
                .orElse(step > 0 ? 0 : all.spots(page).size() - 1);
        while (page >= 0 && page < all.count()) {
            List<Spot> spots = all.spots(page);
            if (index >= 0 && index < spots.size()) {
                focus(spots.get(index));
                return true;
            }
            page += step;
            index = step > 0 || page < 0 ? 0 : all.spots(page).size() - 1;
        }
        focused = Optional.empty();
        redraw();
        return false;
    }

    private void focus(Spot spot) {
        focused = Optional.of(spot);
        reveal(spot.page(), spot.box());
        redraw();
        getAccessible().sendEvent(ACC.EVENT_NAME_CHANGED, null);
    }

    private String accessibleName() {
        if (pages.isEmpty()) {
            return painter.nothing();
        }
        return focused.map(spot -> Messages.of("spot.name", spot.words()))
                .orElseGet(() -> Messages.of(
                        "page.name", page() + 1, layout.count(), pages.get().title()));
    }
}
