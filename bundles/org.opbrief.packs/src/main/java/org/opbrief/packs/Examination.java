package org.opbrief.packs;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.opbrief.api.data.DataSet;
import org.opbrief.api.data.Vocabulary;
import org.opbrief.api.pack.PackFiles;
import org.opbrief.api.statistics.FactorSet;
import org.opbrief.packs.definition.DataSetReader;
import org.opbrief.packs.definition.FactorSetReader;
import org.opbrief.packs.definition.ReportDefinition;
import org.opbrief.packs.definition.ReportReader;
import org.opbrief.packs.definition.Vocabularies;
import org.opbrief.packs.yaml.DefinitionException;
import org.opbrief.packs.yaml.YamlFile;

/**
 * Reads what a pack brings, and goes on after a fault, so that an author sees what is wrong in every file: first its data sets and
 * factors, then its reports, which may use what others bring.
 */
final class Examination {

    private final PackFiles pack;
    private final Set<DefinitionException> dataFaults = new LinkedHashSet<>();
    private final Set<DefinitionException> reportFaults = new LinkedHashSet<>();
    private final Vocabularies vocabularies;
    private final Map<String, DataSet> dataSets = new LinkedHashMap<>();
    private final List<FactorSet> factorSets = new ArrayList<>();
    private final Map<String, ReportDefinition> reports = new LinkedHashMap<>();

    /** Reads all but the reports. */
    Examination(PackFiles pack, Present present) {
        this.pack = pack;
        this.vocabularies = new Vocabularies(present.vocabularies());
        read("vocabularies/[^/]+\\.yaml", file -> readVocabulary(file, present), dataFaults);
        read("vocabularies/[^/]+\\.yaml", this::checkVocabulary, dataFaults);
        read("datasets/[^/]+\\.yaml", file -> readDataSet(file, present), dataFaults);
        read("factors/[^/]+\\.yaml", file -> readFactors(file, present), dataFaults);
    }

    /** Reads all. */
    static Examination whole(PackFiles pack, Present present) {
        Examination examination = new Examination(pack, present);
        examination.readReports(present);
        return examination;
    }

    /** Reads the reports; anew, if that was done before others came or went. */
    void readReports(Present present) {
        forgetReports();
        read("reports/[^/]+/report\\.yaml", file -> readReport(file, present), reportFaults);
    }

    void forgetReports() {
        reports.clear();
        reportFaults.clear();
    }

    PackFiles pack() {
        return pack;
    }

    /** In the order in which they were found. */
    Set<DefinitionException> faults() {
        Set<DefinitionException> faults = new LinkedHashSet<>(dataFaults);
        faults.addAll(reportFaults);
        return faults;
    }

    List<DataSet> dataSets() {
        return List.copyOf(dataSets.values());
    }

    /** Those that other packs may name. */
    List<Vocabulary> vocabularies() {
        return vocabularies.own();
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

    private void read(String files, Reading reading, Set<DefinitionException> faults) {
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

    private void readVocabulary(String file, Present present) throws DefinitionException, IOException {
        String name = vocabulary(file);
        vocabularies.read(name, YamlFile.read(file, pack.read(file)));
        if (vocabularies.own().stream().anyMatch(own -> own.id().equals(name))) {
            refuseSecond(file, Present.vocabulary(name), false, present);
        }
    }

    /** Once all are there. */
    private void checkVocabulary(String file) throws DefinitionException {
        for (Vocabulary own : vocabularies.own()) {
            Optional<String> astray = vocabularies.astray(own);
            if (own.id().equals(vocabulary(file)) && astray.isPresent()) {
                throw new DefinitionException(file, astray.get());
            }
        }
    }

    private static String vocabulary(String file) {
        return file.substring(file.indexOf('/') + 1, file.lastIndexOf('.'));
    }

    private void readDataSet(String file, Present present) throws DefinitionException, IOException {
        DataSet dataSet = new DataSetReader(vocabularies).read(YamlFile.read(file, pack.read(file)));
        refuseSecond(file, Present.dataSet(dataSet.id()), dataSets.containsKey(dataSet.id()), present);
        dataSets.put(dataSet.id(), dataSet);
    }

    private void readFactors(String file, Present present) throws DefinitionException, IOException {
        List<FactorSet> sets = FactorSetReader.read(YamlFile.read(file, pack.read(file)));
        for (FactorSet set : sets) {
            boolean here = factorSets.stream().anyMatch(other -> other.model().equals(set.model()));
            refuseSecond(file, Present.factorModel(set.model()), here, present);
        }
        factorSets.addAll(sets);
    }

    private void readReport(String file, Present present) throws DefinitionException, IOException {
        List<FactorSet> allFactorSets = new ArrayList<>(factorSets);
        allFactorSets.addAll(present.factorSets());
        ReportReader reader = new ReportReader(pack, id -> dataSet(id, present), allFactorSets, this::found);
        ReportDefinition report;
        try {
            report = reader.read(file);
        } catch (DefinitionException e) {
            found(e);
            return;
        }
        String id = report.info().id();
        boolean here =
                reports.values().stream().anyMatch(other -> other.info().id().equals(id));
        refuseSecond(file, Present.report(id), here, present);
        reports.put(file, report);
    }

    /** A name that is missing for the sake of a file that has a fault of its own is not told again. */
    private void found(DefinitionException fault) {
        if (dataFaults.isEmpty()
                || !fault.problem().contains("is missing; install the pack that brings it")
                        && !fault.problem().startsWith("the factor model ")) {
            reportFaults.add(fault);
        }
    }

    private static void refuseSecond(String file, String what, boolean here, Present present)
            throws DefinitionException {
        Optional<String> owner = here ? Optional.of("another file of this pack") : present.owner(what);
        if (owner.isPresent()) {
            throw new DefinitionException(
                    file, "the " + what + " already comes from " + owner.get() + "; take another id");
        }
    }

    private Optional<DataSet> dataSet(String id, Present present) {
        return Optional.ofNullable(dataSets.get(id)).or(() -> present.dataSets().stream()
                .filter(each -> each.id().equals(id))
                .findFirst());
    }
}
