package org.opbrief.packs;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.opbrief.api.data.Column;
import org.opbrief.api.data.DataSet;
import org.opbrief.api.pack.PackFiles;
import org.opbrief.api.statistics.FactorSet;
import org.opbrief.packs.definition.DataSetReader;
import org.opbrief.packs.definition.FactorSetReader;
import org.opbrief.packs.definition.ReportDefinition;
import org.opbrief.packs.definition.ReportReader;
import org.opbrief.packs.definition.VocabularyReader;
import org.opbrief.packs.yaml.DefinitionException;
import org.opbrief.packs.yaml.YamlFile;

/** Reads all that a pack brings, and goes on after a fault, so that an author sees what is wrong in every file. */
final class Examination {

    private final PackFiles pack;
    private final Present present;
    private final Set<DefinitionException> faults = new LinkedHashSet<>();
    private final Map<String, List<Column.Term>> vocabularies = new TreeMap<>();
    private final Map<String, DataSet> dataSets = new LinkedHashMap<>();
    private final List<FactorSet> factorSets = new ArrayList<>();
    private final Map<String, ReportDefinition> reports = new LinkedHashMap<>();

    /** Whether data sets or factors have faults, so that a report may miss them for that reason alone. */
    private boolean dataAreWhole;

    Examination(PackFiles pack, Present present) {
        this.pack = pack;
        this.present = present;
        read("vocabularies/[^/]+\\.yaml", this::readVocabulary);
        read("datasets/[^/]+\\.yaml", this::readDataSet);
        read("factors/[^/]+\\.yaml", this::readFactors);
        dataAreWhole = faults.isEmpty();
        read("reports/[^/]+/report\\.yaml", this::readReport);
    }

    /** In the order in which they were found. */
    Set<DefinitionException> faults() {
        return faults;
    }

    List<DataSet> dataSets() {
        return List.copyOf(dataSets.values());
    }

    List<FactorSet> factorSets() {
        return factorSets;
    }

    /** By file. */
    Map<String, ReportDefinition> reports() {
        return reports;
    }

    @FunctionalInterface
    private interface Reading {
        void read(String file) throws DefinitionException, IOException;
    }

    private void read(String files, Reading reading) {
        for (String file : pack.files()) {
            if (file.matches(files)) {
                try {
                    reading.read(file);
                } catch (DefinitionException e) {
                    faults.add(e);
                } catch (IOException e) {
                    faults.add(new DefinitionException(file, "cannot be read: " + e.getMessage()));
                }
            }
        }
    }

    private void readVocabulary(String file) throws DefinitionException, IOException {
        String name = file.substring(file.indexOf('/') + 1, file.lastIndexOf('.'));
        vocabularies.put(name, List.of()); // so that columns can name it whatever is wrong with it
        vocabularies.put(name, VocabularyReader.read(YamlFile.read(file, pack.read(file))));
    }

    private void readDataSet(String file) throws DefinitionException, IOException {
        DataSet dataSet = new DataSetReader(vocabularies).read(YamlFile.read(file, pack.read(file)));
        refuseSecond(file, Present.dataSet(dataSet.id()), dataSets.containsKey(dataSet.id()));
        dataSets.put(dataSet.id(), dataSet);
    }

    private void readFactors(String file) throws DefinitionException, IOException {
        List<FactorSet> sets = FactorSetReader.read(YamlFile.read(file, pack.read(file)));
        for (FactorSet set : sets) {
            refuseSecond(
                    file, Present.factorModel(set.model()), factorSets.stream().anyMatch(other -> other.model()
                            .equals(set.model())));
        }
        factorSets.addAll(sets);
    }

    private void readReport(String file) throws DefinitionException, IOException {
        List<FactorSet> allFactorSets = new ArrayList<>(factorSets);
        allFactorSets.addAll(present.factorSets());
        ReportReader reader = new ReportReader(pack, this::dataSet, allFactorSets, this::found);
        ReportDefinition report;
        try {
            report = reader.read(file);
        } catch (DefinitionException e) {
            found(e);
            return;
        }
        String id = report.info().id();
        refuseSecond(file, Present.report(id), reports.values().stream().anyMatch(other -> other.info()
                .id()
                .equals(id)));
        reports.put(file, report);
    }

    /** A name that is missing for the sake of a file that has a fault of its own is not told again. */
    private void found(DefinitionException fault) {
        if (dataAreWhole
                || !fault.problem().contains("is missing; install the pack that brings it")
                        && !fault.problem().startsWith("the factor model ")) {
            faults.add(fault);
        }
    }

    private void refuseSecond(String file, String what, boolean here) throws DefinitionException {
        Optional<String> owner = here ? Optional.of("another file of this pack") : present.owner(what);
        if (owner.isPresent()) {
            throw new DefinitionException(
                    file, "the " + what + " already comes from " + owner.get() + "; take another id");
        }
    }

    private Optional<DataSet> dataSet(String id) {
        return Optional.ofNullable(dataSets.get(id)).or(() -> present.dataSets().stream()
                .filter(each -> each.id().equals(id))
                .findFirst());
    }
}
