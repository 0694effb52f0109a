package org.opbrief.workbench.data;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.opbrief.api.data.Batch;
import org.opbrief.api.data.DataSet;
import org.opbrief.api.data.StoreException;
import org.opbrief.workbench.session.Session;

/** The data sets that there are, with their batches. */
record Inventory(List<Entry> entries) {

    static final Inventory EMPTY = new Inventory(List.of());

    /** @param dataSet empty if there are rows of it, but no pack that defines it */
    record Entry(String id, Optional<DataSet> dataSet, List<Batch> batches) {
        String title() {
            return dataSet.map(DataSet::title).orElse(id);
        }

        /** How many rows queries find. */
        long rows() {
            return batches.stream()
                    .filter(batch -> batch.lineage().supersededBy().isEmpty())
                    .mapToLong(Batch::rowsAccepted)
                    .sum();
        }

        /** Whether there are batches that can be compared. */
        boolean isComparable() {
            return dataSet.isPresent() && batches.size() > 1;
        }
    }

    static Inventory of(Session session) throws StoreException {
        if (!session.isOpen()) {
            return EMPTY;
        }
        TreeMap<String, Entry> entries = new TreeMap<>();
        for (DataSet dataSet : session.catalog().dataSets()) {
            entries.put(dataSet.id(), new Entry(dataSet.id(), Optional.of(dataSet), new ArrayList<>()));
        }
        for (Batch batch : session.store().batches()) {
            entries.computeIfAbsent(batch.dataSet(), id -> new Entry(id, Optional.empty(), new ArrayList<>()))
                    .batches()
                    .add(batch);
        }
        return new Inventory(entries.values().stream()
                .sorted(Comparator.comparing(Entry::title, String.CASE_INSENSITIVE_ORDER))
                .toList());
    }
}
