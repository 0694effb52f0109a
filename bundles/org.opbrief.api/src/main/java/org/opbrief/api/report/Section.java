package org.opbrief.api.report;

import java.util.List;
import java.util.Optional;
import org.opbrief.api.statistics.Answer;

/** A part of a briefing. */
public sealed interface Section {

    /** Heading of the section; empty for none. */
    String title();

    /**
     * The figures that matter most.
     *
     * @param figures ids, in order
     */
    record Headline(String title, List<String> figures) implements Section {
        public Headline {
            figures = List.copyOf(figures);
        }
    }

    record Text(String title, List<Block> blocks) implements Section {
        public Text {
            blocks = List.copyOf(blocks);
        }
    }

    /**
     * Figures side by side, e.g. a division beside the nation.
     *
     * @param id unique in its briefing, a letter and then letters, digits and underscores
     * @param columns titles of the columns after the first, which holds the rows' labels
     */
    record FigureTable(String id, String title, List<String> columns, List<Row> rows) implements Section {
        public FigureTable {
            columns = List.copyOf(columns);
            rows = List.copyOf(rows);
        }

        /** @param figures ids, one a column; empty for an empty cell */
        public record Row(String label, List<Optional<String>> figures) {
            public Row {
                figures = List.copyOf(figures);
            }
        }
    }

    /**
     * @param id unique in its briefing, a letter and then letters, digits and underscores; names the workbook's table
     * @param note below the table; may be empty
     */
    record TableSection(String id, String title, Answer answer, String note) implements Section {}

    /**
     * @param id unique in its briefing
     * @param description what the chart shows, for those who cannot see it
     * @param answer with a row also for each period on a time axis that has no data, see the reference of reports
     * @param x name of the answer's column along the axis
     * @param y names of the answer's measures, one series each
     * @param split name of a dimension that makes a series of each of its values; then there is one measure
     */
    record Chart(
            String id,
            String title,
            String description,
            Kind kind,
            Answer answer,
            String x,
            List<String> y,
            Optional<String> split)
            implements Section {
        public Chart {
            y = List.copyOf(y);
        }
    }

    /** How a chart is drawn. */
    enum Kind {
        BAR,
        LINE
    }

    /** The batches, factor sets and methods behind the briefing. */
    record Sources(String title) implements Section {}
}
