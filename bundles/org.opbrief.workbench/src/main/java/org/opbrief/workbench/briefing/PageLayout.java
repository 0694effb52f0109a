package org.opbrief.workbench.briefing;

import java.util.List;

/** Pages below one another, at a zoom: where each stands in the whole, in pixels of the screen. */
final class PageLayout {
    static final int GAP = 14;
    static final double LEAST = 0.1;
    static final double MOST = 6;

    private final List<PdfPages.Size> sizes;
    private final double scale;
    private final int gap;
    private final int[] tops;
    private final int width;

    /** @param scale screen pixels a point */
    PageLayout(List<PdfPages.Size> sizes, double scale) {
        this(sizes, scale, GAP, 0);
    }

    /**
     * @param gap around pages
     * @param below room for something below each page
     */
    PageLayout(List<PdfPages.Size> sizes, double scale, int gap, int below) {
        this.sizes = sizes;
        this.scale = scale;
        this.gap = gap;
        tops = new int[sizes.size() + 1];
        int widest = 0;
        int y = gap;
        for (int page = 0; page < sizes.size(); page++) {
            tops[page] = y;
            y += height(page) + below + gap;
            widest = Math.max(widest, width(page));
        }
        tops[sizes.size()] = y;
        width = widest + 2 * gap;
    }

    double scale() {
        return scale;
    }

    int count() {
        return sizes.size();
    }

    /** With the margins. */
    int width() {
        return width;
    }

    /** With the margins. */
    int height() {
        return tops[sizes.size()];
    }

    int top(int page) {
        return tops[page];
    }

    int width(int page) {
        return (int) Math.round(sizes.get(page).width() * scale);
    }

    int height(int page) {
        return (int) Math.round(sizes.get(page).height() * scale);
    }

    /** Left edge of a page in a window of that width; the whole is as wide as {@link #width()} at least. */
    int left(int page, int window) {
        return (Math.max(window, width) - width(page)) / 2;
    }

    /** The page at that height or the first below it; the last if it is below all. */
    int pageAt(int y) {
        int low = 0;
        int high = sizes.size() - 1;
        while (low < high) {
            int middle = (low + high) / 2;
            if (tops[middle + 1] - gap > y) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /** The zoom at which the widest page fills a window of that width. */
    static double fitWidth(List<PdfPages.Size> sizes, int window) {
        double widest = sizes.stream().mapToDouble(PdfPages.Size::width).max().orElse(1);
        return within((window - 2 * GAP) / widest);
    }

    /** The zoom at which each page can be seen as a whole. */
    static double fitPage(List<PdfPages.Size> sizes, int windowWidth, int windowHeight) {
        double highest = sizes.stream().mapToDouble(PdfPages.Size::height).max().orElse(1);
        return within(Math.min(fitWidth(sizes, windowWidth), (windowHeight - 2 * GAP) / highest));
    }

    static double within(double scale) {
        return Math.max(LEAST, Math.min(MOST, scale));
    }
}
