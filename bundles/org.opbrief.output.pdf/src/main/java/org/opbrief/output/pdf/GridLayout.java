package org.opbrief.output.pdf;

import java.util.ArrayList;
import java.util.List;

/**
 * Where the columns of a table stand: widths from the data, smaller type if that makes them fit, and as many parts as a
 * table needs that is wider than the page.
 */
final class GridLayout {
    private static final float[] SIZES = {8.5f, 8, 7.5f, 7};
    private static final int PADDING = 10;
    private static final int LEAST = 26;
    private static final int MOST = 230;
    /** A first column up to that width is not wrapped. */
    private static final int FIRST = 90;

    private static final int MOST_WORD = 150;
    /** Widths are taken from that many rows; later ones wrap if they are wider. */
    private static final int SAMPLE = 2_000;

    /**
     * A table, or a part of its columns, as it is printed.
     *
     * @param id unique in its document
     * @param columns indexes of the grid's columns
     * @param widths in points, one a column
     */
    record Part(String id, Grid grid, List<Integer> columns, List<Integer> widths, float size) {

        int width() {
            return widths.stream().mapToInt(Integer::intValue).sum();
        }

        int rowHeight() {
            return lineHeight() + 7;
        }

        int lineHeight() {
            return Math.round(size * 1.2f);
        }
    }

    private record Measured(double[] least, double[] natural) {}

    private final HouseContext context;

    GridLayout(HouseContext context) {
        this.context = context;
    }

    List<Part> parts(Grid grid) {
        Measured measured = null;
        for (float size : SIZES) {
            measured = measure(grid, size);
            if (sum(measured.least) <= Look.WIDTH) {
                List<Integer> all = range(0, grid.columns().size());
                return List.of(new Part(grid.id(), grid, all, widths(measured, all), size));
            }
        }
        return spread(grid, measured, SIZES[SIZES.length - 1]);
    }

    /** How high the header and that many rows are, about. */
    int height(Part part, int rows) {
        TextWidth font = new TextWidth(context.bold(part.size));
        int height = 0;
        for (int row = -1; row < Math.min(rows, part.grid.rows().size()); row++) {
            int lines = 1;
            for (int i = 0; i < part.columns.size(); i++) {
                int column = part.columns.get(i);
                String text = row < 0
                        ? part.grid.columns().get(column).header()
                        : part.grid.rows().get(row)[column];
                lines = Math.max(lines, font.lines(text, part.widths.get(i) - PADDING));
            }
            height += (lines - 1) * part.lineHeight() + part.rowHeight();
        }
        return height + 1;
    }

    private List<Part> spread(Grid grid, Measured measured, float size) {
        List<Integer> keys = range(0, grid.keys());
        double keyWidth = keys.stream().mapToDouble(key -> measured.least[key]).sum();
        if (keyWidth > Look.WIDTH * 0.6) {
            // keys that fill the page leave no room beside them: repeat the first alone
            keys = List.of(0);
            keyWidth = measured.least[0];
        }
        List<Part> parts = new ArrayList<>();
        List<Integer> columns = new ArrayList<>(keys);
        double width = keyWidth;
        for (int column = keys.size(); column < grid.columns().size(); column++) {
            if (columns.size() > keys.size() && width + measured.least[column] > Look.WIDTH) {
                parts.add(part(grid, parts.size(), columns, measured, size));
                columns = new ArrayList<>(keys);
                width = keyWidth;
            }
            columns.add(column);
            width += measured.least[column];
        }
        parts.add(part(grid, parts.size(), columns, measured, size));
        return parts;
    }

    private Part part(Grid grid, int number, List<Integer> columns, Measured measured, float size) {
        return new Part(grid.id() + "." + (number + 1), grid, columns, widths(measured, columns), size);
    }

    private Measured measure(Grid grid, float size) {
        TextWidth bold = new TextWidth(context.bold(size));
        TextWidth regular = new TextWidth(context.regular(size));
        int count = grid.columns().size();
        double[] least = new double[count];
        double[] natural = new double[count];
        for (int i = 0; i < count; i++) {
            Grid.Column column = grid.columns().get(i);
            least[i] = bold.ofLongestWord(column.header());
            natural[i] = bold.of(column.header());
            TextWidth font = i == 0 ? bold : regular;
            for (String[] row :
                    grid.rows().subList(0, Math.min(SAMPLE, grid.rows().size()))) {
                double width = font.of(row[i]);
                natural[i] = Math.max(natural[i], width);
                least[i] = Math.max(least[i], column.number() ? width : font.ofLongestWord(row[i]));
            }
            // words beyond that are broken by force
            least[i] = Math.ceil(Math.max(LEAST, Math.min(least[i], MOST_WORD) + PADDING + 1));
            natural[i] = Math.ceil(Math.max(least[i], natural[i] + PADDING + 1));
            if (i == 0 && natural[i] < FIRST) {
                least[i] = natural[i];
            }
        }
        return new Measured(least, natural);
    }

    /** Between the least and the natural widths, so that they fill no more than the page. */
    private static List<Integer> widths(Measured measured, List<Integer> columns) {
        double least = 0;
        double wanted = 0;
        for (int column : columns) {
            least += measured.least[column];
            wanted += wanted(measured, column);
        }
        double share = wanted <= Look.WIDTH ? 1 : Math.max(0, (Look.WIDTH - least) / Math.max(1, wanted - least));
        double spare = wanted < Look.WIDTH ? Math.min(24, (Look.WIDTH - wanted) / columns.size()) : 0;
        List<Integer> widths = new ArrayList<>();
        for (int column : columns) {
            double smallest = measured.least[column];
            widths.add((int) (smallest + (wanted(measured, column) - smallest) * share + spare));
        }
        return widths;
    }

    private static double wanted(Measured measured, int column) {
        double most = Look.WIDTH * 0.75;
        return Math.max(measured.least[column], Math.min(measured.natural[column], Math.max(MOST, most)));
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }

    private static List<Integer> range(int from, int until) {
        List<Integer> range = new ArrayList<>();
        for (int i = from; i < until; i++) {
            range.add(i);
        }
        return range;
    }
}
