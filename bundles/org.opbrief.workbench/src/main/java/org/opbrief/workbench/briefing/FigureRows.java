package org.opbrief.workbench.briefing;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.opbrief.api.data.Progress;
import org.opbrief.api.output.OutputException;
import org.opbrief.api.output.Tracing.SourceRow;

/**
 * The source rows of a figure, up to as many as a person may look through.
 *
 * @param complete whether these are all
 */
record FigureRows(List<SourceRow> rows, boolean complete) {
    private static final int OFTEN = 500;

    /** Names the rows of a figure one by one. */
    @FunctionalInterface
    interface Source {
        void rows(String figure, Consumer<SourceRow> consumer) throws OutputException;
    }

    /** Ends the reading when there are enough. */
    private static final class Enough extends RuntimeException {
        private static final long serialVersionUID = 1;

        Enough() {
            super("enough rows", null, false, false);
        }
    }

    /**
     * @param most rows that are wanted
     * @param expected how many there are
     */
    static FigureRows read(Source source, String figure, int most, long expected, Progress progress)
            throws OutputException {
        List<SourceRow> rows = new ArrayList<>();
        try {
            source.rows(figure, row -> {
                if (rows.size() == most) {
                    throw new Enough();
                }
                rows.add(row);
                if (rows.size() % OFTEN == 0) {
                    double wanted = Math.max(1, Math.min(most, expected));
                    progress.at(row.file(), Math.min(0.99, rows.size() / wanted));
                }
            });
        } catch (Enough e) {
            return new FigureRows(List.copyOf(rows), false);
        }
        return new FigureRows(List.copyOf(rows), true);
    }
}
