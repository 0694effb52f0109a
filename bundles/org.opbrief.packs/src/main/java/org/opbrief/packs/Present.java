package org.opbrief.packs;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.opbrief.api.data.DataSet;
import org.opbrief.api.data.Vocabulary;
import org.opbrief.api.pack.InstalledPack;
import org.opbrief.api.pack.Packs;
import org.opbrief.api.report.ReportCatalog;
import org.opbrief.api.statistics.FactorSet;

/**
 * What is there beside a pack that is examined.
 *
 * @param owners names of packs by what they bring, e.g. {@code data set 'seizure'}
 */
record Present(
        List<DataSet> dataSets, List<Vocabulary> vocabularies, List<FactorSet> factorSets, Map<String, String> owners) {

    static final Present NOTHING = new Present(List.of(), List.of(), List.of(), Map.of());

    /** Without what packs of these names bring, whose place others take. */
    static Present without(Set<String> names, ReportCatalog catalog, Packs packs) {
        Map<String, String> owners = new TreeMap<>();
        for (InstalledPack pack : packs.installed()) {
            pack.dataSets().forEach(id -> owners.put(dataSet(id), pack.name()));
            pack.vocabularies().forEach(id -> owners.put(vocabulary(id), pack.name()));
            pack.reports().forEach(id -> owners.put(report(id), pack.name()));
            pack.factorSets().forEach(id -> owners.put(factorModel(id.substring(0, id.indexOf('/'))), pack.name()));
        }
        // reports in Java are no pack's
        catalog.reports()
                .forEach(report -> owners.putIfAbsent(report(report.info().id()), "a bundle with Java"));
        owners.values().removeIf(names::contains);
        return new Present(
                catalog.dataSets().stream()
                        .filter(each -> owners.containsKey(dataSet(each.id()))
                                || catalog.own().ids().contains(each.id()))
                        .toList(),
                catalog.vocabularies().stream()
                        .filter(each -> owners.containsKey(vocabulary(each.id())))
                        .toList(),
                catalog.factorSets().stream()
                        .filter(each -> owners.containsKey(factorModel(each.model())))
                        .toList(),
                owners);
    }

    /** Reports that are no pack's. */
    static Present of(RegisteredReports.Brought registered) {
        Map<String, String> owners = new TreeMap<>();
        registered.reports().forEach((id, owned) -> owners.put(report(id), owned.owner()));
        return new Present(List.of(), List.of(), List.of(), owners);
    }

    /** With what others bring; the first one that has an id owns it. */
    Present and(Collection<Examination> others) {
        List<DataSet> allDataSets = new ArrayList<>(dataSets);
        List<Vocabulary> allVocabularies = new ArrayList<>(vocabularies);
        List<FactorSet> allFactorSets = new ArrayList<>(factorSets);
        Map<String, String> all = new TreeMap<>(owners);
        for (Examination other : others) {
            String name = other.pack().name();
            allDataSets.addAll(other.dataSets());
            allVocabularies.addAll(other.vocabularies());
            allFactorSets.addAll(other.factorSets());
            other.vocabularies().forEach(each -> all.putIfAbsent(vocabulary(each.id()), name));
            other.dataSets().forEach(each -> all.putIfAbsent(dataSet(each.id()), name));
            other.factorSets().forEach(each -> all.putIfAbsent(factorModel(each.model()), name));
            other.reports()
                    .values()
                    .forEach(each -> all.putIfAbsent(report(each.info().id()), name));
        }
        return new Present(allDataSets, allVocabularies, allFactorSets, all);
    }

    /** With data sets that nobody owns: who brings one takes its place. */
    Present withData(Collection<DataSet> unowned) {
        List<DataSet> all = new ArrayList<>(dataSets);
        all.addAll(unowned);
        return new Present(all, vocabularies, factorSets, owners);
    }

    Optional<String> owner(String what) {
        return Optional.ofNullable(owners.get(what));
    }

    static String dataSet(String id) {
        return "data set '" + id + "'";
    }

    static String report(String id) {
        return "report '" + id + "'";
    }

    static String vocabulary(String id) {
        return "vocabulary '" + id + "'";
    }

    static String factorModel(String model) {
        return "factor model '" + model + "'";
    }
}
