package org.opbrief.packs;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.opbrief.api.data.Column;
import org.opbrief.api.data.DataSet;
import org.opbrief.api.report.OwnDataSets;
import org.opbrief.packs.yaml.DefinitionException;

/**
 * The data sets that a workspace defines itself, each for itself: one with a fault leaves the others.
 *
 * @param byId those without a fault
 * @param files of those, by id
 * @param faults one sentence each
 */
record OwnDefinitions(Map<String, DataSet> byId, Map<String, Path> files, List<String> faults) {
    static final OwnDefinitions NONE = new OwnDefinitions(Map.of(), Map.of(), List.of());

    static OwnDefinitions of(OwnFiles files) {
        Examination examination = new Examination(files, Present.NOTHING);
        Map<String, DataSet> byId = new LinkedHashMap<>();
        examination.dataSets().forEach(each -> byId.put(each.id(), each));
        List<String> faults = new ArrayList<>();
        for (DefinitionException fault : examination.faults()) {
            Path file = files.workspace().resolve(fault.file());
            faults.add("The data set in " + file + (fault.line() > 0 ? ", line " + fault.line() : "")
                    + ", cannot be used: " + fault.problem() + "; mend the file.");
        }
        for (String id : List.copyOf(byId.keySet())) {
            if (!files.files().contains(OwnFiles.FOLDER + "/" + id + ".yaml")) {
                byId.remove(id);
                faults.add("The data set " + id + " of this workspace is not used, since its file is not named " + id
                        + ".yaml in " + files.workspace().resolve(OwnFiles.FOLDER) + "; rename the file.");
            }
        }
        Map<String, Path> paths = new LinkedHashMap<>();
        byId.keySet()
                .forEach(id ->
                        paths.put(id, files.workspace().resolve(OwnFiles.FOLDER).resolve(id + ".yaml")));
        return new OwnDefinitions(Map.copyOf(byId), paths, List.copyOf(faults));
    }

    /** Why a pack cannot bring a data set: it is another one of that name. */
    Optional<String> conflict(DataSet brought) {
        return Optional.ofNullable(byId.get(brought.id()))
                .flatMap(own -> own.columns().stream()
                        .filter(column -> !hasSame(brought, column))
                        .findFirst())
                .map(column -> "the data set '" + brought.id() + "' is one of this workspace's own, whose column '"
                        + column.name() + "' it does not have so; remove that one first, or take another id");
    }

    /** @param owners names of packs by the ids of the data sets that they bring */
    OwnDataSets beside(Map<String, String> owners) {
        Map<String, Path> used = new LinkedHashMap<>(files);
        List<String> problems = new ArrayList<>(faults);
        for (String id : new TreeSet<>(files.keySet())) {
            if (owners.containsKey(id)) {
                used.remove(id);
                problems.add("The data set " + id + " comes from the pack " + owners.get(id)
                        + ", which takes the place of the definition that the workspace keeps for it.");
            }
        }
        return new OwnDataSets(used, problems);
    }

    private static boolean hasSame(DataSet brought, Column own) {
        return brought.column(own.name())
                .filter(other -> other.type() == own.type() && other.scale() == own.scale())
                .isPresent();
    }
}
