package org.opbrief.api.data;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * Where a batch comes from, and its part in a row of batches.
 *
 * @param query of a database that gave the rows, and from where; empty if a file of the user's did
 * @param supersedes batch whose rows this one replaces in queries
 * @param supersededBy batch whose rows replace those of this one; given by the store
 * @param corrects batch of which this one brings rejected rows, corrected
 */
public record Lineage(
        Optional<String> query, OptionalLong supersedes, OptionalLong supersededBy, OptionalLong corrects) {

    /** A file that stands by itself. */
    public static final Lineage NONE =
            new Lineage(Optional.empty(), OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty());

    /** The same, from a query. */
    public Lineage ofQuery(String text) {
        return new Lineage(Optional.of(text), supersedes, supersededBy, corrects);
    }

    /** The same, in the place of another batch. */
    public Lineage superseding(long batch) {
        return new Lineage(query, OptionalLong.of(batch), supersededBy, corrects);
    }

    /** The same, with corrected rows of another batch. */
    public Lineage correcting(long batch) {
        return new Lineage(query, supersedes, supersededBy, OptionalLong.of(batch));
    }
}
