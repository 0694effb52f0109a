package org.opbrief.workbench.briefing;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import org.opbrief.api.data.Progress;
import org.opbrief.workbench.jobs.Task;

/**
 * Prints pages of a PDF, one after the other, so that never more than one is in memory. Closes the paper.
 *
 * @param first from 1
 * @param last from 1; pages that there are not are not printed
 * @param copies of each page
 * @param collated whether each copy is complete before the next begins
 */
record Printout(Path pdf, Paper paper, int first, int last, int copies, boolean collated) implements Task<Integer> {

    /** @return how many sheets were printed */
    @Override
    public Integer run(Progress progress) throws PreviewException {
        try (paper;
                PdfPages pages = PdfPages.open(pdf)) {
            int end = Math.min(last, pages.count());
            if (first > end) {
                throw new PreviewException(Messages.of("print.range", first, pages.count()));
            }
            boolean ended = false;
            paper.begin(pages.title());
            try {
                int printed = print(pages, end, progress);
                paper.end();
                ended = true;
                return printed;
            } finally {
                if (!ended) {
                    paper.cancel();
                }
            }
        }
    }

    private int print(PdfPages pages, int end, Progress progress) throws PreviewException {
        int rounds = collated ? copies : 1;
        int sheets = (end - first + 1) * copies;
        int printed = 0;
        for (int round = 0; round < rounds; round++) {
            for (int page = first; page <= end; page++) {
                progress.at(Messages.of("print.page", page, pages.count()), (double) printed / sheets);
                Placement placement = Placement.of(pages.size(page - 1), paper.sheet());
                BufferedImage picture = pages.render(page - 1, placement.scale());
                var data = PageImages.data(placement.turned() ? turned(picture) : picture);
                for (int copy = 0; copy < copies / rounds; copy++) {
                    paper.print(data, placement.place());
                    printed++;
                }
            }
        }
        return printed;
    }

    private static BufferedImage turned(BufferedImage picture) {
        BufferedImage turned = new BufferedImage(picture.getHeight(), picture.getWidth(), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = turned.createGraphics();
        graphics.translate(turned.getWidth(), 0);
        graphics.rotate(Math.PI / 2);
        graphics.drawImage(picture, 0, 0, null);
        graphics.dispose();
        return turned;
    }
}
