package org.opbrief.packs;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.opbrief.api.data.DataSet;
import org.opbrief.api.data.Vocabulary;
import org.opbrief.api.pack.InstalledPack;
import org.opbrief.api.pack.PackFiles;
import org.opbrief.api.report.OwnDataSets;
import org.opbrief.api.report.Report;
import org.opbrief.api.report.ReportException;
import org.opbrief.api.report.ReportInfo;
import org.opbrief.api.statistics.FactorSet;
import org.opbrief.packs.yaml.DefinitionException;

/**
 * What some packs bring together, worked out anew whenever one comes or goes. A pack with a fault brings nothing; of two
 * packs with one id the earlier keeps it.
 */
record Contents(
        List<DataSet> dataSets,
        OwnDataSets own,
        List<Vocabulary> vocabularies,
        List<FactorSet> factorSets,
        List<Report> reports,
        List<InstalledPack> packs) {

    /** Without a workspace. */
    static Contents of(Collection<? extends PackFiles> packs, RegisteredReports.Brought registered) {
        return of(packs, registered, OwnDefinitions.NONE);
    }

    /**
     * @param packs in the order in which they were installed
     * @param registered reports that are no pack's; they keep their ids
     * @param own what the workspace defines itself. A pack that brings one of them with all its columns takes its place; one
     *     that brings another by that name is rejected
     */
    static Contents of(
            Collection<? extends PackFiles> packs, RegisteredReports.Brought registered, OwnDefinitions own) {
        return new Reading(packs, registered, own).contents();
    }

    /**
     * The data sets that a report reads, and those in which it looks for what a parameter may be.
     *
     * @param parameters values by name
     */
    List<DataSet> dataSets(ReportInfo report, Map<String, String> parameters) throws ReportException {
        Set<String> ids = new LinkedHashSet<>(report.dataSets());
        report.subject().map(parameters::get).ifPresent(ids::add);
        report.parameters().stream()
                .flatMap(parameter -> parameter.others().stream())
                .forEach(column -> ids.add(column.dataSet()));
        List<DataSet> found = new ArrayList<>();
        for (String id : ids) {
            found.add(dataSets.stream()
                    .filter(dataSet -> dataSet.id().equals(id))
                    .findFirst()
                    .orElseThrow(() -> new ReportException("The report '" + report.id() + "' reads the data set '" + id
                            + "', which no pack brings: install the pack that does.")));
        }
        return found;
    }

    private static final class Reading {
        private final Map<PackFiles, Examination> accepted = new LinkedHashMap<>();
        private final Map<PackFiles, String> rejected = new LinkedHashMap<>();

        private final RegisteredReports.Brought registered;
        private final OwnDefinitions own;

        Reading(Collection<? extends PackFiles> packs, RegisteredReports.Brought registered, OwnDefinitions own) {
            this.registered = registered;
            this.own = own;
            packs.forEach(this::readData);
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
                accepted.values().forEach(Examination::forgetReports);
                List.copyOf(accepted.keySet()).forEach(this::readReports);
                if (accepted.size() < before) {
                    // a vocabulary that others name may be gone with its pack
                    List.copyOf(accepted.keySet()).forEach(this::readData);
                }
            } while (accepted.size() < before);
        }

        /** Packs that were rejected for the sake of one that was rejected later. */
        private boolean readmit() {
            boolean any = false;
            for (PackFiles pack : List.copyOf(rejected.keySet())) {
                if (readData(pack) && readReports(pack)) {
                    rejected.remove(pack);
                    any = true;
                }
            }
            return any;
        }

        private boolean readData(PackFiles pack) {
            return judge(new Examination(pack, beside(pack)));
        }

        private boolean readReports(PackFiles pack) {
            Examination examination = accepted.get(pack);
            examination.readReports(beside(pack));
            return judge(examination);
        }

        /** A pack with a fault is rejected for the first one. */
        private boolean judge(Examination examination) {
            PackFiles pack = examination.pack();
            Optional<String> fault = examination.faults().stream()
                    .map(DefinitionException::getMessage)
                    .findFirst()
                    .or(() -> examination.dataSets().stream()
                            .flatMap(dataSet -> own.conflict(dataSet).stream())
                            .findFirst());
            if (fault.isPresent()) {
                accepted.remove(pack);
                rejected.put(pack, fault.get());
            } else {
                accepted.put(pack, examination);
            }
            return fault.isEmpty();
        }

        private Present beside(PackFiles pack) {
            return Present.of(registered)
                    .and(accepted.values().stream()
                            .filter(other -> !other.pack().equals(pack))
                            .toList())
                    .withData(own.byId().values());
        }

        private List<Vocabulary> vocabularies() {
            return accepted.values().stream()
                    .flatMap(examination -> examination.vocabularies().stream())
                    .sorted(Comparator.comparing(Vocabulary::id))
                    .toList();
        }

        private List<FactorSet> factorSets() {
            return accepted.values().stream()
                    .flatMap(examination -> examination.factorSets().stream())
                    .sorted(Comparator.comparing(FactorSet::model))
                    .toList();
        }

        private Contents contents() {
            Map<String, DataSet> dataSets = new TreeMap<>();
            Map<String, Report> reports = new TreeMap<>();
            List<InstalledPack> packs = new ArrayList<>();
            Map<String, String> owners = new HashMap<>();
            dataSets.putAll(own.byId());
            accepted.forEach((pack, brought) -> {
                brought.dataSets().forEach(each -> dataSets.put(each.id(), each));
                brought.dataSets().forEach(each -> owners.put(each.id(), pack.name()));
                brought.reports()
                        .values()
                        .forEach(each -> reports.put(each.info().id(), new DefinedReport(pack, each)));
                packs.add(new InstalledPack(
                        pack.name(),
                        pack.version(),
                        Optional.empty(),
                        brought.reports().values().stream()
                                .map(each -> each.info().id())
                                .toList(),
                        brought.dataSets().stream().map(DataSet::id).toList(),
                        brought.factorSets().stream()
                                .map(set -> set.model() + "/" + set.id())
                                .toList(),
                        brought.vocabularies().stream().map(Vocabulary::id).toList()));
            });
            registered
                    .reports()
                    .forEach((id, owned) -> reports.put(id, ReportOnAny.of(owned.report(), dataSets.values())));
            packs.addAll(registered.rejected());
            rejected.forEach((pack, reason) -> packs.add(new InstalledPack(
                    pack.name(), pack.version(), Optional.of(reason), List.of(), List.of(), List.of())));
            packs.sort(Comparator.comparing(InstalledPack::name));
            return new Contents(
                    List.copyOf(dataSets.values()),
                    own.beside(owners),
                    vocabularies(),
                    factorSets(),
                    List.copyOf(reports.values()),
                    List.copyOf(packs));
        }
    }
}
