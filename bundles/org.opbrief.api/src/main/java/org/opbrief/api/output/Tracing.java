package org.opbrief.api.output;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.opbrief.api.data.Store;
import org.opbrief.api.statistics.FactorSet;
import org.osgi.annotation.versioning.ProviderType;

/** {@link ProviderType}: leads from a written figure back to the rows that it was computed from. */
@ProviderType
public interface Tracing {

    /** @throws OutputException if the file is no manifest */
    Manifest read(Path manifest) throws OutputException;

    /**
     * Names the source rows of a figure, by batch and line; for a derived figure, those of all its inputs in turn.
     *
     * @throws OutputException if the store does not hold the batches of the manifest (names which is missing), or the
     *     figure's rows cannot be told
     */
    void rows(Store store, Manifest manifest, String figure, Consumer<SourceRow> consumer) throws OutputException;

    /** Whether the workspace in that folder holds all batches of the manifest with the same bytes. */
    boolean holds(Store store, Manifest manifest) throws OutputException;

    /**
     * What a manifest says.
     *
     * @param parameters by label, one {@code label: value} each
     */
    record Manifest(
            String title,
            String edition,
            List<String> parameters,
            List<TracedBatch> batches,
            List<TracedFigure> figures) {
        public Manifest {
            parameters = List.copyOf(parameters);
            batches = List.copyOf(batches);
            figures = List.copyOf(figures);
        }

        public Optional<TracedFigure> figure(String id) {
            return figures.stream().filter(figure -> figure.id().equals(id)).findFirst();
        }
    }

    /** A batch as the manifest names it. */
    record TracedBatch(long id, String dataSet, String file, String sha256, String asOf, long rowsAccepted) {}

    /**
     * A figure as the manifest has it.
     *
     * @param method in words
     * @param sql empty if it was derived from other figures
     * @param rowsSql empty if single rows cannot be told
     * @param parameters one {@code name: value} each
     * @param batches ids and row counts, one {@code file: rows} each
     * @param inputs ids of the figures that it was derived from
     * @param factors the factor set in words; empty if none
     * @param factorSet the factor set, to compute the figure again: its terms take the inputs in their order, or all of
     *     them the same one
     */
    record TracedFigure(
            String id,
            String label,
            BigDecimal value,
            String unit,
            String words,
            boolean estimate,
            String method,
            String sql,
            String rowsSql,
            List<String> parameters,
            List<String> batches,
            long rows,
            List<String> inputs,
            String factors,
            Optional<FactorSet> factorSet) {
        public TracedFigure {
            parameters = List.copyOf(parameters);
            batches = List.copyOf(batches);
            inputs = List.copyOf(inputs);
        }
    }

    /**
     * A row that went into a figure.
     *
     * @param figure id of the figure that it went into: the one asked for, or one of its inputs
     * @param place where it stands in the file, in words, e.g. {@code line 17}
     * @param line number of the record in the file, from 1; see {@link org.opbrief.api.data.Place}
     * @param value what the row adds, in the source column's unit; empty if it is one of a count
     * @param content the record as it stands in the file
     */
    record SourceRow(String figure, String file, String place, long line, String value, String content) {

        /** Of a text. */
        public SourceRow(String figure, String file, long line, String value, String content) {
            this(figure, file, "line " + line, line, value, content);
        }
    }
}
