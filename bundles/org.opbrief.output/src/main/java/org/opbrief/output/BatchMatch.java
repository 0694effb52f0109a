package org.opbrief.output;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.opbrief.api.data.Batch;
import org.opbrief.api.output.Tracing.TracedBatch;

/**
 * Which batch of a workspace is which of a manifest. Batches are the same if the same rows of the same bytes went to the
 * same data set, whatever their number: a workspace that was built anew may number them otherwise.
 */
final class BatchMatch {
    private final Map<Long, Batch> byManifestId = new LinkedHashMap<>();
    private final List<TracedBatch> missing = new ArrayList<>();

    BatchMatch(List<TracedBatch> wanted, List<Batch> held) {
        List<Batch> free = new ArrayList<>(held);
        // those that kept their number first, so that no other takes their place
        for (TracedBatch batch : wanted) {
            take(
                    batch,
                    free,
                    held.stream().filter(one -> one.id() == batch.id()).toList());
        }
        for (TracedBatch batch : wanted) {
            if (!byManifestId.containsKey(batch.id()) && !take(batch, free, List.copyOf(free))) {
                missing.add(batch);
            }
        }
    }

    private boolean take(TracedBatch wanted, List<Batch> free, List<Batch> candidates) {
        Optional<Batch> same = candidates.stream()
                .filter(batch -> free.contains(batch)
                        && batch.sha256().equals(wanted.sha256())
                        && batch.dataSet().equals(wanted.dataSet())
                        && batch.rowsAccepted() == wanted.rowsAccepted())
                .findFirst();
        same.ifPresent(batch -> {
            byManifestId.put(wanted.id(), batch);
            free.remove(batch);
        });
        return same.isPresent();
    }

    /** Batches of the manifest that the workspace does not hold. */
    List<TracedBatch> missing() {
        return List.copyOf(missing);
    }

    /** Batches of the workspace that the manifest names, by their number in the workspace. */
    Map<Long, Batch> held() {
        Map<Long, Batch> held = new LinkedHashMap<>();
        byManifestId.values().forEach(batch -> held.put(batch.id(), batch));
        return held;
    }
}
