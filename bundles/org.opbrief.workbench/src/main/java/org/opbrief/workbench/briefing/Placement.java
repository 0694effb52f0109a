package org.opbrief.workbench.briefing;

import org.eclipse.swt.graphics.Rectangle;

/**
 * Where a page lies on a sheet of paper: as it is if the paper has its size, else as large as fits, turned if it fits
 * better so.
 *
 * @param place in pixels of the printer
 * @param turned a quarter clockwise
 * @param scale pixels a point that a picture of the page is worth drawing with
 */
record Placement(Rectangle place, boolean turned, double scale) {
    private static final double POINTS = 72;
    /** More is not seen on paper. */
    private static final double FINEST = 300 / POINTS;
    /** Of a picture, 4 bytes each: a letter at 300 pixels an inch. */
    private static final double MOST_PIXELS = 8_500_000;
    /** A4 is not letter, but the makers of papers round. */
    private static final double SAME = 0.01;

    static Placement of(PdfPages.Size page, Paper.Sheet sheet) {
        boolean turned = (page.width() > page.height())
                != (inches(sheet.printable().width, sheet.resolution().x)
                        > inches(sheet.printable().height, sheet.resolution().y));
        PdfPages.Size lying = turned ? new PdfPages.Size(page.height(), page.width()) : page;
        // what the margins of the page leave white needs no margin of the printer
        Rectangle room = isSame(lying, sheet) ? sheet.whole() : sheet.printable();
        double across = sheet.resolution().x / POINTS;
        double down = sheet.resolution().y / POINTS;
        double fit = Math.min(room.width / (lying.width() * across), room.height / (lying.height() * down));
        int width = (int) Math.round(lying.width() * across * fit);
        int height = (int) Math.round(lying.height() * down * fit);
        double needed = fit * Math.max(across, down);
        return new Placement(
                new Rectangle(room.x + (room.width - width) / 2, room.y + (room.height - height) / 2, width, height),
                turned,
                Math.min(Math.min(needed, FINEST * fit), Math.sqrt(MOST_PIXELS / (page.width() * page.height()))));
    }

    private static boolean isSame(PdfPages.Size page, Paper.Sheet sheet) {
        return isSame(page.width(), sheet.whole().width * POINTS / sheet.resolution().x)
                && isSame(page.height(), sheet.whole().height * POINTS / sheet.resolution().y);
    }

    private static boolean isSame(double one, double other) {
        return Math.abs(one - other) <= SAME * one;
    }

    private static double inches(int pixels, int resolution) {
        return (double) pixels / resolution;
    }
}
