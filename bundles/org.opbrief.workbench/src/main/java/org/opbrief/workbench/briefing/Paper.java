package org.opbrief.workbench.briefing;

import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;

/** What pages are printed on: begun once, then printed page by page, then ended or cancelled, then closed. */
interface Paper extends AutoCloseable {

    /**
     * The size of each sheet in pixels of the printer; where the printable area begins, both are 0.
     *
     * @param whole with the margins that the printer cannot reach
     * @param resolution pixels an inch
     */
    record Sheet(Rectangle whole, Rectangle printable, Point resolution) {}

    Sheet sheet();

    /** @throws PreviewException if the printer takes no pages */
    void begin(String title) throws PreviewException;

    /**
     * Prints one sheet.
     *
     * @param place of the picture on it, which is scaled to it
     * @throws PreviewException if the printer takes no more
     */
    void print(ImageData picture, Rectangle place) throws PreviewException;

    /** Lets the printer begin. */
    void end();

    /** Nothing is printed, as far as the printer can be stopped. */
    void cancel();

    @Override
    void close();
}
