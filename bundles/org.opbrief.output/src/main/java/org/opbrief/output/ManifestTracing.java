package org.opbrief.output;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.opbrief.api.data.Store;
import org.opbrief.api.data.StoreException;
import org.opbrief.api.output.OutputException;
import org.opbrief.api.output.Tracing;
import org.osgi.service.component.annotations.Component;

/** Leads from a manifest's figures to the rows in a workspace that holds the same batches. */
@Component
public final class ManifestTracing implements Tracing {
    private static final int FIGURES_NAMED = 30;

    @Override
    public Manifest read(Path manifest) throws OutputException {
        return new ManifestReader(manifest).read();
    }

    @Override
    public boolean holds(Store store, Manifest manifest) throws OutputException {
        return match(store, manifest).missing().isEmpty();
    }

    @Override
    public void rows(Store store, Manifest manifest, String figure, Consumer<SourceRow> consumer)
            throws OutputException {
        List<TracedFigure> sources = sources(manifest, figure);
        BatchMatch match = match(store, manifest);
        if (!match.missing().isEmpty()) {
            TracedBatch batch = match.missing().get(0);
            throw new OutputException("The workspace " + store.workspace() + " does not hold " + batch.file()
                    + " (data set " + batch.dataSet() + ", SHA-256 " + batch.sha256() + ", " + batch.rowsAccepted()
                    + " rows) that the manifest names; import that file, or name the workspace that wrote the"
                    + " briefing.");
        }
        try {
            List<FigureRows> all = new ArrayList<>();
            for (TracedFigure source : sources) {
                all.add(new FigureRows(store, source, match.held()));
            }
            // all are checked before the first row is told
            for (FigureRows rows : all) {
                rows.check();
            }
            for (FigureRows rows : all) {
                rows.tell(consumer);
            }
        } catch (StoreException e) {
            throw new OutputException("The rows of \"" + figure + "\" cannot be told: " + e.getMessage(), e);
        }
    }

    /** The figure itself if its rows can be told, else those that it was derived from, each once. */
    private static List<TracedFigure> sources(Manifest manifest, String asked) throws OutputException {
        Map<String, TracedFigure> byId = new LinkedHashMap<>();
        manifest.figures().forEach(figure -> byId.put(figure.id(), figure));
        if (!byId.containsKey(asked)) {
            throw new OutputException("The manifest of \"" + manifest.title() + "\" has no figure \"" + asked
                    + "\"; it has " + names(byId.keySet()) + ".");
        }
        List<TracedFigure> sources = new ArrayList<>();
        Set<String> seen = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(asked));
        while (!open.isEmpty()) {
            String id = open.pop();
            if (!seen.add(id)) {
                continue;
            }
            TracedFigure figure = byId.get(id);
            if (figure == null) {
                throw new OutputException("The manifest of \"" + manifest.title() + "\" is damaged: \"" + asked
                        + "\" rests on a figure \"" + id + "\" that is not in it; write the briefing again.");
            }
            if (!figure.rowsSql().isEmpty()) {
                sources.add(figure);
            } else if (figure.inputs().isEmpty()) {
                throw new OutputException("The single rows of \"" + id + "\" cannot be told: " + figure.method()
                        + ". Its batches are " + String.join(", ", figure.batches()) + ".");
            } else {
                for (int i = figure.inputs().size() - 1; i >= 0; i--) {
                    open.push(figure.inputs().get(i));
                }
            }
        }
        return sources;
    }

    private static String names(Set<String> ids) {
        if (ids.isEmpty()) {
            return "none";
        }
        List<String> first = ids.stream().limit(FIGURES_NAMED).toList();
        return String.join(", ", first) + (ids.size() > first.size() ? " and others" : "");
    }

    private static BatchMatch match(Store store, Manifest manifest) throws OutputException {
        try {
            return new BatchMatch(manifest.batches(), store.batches());
        } catch (StoreException e) {
            throw new OutputException(
                    "The batches of the workspace " + store.workspace() + " cannot be read: " + e.getMessage(), e);
        }
    }
}
