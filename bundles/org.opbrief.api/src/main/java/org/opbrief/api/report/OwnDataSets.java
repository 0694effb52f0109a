package org.opbrief.api.report;

import java.util.List;
import java.util.Set;

/**
 * The data sets that the open workspace defines itself, in its folder {@code datasets}.
 *
 * @param ids of those that are used
 * @param problems what is wrong with the others, one sentence each
 */
public record OwnDataSets(Set<String> ids, List<String> problems) {

    public static final OwnDataSets NONE = new OwnDataSets(Set.of(), List.of());

    public OwnDataSets {
        ids = Set.copyOf(ids);
        problems = List.copyOf(problems);
    }
}
