package org.opbrief.packs;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.opbrief.api.data.DataSet;
import org.opbrief.api.pack.InstalledPack;
import org.opbrief.api.pack.Packs;
import org.opbrief.api.report.ReportCatalog;
import org.opbrief.api.statistics.FactorSet;

/**
 * What is there beside a pack that is examined.
 *
 * @param owners names of packs by what they bring, e.g. {@code data set 'seizure'}
 */
record Present(List<DataSet> dataSets, List<FactorSet> factorSets, Map<String, String> owners) {

    static final Present NOTHING = new Present(List.of(), List.of(), Map.of());

    /** Without what a pack of that name brings, whose place the examined one takes. */
    static Present without(String name, ReportCatalog catalog, Packs packs) {
        Map<String, String> owners = new TreeMap<>();
        for (InstalledPack pack : packs.installed()) {
            pack.dataSets().forEach(id -> owners.put(dataSet(id), pack.name()));
            pack.reports().forEach(id -> owners.put(report(id), pack.name()));
            pack.factorSets().forEach(id -> owners.put(factorModel(id.substring(0, id.indexOf('/'))), pack.name()));
        }
        // reports in Java are no pack's
        catalog.reports()
                .forEach(report -> owners.putIfAbsent(report(report.info().id()), "a bundle with Java"));
        owners.values().removeIf(name::equals);
        return new Present(
                catalog.dataSets().stream()
                        .filter(each -> owners.containsKey(dataSet(each.id())))
                        .toList(),
                catalog.factorSets().stream()
                        .filter(each -> owners.containsKey(factorModel(each.model())))
                        .toList(),
                owners);
    }

    /** With what others bring. */
    Present and(String name, List<DataSet> moreDataSets, List<FactorSet> moreFactorSets) {
        Map<String, String> all = new TreeMap<>(owners);
        moreDataSets.forEach(each -> all.putIfAbsent(dataSet(each.id()), name));
        moreFactorSets.forEach(each -> all.putIfAbsent(factorModel(each.model()), name));
        return new Present(
                Stream.concat(dataSets.stream(), moreDataSets.stream()).toList(),
                Stream.concat(factorSets.stream(), moreFactorSets.stream()).toList(),
                all);
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

    static String factorModel(String model) {
        return "factor model '" + model + "'";
    }
}
