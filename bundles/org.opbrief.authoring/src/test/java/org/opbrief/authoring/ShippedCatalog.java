package org.opbrief.authoring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.opbrief.api.data.DataSet;
import org.opbrief.api.data.Store;
import org.opbrief.api.pack.InstalledPack;
import org.opbrief.api.pack.PackFiles;
import org.opbrief.api.pack.Packs;
import org.opbrief.api.report.Briefing;
import org.opbrief.api.report.Report;
import org.opbrief.api.report.ReportCatalog;
import org.opbrief.api.report.RunRequest;
import org.opbrief.api.statistics.FactorSet;
import org.opbrief.packs.definition.DataSetReader;
import org.opbrief.packs.definition.Vocabularies;
import org.opbrief.packs.yaml.YamlFile;

/** The data sets of the packs that come with Opbrief, and others. */
record ShippedCatalog(List<DataSet> dataSets, List<Report> reports) implements ReportCatalog, Packs {

    static ShippedCatalog read() {
        List<DataSet> dataSets = new ArrayList<>();
        try (Stream<Path> packs = Files.list(Path.of("..", "..", "reports"))) {
            for (Path pack : packs.sorted().toList()) {
                dataSets.addAll(read(pack.resolve("src/main/resources/OPBRIEF-INF")));
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        dataSets.sort(Comparator.comparing(DataSet::id));
        return new ShippedCatalog(dataSets, List.of());
    }

    private static List<DataSet> read(Path pack) throws Exception {
        Vocabularies vocabularies = new Vocabularies(List.of());
        for (Path file : files(pack.resolve("vocabularies"))) {
            vocabularies.read(
                    file.getFileName().toString().replace(".yaml", ""),
                    YamlFile.read(file.toString(), Files.readAllBytes(file)));
        }
        List<DataSet> dataSets = new ArrayList<>();
        for (Path file : files(pack.resolve("datasets"))) {
            dataSets.add(
                    new DataSetReader(vocabularies).read(YamlFile.read(file.toString(), Files.readAllBytes(file))));
        }
        return dataSets;
    }

    private static List<Path> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    static DataSet parse(String yaml) {
        try {
            return new DataSetReader(new Vocabularies(List.of())).read(YamlFile.read("data.yaml", yaml.getBytes()));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public List<FactorSet> factorSets() {
        return List.of();
    }

    /** All of them come from one pack. */
    @Override
    public List<InstalledPack> installed() {
        return List.of(new InstalledPack(
                "org.opbrief.shipped",
                "1.0.0",
                Optional.empty(),
                List.of(),
                dataSets.stream().map(DataSet::id).toList(),
                List.of()));
    }

    @Override
    public void follow(Optional<Path> workspace) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<InstalledPack> after(Collection<? extends PackFiles> added, Collection<String> removed) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Briefing build(Store store, RunRequest request) {
        throw new UnsupportedOperationException();
    }
}
