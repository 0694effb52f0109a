package org.opbrief.bench;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.opbrief.api.data.DataSet;
import org.opbrief.api.data.Store;
import org.opbrief.api.pack.PackFiles;
import org.opbrief.api.report.Briefing;
import org.opbrief.api.report.Report;
import org.opbrief.api.report.ReportContext;
import org.opbrief.api.statistics.FactorSet;
import org.opbrief.mapping.WorkspaceMappings;
import org.opbrief.output.excel.ExcelFormat;
import org.opbrief.output.pdf.PdfFormat;
import org.opbrief.packs.DefinedReport;
import org.opbrief.packs.definition.DataSetReader;
import org.opbrief.packs.definition.FactorSetReader;
import org.opbrief.packs.definition.ReportReader;
import org.opbrief.packs.definition.Vocabularies;
import org.opbrief.packs.yaml.Value;
import org.opbrief.packs.yaml.YamlFile;
import org.opbrief.statistics.StoreStatistics;
import org.opbrief.store.WorkspaceStores;
import org.opbrief.text.FigureProse;

/**
 * Writes the operation briefing as {@code opbrief run operation} does, without framework, catalog and command line: a
 * class path, and services made with {@code new}. Arguments: the jar of the data sets, the jar of the report, the
 * workspace, the folder for the files. Prints the milliseconds of CPU time from its start to the finished briefing, which is
 * when a program that had its briefing ready would begin.
 */
public final class PlainMain {

    private PlainMain() {}

    public static void main(String[] arguments) throws Exception {
        Duration start = cpu();
        try (JarFile operations = new JarFile(arguments[0]);
                JarFile operation = new JarFile(arguments[1]);
                Store store = new WorkspaceStores(new WorkspaceMappings(), List.of()).open(Path.of(arguments[2]))) {
            Pack data = new Pack(operations);
            List<DataSet> dataSets = dataSets(data);
            List<FactorSet> factors = FactorSetReader.read(data.yaml("factors/fentanyl-dose.yaml"));
            Pack pack = new Pack(operation);
            ReportReader reader = new ReportReader(pack, id -> named(dataSets, id), factors, fault -> {
                throw fault;
            });
            Report report = new DefinedReport(pack, reader.read("reports/operation/report.yaml"));
            store.prepare(dataSets);
            Briefing briefing = report.build(new ReportContext(
                    store,
                    new StoreStatistics().over(store, dataSets, factors),
                    dataSets,
                    new FigureProse(),
                    initialValues(report),
                    report.info().editions().get(0),
                    Locale.ENGLISH));
            System.out.println(cpu().minus(start).toMillis());
            Path out = Path.of(arguments[3]);
            new PdfFormat().write(briefing, Optional.empty(), out.resolve(briefing.name() + ".pdf"));
            new ExcelFormat().write(briefing, Optional.empty(), out.resolve(briefing.name() + ".xlsx"));
        }
    }

    private static Duration cpu() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow();
    }

    private static List<DataSet> dataSets(Pack pack) throws Exception {
        Vocabularies vocabularies = new Vocabularies(List.of());
        for (String name : List.of(
                "cartel",
                "division",
                "drug",
                "state",
                "dea-coverage-county",
                "dea-coverage-district",
                "dea-coverage-office",
                "dea-coverage-state",
                "dea-drug-code",
                "nibrs-drug-type")) {
            vocabularies.read(name, pack.yaml("vocabularies/" + name + ".yaml"));
        }
        DataSetReader reader = new DataSetReader(vocabularies);
        List<DataSet> dataSets = new ArrayList<>();
        for (String name : List.of("investigation", "arrest", "firearm", "seizure", "currency")) {
            dataSets.add(reader.read(pack.yaml("datasets/" + name + ".yaml")));
        }
        return dataSets;
    }

    private static Optional<DataSet> named(List<DataSet> dataSets, String id) {
        return dataSets.stream().filter(dataSet -> dataSet.id().equals(id)).findFirst();
    }

    private static Map<String, String> initialValues(Report report) {
        Map<String, String> values = new LinkedHashMap<>();
        report.info()
                .parameters()
                .forEach(parameter -> parameter.initial().ifPresent(value -> values.put(parameter.name(), value)));
        return values;
    }

    /** The definitions in a jar. */
    private record Pack(JarFile jar) implements PackFiles {
        private static final String FOLDER = "OPBRIEF-INF/";

        Value yaml(String file) throws Exception {
            return YamlFile.read(file, read(file));
        }

        @Override
        public String name() {
            return jar.getName();
        }

        @Override
        public String version() {
            return "0.1.0";
        }

        @Override
        public Collection<String> files() {
            return jar.stream()
                    .map(ZipEntry::getName)
                    .filter(name -> name.startsWith(FOLDER) && !name.endsWith("/"))
                    .map(name -> name.substring(FOLDER.length()))
                    .sorted()
                    .toList();
        }

        @Override
        public byte[] read(String file) throws IOException {
            try (InputStream in = jar.getInputStream(jar.getEntry(FOLDER + file))) {
                return in.readAllBytes();
            }
        }

        @Override
        public Optional<URL> locate(String file) {
            return Optional.empty();
        }
    }
}
