package org.opbrief.importer.excel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.opbrief.api.data.Extract;
import org.opbrief.api.data.Finding;
import org.opbrief.api.data.ImportException;
import org.opbrief.api.data.Place;
import org.opbrief.api.data.Source;

/** Chooses sheet and header of a workbook and rewrites the table's records. */
final class TableReader {
    /** Rows that are not empty, by which the header is chosen. */
    private static final int SAMPLE = 100;
    /** A header that stands further down has to be named. */
    private static final int SEARCHED = 10_000;

    private final Source source;
    private final Workbook workbook;
    private final Path target;
    private final String name;

    TableReader(Source source, Workbook workbook, Path target) {
        this.source = source;
        this.workbook = workbook;
        this.target = target;
        this.name = source.file().getFileName().toString();
    }

    Extract read() throws IOException, ImportException {
        Choice choice = Choice.of(name, source.layout());
        Table table = choice.sheet().isPresent() ? named(choice) : largest(choice);
        int panels = HeaderFinder.panels(table.header());
        if (panels > 1) {
            throw new ImportException(place(table.sheet()) + " it has " + panels
                    + " tables with the same columns side by side; put them under each other and import it again.");
        }
        try {
            return read(table, List.of());
        } catch (IOException | ImportException | RuntimeException e) {
            Files.deleteIfExists(target);
            throw e;
        }
    }

    /** Reads again if the sheet says at its end that cells are merged. */
    private Extract read(Table table, List<Workbook.Merge> merges) throws IOException, ImportException {
        List<Workbook.Merge> found;
        try (PlainWriter out = new PlainWriter(target)) {
            TableScan scan = new TableScan(table.header(), table.sample(), out);
            MergedCells merged = new MergedCells(table.header(), merges, scan);
            Beginning beginning = new Beginning(merged, scan, source.enough());
            Workbook.Shape shape = workbook.read(
                    table.sheet(), beginning, share -> source.progress().at("reading " + name, share));
            found = MergedCells.inTable(table.header(), shape.merges());
            if (!merges.isEmpty() || found.isEmpty()) {
                scan.end();
                List<Finding> findings = new ArrayList<>(scan.findings());
                findings.addAll(merged.findings());
                return extract(table, scan, findings, shape.hidden());
            }
        }
        return read(table, found);
    }

    private Extract extract(Table table, TableScan scan, List<Finding> found, List<Integer> hidden) {
        Map<String, String> layout = new LinkedHashMap<>();
        layout.put("sheet", table.sheet().name());
        layout.put("header row", table.header().place());
        layout.put("rows", scan.rows());
        int columns = table.header().columns().length;
        List<Finding> findings = new ArrayList<>(found);
        findings.addAll(table.header().findings());
        findings.addAll(aboutSheets(table.sheet()));
        findings.addAll(aboutHidden(table.header(), hidden));
        findings.addAll(workbook.findings());
        return new Extract(
                table.header().names(),
                workbook.form() + ", sheet " + table.sheet().name() + ", " + columns + " columns",
                Place.ROW,
                Optional.empty(),
                layout,
                scan.records(),
                scan.problems(),
                findings);
    }

    private List<Finding> aboutSheets(Workbook.Sheet read) {
        List<Finding> findings = new ArrayList<>();
        List<Workbook.Sheet> others = workbook.sheets().stream()
                .filter(sheet -> sheet.index() != read.index())
                .toList();
        String visible = names(others.stream().filter(sheet -> !sheet.hidden()).toList());
        String hidden = names(others.stream().filter(Workbook.Sheet::hidden).toList());
        if (!visible.isEmpty()) {
            findings.add(Finding.note("The workbook has other sheets, which were not read: " + visible
                    + "; to read another one, choose its name: sheet=NAME."));
        }
        if (!hidden.isEmpty()) {
            findings.add(Finding.note("The workbook has hidden sheets, which were not read: " + hidden + "."));
        }
        if (read.hidden()) {
            findings.add(Finding.note("Sheet " + read.name() + " is hidden in the workbook; it was read as chosen."));
        }
        return findings;
    }

    private static List<Finding> aboutHidden(Header header, List<Integer> hidden) {
        List<Finding> findings = new ArrayList<>();
        for (int index = 0; index < header.columns().length; index++) {
            if (hidden.contains(header.columns()[index])) {
                String column = header.names().get(index);
                findings.add(Finding.note("Column " + column + " is hidden in the sheet; it was read like the others.")
                        .of(column));
            }
        }
        return findings;
    }

    private Table named(Choice choice) throws IOException, ImportException {
        String wanted = choice.sheet().orElseThrow();
        for (Workbook.Sheet sheet : workbook.sheets()) {
            if (sheet.name().equals(wanted) || sheet.name().strip().equalsIgnoreCase(wanted.strip())) {
                List<Row> sample = sample(sheet, choice);
                return table(sheet, sample, choice).orElseThrow(() -> noHeader(sheet, sample, choice));
            }
        }
        throw new ImportException(name + " has no sheet " + wanted + "; it has " + names(workbook.sheets()) + ".");
    }

    /** The visible sheet that holds most, of those with a header and rows under it. */
    private Table largest(Choice choice) throws IOException, ImportException {
        List<Workbook.Sheet> visible = workbook.sheets().stream()
                .filter(sheet -> !sheet.hidden())
                .sorted((a, b) -> Long.compare(b.size(), a.size()))
                .toList();
        if (visible.isEmpty()) {
            throw new ImportException(name + " has no visible sheet with cells"
                    + (workbook.sheets().isEmpty()
                            ? "; there is nothing to import."
                            : "; choose a hidden one by its name: " + names(workbook.sheets()) + "."));
        }
        List<Row> first = List.of();
        for (Workbook.Sheet sheet : visible) {
            List<Row> sample = sample(sheet, choice);
            Optional<Table> table = table(sheet, sample, choice);
            if (table.isPresent()) {
                return table.get();
            }
            first = first.isEmpty() ? sample : first;
        }
        throw noHeader(visible.get(0), first, choice);
    }

    private Optional<Table> table(Workbook.Sheet sheet, List<Row> sample, Choice choice) {
        HeaderFinder finder = new HeaderFinder(sample);
        Optional<Header> header = choice.rows().isPresent()
                ? finder.at(choice.rows().get()[0], choice.rows().get()[1])
                : finder.find();
        return header.map(found -> new Table(sheet, found, sample));
    }

    private List<Row> sample(Workbook.Sheet sheet, Choice choice) throws IOException, ImportException {
        long from = choice.rows().isPresent() ? choice.rows().get()[0] : 1;
        List<Row> sample = new ArrayList<>();
        workbook.read(
                sheet,
                row -> {
                    if (row.number() >= from && row.filled() > 0) {
                        sample.add(row.copy());
                    }
                    return sample.size() < SAMPLE && row.number() < from + SEARCHED;
                },
                share -> source.progress().at("reading " + name, 0));
        return sample;
    }

    private ImportException noHeader(Workbook.Sheet sheet, List<Row> sample, Choice choice) {
        if (sample.isEmpty()) {
            return new ImportException(place(sheet) + " it"
                    + (choice.rows().isPresent()
                            ? " has nothing in row " + choice.rows().get()[0]
                                    + " or below it; choose another header row."
                            : " is empty; there is nothing to import."));
        }
        if (choice.rows().isPresent()) {
            return new ImportException(
                    place(sheet) + " it has nothing in row " + choice.rows().get()[1] + "; choose another header row.");
        }
        return new ImportException(
                place(sheet) + " it has no row that names the columns, as far as can be told (the first"
                        + " row with anything in it is " + sample.get(0).number() + "); choose it: header=ROW.");
    }

    private String place(Workbook.Sheet sheet) {
        return name + ", sheet " + sheet.name() + ":";
    }

    private static String names(List<Workbook.Sheet> sheets) {
        return sheets.stream().limit(50).map(Workbook.Sheet::name).collect(Collectors.joining(", "));
    }

    /** A sheet, its header, and its first rows. */
    private record Table(Workbook.Sheet sheet, Header header, List<Row> sample) {}
}
