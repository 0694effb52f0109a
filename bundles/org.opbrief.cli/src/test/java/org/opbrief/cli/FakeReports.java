package org.opbrief.cli;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.opbrief.api.data.Column;
import org.opbrief.api.data.ColumnType;
import org.opbrief.api.data.DataSet;
import org.opbrief.api.data.Store;
import org.opbrief.api.data.Unit;
import org.opbrief.api.data.Vocabulary;
import org.opbrief.api.data.Vocabulary.Belonging;
import org.opbrief.api.data.Vocabulary.Entry;
import org.opbrief.api.data.Vocabulary.Validity;
import org.opbrief.api.output.OutputException;
import org.opbrief.api.output.Outputs;
import org.opbrief.api.report.Briefing;
import org.opbrief.api.report.Edition;
import org.opbrief.api.report.Marking;
import org.opbrief.api.report.Parameter;
import org.opbrief.api.report.Report;
import org.opbrief.api.report.ReportCatalog;
import org.opbrief.api.report.ReportContext;
import org.opbrief.api.report.ReportInfo;
import org.opbrief.api.report.RunRequest;
import org.opbrief.api.statistics.FactorSet;

/** A catalog with the report of the demo, and outputs that write their names. */
final class FakeReports implements ReportCatalog, Outputs {
    static final Edition INTERNAL = new Edition("internal", "Internal", Marking.NONE);

    final List<RunRequest> requests = new ArrayList<>();
    boolean fails;

    private record Operation() implements Report {
        @Override
        public ReportInfo info() {
            Parameter division = new Parameter(
                    "division",
                    "Division",
                    "Leave it out for the nation.",
                    ColumnType.TEXT,
                    false,
                    Optional.empty(),
                    List.of(new Parameter.Choice("Omaha", "Omaha", List.of())));
            return new ReportInfo(
                    "operation",
                    "Operation briefing",
                    "What an operation came to.",
                    List.of(division),
                    List.of(INTERNAL),
                    List.of("seizure"),
                    List.of("en", "es"));
        }

        @Override
        public Briefing build(ReportContext context) {
            throw new IllegalStateException("The catalog builds");
        }

        @Override
        public Optional<URL> layout(String format) {
            return Optional.empty();
        }
    }

    @Override
    public List<Report> reports() {
        return List.of(new Operation());
    }

    @Override
    public List<Vocabulary> vocabularies() {
        Entry port = new Entry(
                new Column.Term("01", "Port", List.of("harbor", "Port")),
                new Validity(Optional.of(LocalDate.of(2018, 7, 8)), Optional.empty()),
                "a letter",
                List.of());
        Entry shared = new Entry(
                new Column.Term("48", "Texas", List.of()),
                Validity.ALWAYS,
                "",
                List.of(new Belonging("01", Validity.ALWAYS), new Belonging("02", port.valid())));
        return List.of(
                new Vocabulary("place", "Places", "Where it was.", "made up", Optional.empty(), List.of(port)),
                new Vocabulary("state", "States", "", "made up", Optional.of("place"), List.of(shared)));
    }

    @Override
    public List<DataSet> dataSets() {
        Column mass = new Column(
                "mass_kg",
                "Mass",
                "",
                ColumnType.DECIMAL,
                3,
                Optional.of(Unit.KILOGRAM),
                Column.Reading.PLAIN,
                new Column.Constraint(true, Optional.of(BigDecimal.ZERO), Optional.empty(), List.of()));
        Column drug = new Column(
                "drug",
                "Drug",
                "",
                ColumnType.TEXT,
                0,
                Optional.empty(),
                Column.Reading.PLAIN,
                new Column.Constraint(
                        false,
                        Optional.empty(),
                        Optional.empty(),
                        List.of(new Column.Term("fentanyl", "Fentanyl", List.of()))));
        return List.of(
                new DataSet("border-seizure", "Border seizures", "", "", List.of(drug), List.of(), List.of()),
                new DataSet(
                        "seizure",
                        "Seizures",
                        "One row is one seizure.",
                        "",
                        List.of(drug, mass),
                        List.of(),
                        List.of()));
    }

    @Override
    public List<FactorSet> factorSets() {
        return List.of();
    }

    @Override
    public Briefing build(Store store, RunRequest request) {
        requests.add(request);
        String division = request.parameters().getOrDefault("division", "");
        return new Briefing(
                "operation-last-mile" + (division.isEmpty() ? "" : "-" + division.toLowerCase(java.util.Locale.ROOT)),
                "operation",
                "Operation Last Mile",
                "",
                INTERNAL,
                LocalDate.of(2023, 5, 1),
                request.language(),
                request.parameters(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    @Override
    public List<String> formats() {
        return List.of("pdf", "xlsx");
    }

    @Override
    public List<Path> write(Briefing briefing, Report report, List<String> formats, Path folder)
            throws OutputException {
        if (fails) {
            throw new OutputException("The folder " + folder + " cannot be written: it is read-only.");
        }
        List<Path> files = new ArrayList<>();
        formats.forEach(format -> files.add(folder.resolve(briefing.name() + "." + format)));
        files.add(folder.resolve(briefing.name() + ".manifest.json"));
        try {
            Files.createDirectories(folder);
            for (Path file : files) {
                Files.writeString(file, briefing.name());
            }
        } catch (IOException e) {
            throw new OutputException("The folder " + folder + " cannot be written.", e);
        }
        return files;
    }
}
