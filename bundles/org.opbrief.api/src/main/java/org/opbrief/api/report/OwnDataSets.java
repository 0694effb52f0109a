package org.opbrief.api.report;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The data sets that the open workspace defines itself, in its folder {@code datasets}.
 *
 * @param files definitions of those that are used, by id
 * @param problems what is wrong with the others, one sentence each
 */
public record OwnDataSets(Map<String, Path> files, List<String> problems) {

    public static final OwnDataSets NONE = new OwnDataSets(Map.of(), List.of());

    public OwnDataSets {
        files = Map.copyOf(files);
        problems = List.copyOf(problems);
    }

    /** Of those that are used. */
    public Set<String> ids() {
        return files.keySet();
    }
}
