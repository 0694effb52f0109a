package org.opbrief.packs;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.opbrief.api.data.Column;
import org.opbrief.api.data.DataSet;
import org.opbrief.api.pack.InstalledPack;
import org.opbrief.api.pack.PackFiles;
import org.opbrief.api.report.Report;
import org.opbrief.api.report.ReportException;
import org.opbrief.api.report.ReportInfo;
import org.opbrief.api.statistics.FactorSet;
import org.opbrief.packs.definition.DataSetReader;
import org.opbrief.packs.definition.FactorSetReader;
import org.opbrief.packs.definition.ReportDefinition;
import org.opbrief.packs.definition.ReportReader;
import org.opbrief.packs.definition.VocabularyReader;
import org.opbrief.packs.yaml.DefinitionException;
import org.opbrief.packs.yaml.Faults;
import org.opbrief.packs.yaml.YamlFile;

/**
 * What some packs bring together, worked out anew whenever one comes or goes. A pack with a fault brings nothing; of two
 * packs with one id the earlier keeps it.
 */
record Contents(List<DataSet> dataSets, List<FactorSet> factorSets, List<Report> reports, List<InstalledPack> packs) {

    /**
     * @param packs in the order in which they were installed
     * @param registered reports that are no pack's; they keep their ids
     */
    static Contents of(Collection<? extends PackFiles> packs, RegisteredReports.Brought registered) {
        return new Reading(packs, registered).contents();
    }

    /** The data sets that a report reads. */
    List<DataSet> dataSets(ReportInfo report) throws ReportException {
        List<DataSet> found = new ArrayList<>();
        for (String id : report.dataSets()) {
            found.add(dataSets.stream()
                    .filter(dataSet -> dataSet.id().equals(id))
                    .findFirst()
                    .orElseThrow(() -> new ReportException("The report '" + report.id() + "' reads the data set '" + id
                            + "', which no pack brings: install the pack that does.")));
        }
        return found;
    }

    /** What one pack brings. */
    private static final class Bringing {
        private final Map<String, DataSet> dataSets = new LinkedHashMap<>();
        private final List<FactorSet> factorSets = new ArrayList<>();
        private final Map<String, ReportDefinition> reports = new LinkedHashMap<>();
    }

    private static final class Reading {
        private final Map<PackFiles, Bringing> accepted = new LinkedHashMap<>();
        private final Map<PackFiles, String> rejected = new LinkedHashMap<>();

        private final RegisteredReports.Brought registered;

        Reading(Collection<? extends PackFiles> packs, RegisteredReports.Brought registered) {
            this.registered = registered;
            for (PackFiles pack : packs) {
                attempt(pack, this::readData);
            }
            readAllReports();
            for (int round = 0; round < packs.size() && readmit(); round++) {
                readAllReports();
            }
        }

        /**
         * Reports are checked against the data sets of all packs; one that fails takes its pack's data sets with it, so
         * that the others are looked at again.
         */
        private void readAllReports() {
            int before;
            do {
                before = accepted.size();
                accepted.values().forEach(bringing -> bringing.reports.clear());
                for (PackFiles pack : List.copyOf(accepted.keySet())) {
                    attempt(pack, this::readReports);
                }
            } while (accepted.size() < before);
        }

        /** Packs that were rejected for the sake of one that was rejected later. */
        private boolean readmit() {
            boolean any = false;
            for (PackFiles pack : List.copyOf(rejected.keySet())) {
                if (attempt(pack, this::readData) && attempt(pack, this::readReports)) {
                    rejected.remove(pack);
                    any = true;
                }
            }
            return any;
        }

        @FunctionalInterface
        private interface Step {
            void read(PackFiles pack, Bringing bringing) throws DefinitionException, IOException;
        }

        private boolean attempt(PackFiles pack, Step step) {
            Bringing bringing = accepted.computeIfAbsent(pack, absent -> new Bringing());
            try {
                step.read(pack, bringing);
                return true;
            } catch (DefinitionException e) {
                reject(pack, e.getMessage());
            } catch (IOException e) {
                reject(pack, "cannot be read: " + e.getMessage());
            }
            return false;
        }

        private void reject(PackFiles pack, String reason) {
            accepted.remove(pack);
            rejected.put(pack, reason);
        }

        private void readData(PackFiles pack, Bringing bringing) throws DefinitionException, IOException {
            Map<String, List<Column.Term>> vocabularies = new TreeMap<>();
            for (String file : pack.files()) {
                if (file.matches("vocabularies/[^/]+\\.yaml")) {
                    String name = file.substring(file.indexOf('/') + 1, file.lastIndexOf('.'));
                    vocabularies.put(name, VocabularyReader.read(YamlFile.read(file, pack.read(file))));
                }
            }
            DataSetReader dataSets = new DataSetReader(vocabularies);
            for (String file : pack.files()) {
                if (file.matches("datasets/[^/]+\\.yaml")) {
                    DataSet dataSet = dataSets.read(YamlFile.read(file, pack.read(file)));
                    refuseSecond(file, "data set", dataSet.id(), owner(dataSet.id()));
                    bringing.dataSets.put(dataSet.id(), dataSet);
                } else if (file.matches("factors/[^/]+\\.yaml")) {
                    List<FactorSet> sets = FactorSetReader.read(YamlFile.read(file, pack.read(file)));
                    for (FactorSet set : sets) {
                        refuseSecond(file, "factor model", set.model(), modelOwner(set.model()));
                    }
                    bringing.factorSets.addAll(sets);
                }
            }
        }

        private void readReports(PackFiles pack, Bringing bringing) throws DefinitionException, IOException {
            ReportReader reader = new ReportReader(pack, this::dataSet, factorSets(), Faults.STOP);
            for (String file : pack.files()) {
                if (file.matches("reports/[^/]+/report\\.yaml")) {
                    ReportDefinition report = reader.read(file);
                    String id = report.info().id();
                    refuseSecond(file, "report", id, reportOwner(id));
                    bringing.reports.put(id, report);
                }
            }
        }

        private static void refuseSecond(String file, String kind, String id, Optional<String> owner)
                throws DefinitionException {
            if (owner.isPresent()) {
                throw new DefinitionException(file, "the " + kind + " '" + id + "' already comes from " + owner.get());
            }
        }

        private Optional<String> owner(String dataSet) {
            return ownerWhere(bringing -> bringing.dataSets.containsKey(dataSet));
        }

        private Optional<String> modelOwner(String model) {
            return ownerWhere(bringing ->
                    bringing.factorSets.stream().anyMatch(set -> set.model().equals(model)));
        }

        private Optional<String> reportOwner(String report) {
            return Optional.ofNullable(registered.reports().get(report))
                    .map(RegisteredReports.Owned::owner)
                    .or(() -> ownerWhere(bringing -> bringing.reports.containsKey(report)));
        }

        private Optional<String> ownerWhere(Predicate<Bringing> brings) {
            return accepted.entrySet().stream()
                    .filter(entry -> brings.test(entry.getValue()))
                    .map(entry -> entry.getKey().name())
                    .findFirst();
        }

        private Optional<DataSet> dataSet(String id) {
            return accepted.values().stream()
                    .filter(bringing -> bringing.dataSets.containsKey(id))
                    .map(bringing -> bringing.dataSets.get(id))
                    .findFirst();
        }

        private List<FactorSet> factorSets() {
            return accepted.values().stream()
                    .flatMap(bringing -> bringing.factorSets.stream())
                    .sorted(Comparator.comparing(FactorSet::model))
                    .toList();
        }

        private Contents contents() {
            Map<String, DataSet> dataSets = new TreeMap<>();
            Map<String, Report> reports = new TreeMap<>();
            List<InstalledPack> packs = new ArrayList<>();
            accepted.forEach((pack, bringing) -> {
                dataSets.putAll(bringing.dataSets);
                bringing.reports.forEach((id, report) -> reports.put(id, new DefinedReport(pack, report)));
                packs.add(new InstalledPack(
                        pack.name(),
                        pack.version(),
                        Optional.empty(),
                        List.copyOf(bringing.reports.keySet()),
                        List.copyOf(bringing.dataSets.keySet()),
                        bringing.factorSets.stream()
                                .map(set -> set.model() + "/" + set.id())
                                .toList()));
            });
            registered.reports().forEach((id, owned) -> reports.put(id, owned.report()));
            packs.addAll(registered.rejected());
            rejected.forEach((pack, reason) -> packs.add(new InstalledPack(
                    pack.name(), pack.version(), Optional.of(reason), List.of(), List.of(), List.of())));
            packs.sort(Comparator.comparing(InstalledPack::name));
            return new Contents(
                    List.copyOf(dataSets.values()), factorSets(), List.copyOf(reports.values()), List.copyOf(packs));
        }
    }
}
