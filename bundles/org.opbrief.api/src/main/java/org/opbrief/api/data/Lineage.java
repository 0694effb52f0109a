package org.opbrief.api.data;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * Where a batch comes from, and its part in a row of batches.
 *
 * @param query of a database that gave the rows, and from where; empty if a file of the user's did
 * @param supersedes batches whose rows this one replaces in queries, ascending
 * @param supersededBy batch whose rows replace those of this one; given by the store
 * @param corrects batch of which this one brings rejected rows, corrected
 * @param correctedRows how many of the rows that were rejected here other batches have brought, corrected; given by the
 *     store
 */
public record Lineage(
        Optional<String> query,
        List<Long> supersedes,
        OptionalLong supersededBy,
        OptionalLong corrects,
        long correctedRows) {

    /** A file that stands by itself. */
    public static final Lineage NONE =
            new Lineage(Optional.empty(), List.of(), OptionalLong.empty(), OptionalLong.empty(), 0);

    public Lineage {
        supersedes = List.copyOf(supersedes);
    }

    /** The same, from a query. */
    public Lineage ofQuery(String text) {
        return new Lineage(Optional.of(text), supersedes, supersededBy, corrects, correctedRows);
    }

    /** The same, in the place of another batch too. */
    public Lineage superseding(long batch) {
        List<Long> all = Stream.concat(supersedes.stream(), Stream.of(batch)).toList();
        return new Lineage(query, all, supersededBy, corrects, correctedRows);
    }

    /** The same, with corrected rows of another batch. */
    public Lineage correcting(long batch) {
        return new Lineage(query, supersedes, supersededBy, OptionalLong.of(batch), correctedRows);
    }
}
