package org.opbrief.api.data;

import java.util.Map;

/**
 * How a file could be mapped.
 *
 * @param basis what it rests on
 * @param confidence by name of the data set's column, from 0 for a guess to 1 for what is certain; of the columns that
 *     the mapping fills
 */
public record Proposal(Mapping mapping, Basis basis, Map<String, Double> confidence) {

    /** What a mapping rests on. */
    public enum Basis {
        /** Headers that the data set names. */
        NAMES,
        /** Similar headers or values. */
        SIMILARITY,
        /** A file with the same headers was imported with it before. */
        REMEMBERED,
        /** The user gave it. */
        GIVEN
    }

    public Proposal {
        confidence = Map.copyOf(confidence);
    }
}
