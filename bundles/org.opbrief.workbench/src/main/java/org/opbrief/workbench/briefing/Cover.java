package org.opbrief.workbench.briefing;

import java.awt.image.BufferedImage;

/**
 * The first page of a PDF, small.
 *
 * @param content SHA-256 of the PDF, in lower case hexadecimal digits
 * @param picture of at most {@link #WIDTH} by {@link #HEIGHT} pixels
 */
record Cover(String content, BufferedImage picture) {
    static final int WIDTH = 108;
    static final int HEIGHT = 140;

    /** @throws PreviewException if the page is damaged */
    static Cover of(PdfPages pages) throws PreviewException {
        PdfPages.Size page = pages.size(0);
        // a part of a pixel is cut off
        double scale = Math.min((WIDTH + 0.5) / page.width(), (HEIGHT + 0.5) / page.height());
        return new Cover(pages.content(), pages.render(0, scale));
    }
}
