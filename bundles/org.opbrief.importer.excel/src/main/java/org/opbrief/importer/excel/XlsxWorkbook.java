package org.opbrief.importer.excel;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import org.opbrief.api.data.Finding;
import org.opbrief.api.data.ImportException;

/** A workbook as Excel has written it since 2007. Macros and links to other files are left alone. */
final class XlsxWorkbook implements Workbook {
    private static final int MOST_SHEETS = 4_096;

    private final Parts parts;
    private final Path spill;
    private final List<Sheet> sheets = new ArrayList<>();
    private final List<String> paths = new ArrayList<>();
    private boolean since1904;
    private SharedStrings strings;
    private Styles styles;

    private XlsxWorkbook(Parts parts, Path spill) {
        this.parts = parts;
        this.spill = spill;
    }

    /** @param spill a file that may be written while this is open, for what is too much to be held */
    static XlsxWorkbook open(Path file, Path spill) throws IOException, ImportException {
        XlsxWorkbook workbook = new XlsxWorkbook(Parts.open(file), spill);
        try {
            workbook.open();
            return workbook;
        } catch (IOException | ImportException | RuntimeException e) {
            workbook.close();
            throw e;
        }
    }

    private void open() throws IOException, ImportException {
        String main = relations("").entrySet().stream()
                .filter(entry -> entry.getKey().startsWith("type officeDocument"))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("xl/workbook.xml");
        Map<String, String> targets = relations(main);
        try (Xml xml = xml(main)) {
            while (xml.nextStart()) {
                if (xml.name().equals("workbookPr")) {
                    since1904 = xml.isTrue("date1904");
                } else if (xml.name().equals("sheet")) {
                    addSheet(xml, targets);
                }
            }
        }
        Optional<String> formats = Optional.ofNullable(targets.get("type styles"));
        styles = formats.isPresent() ? styles(formats.get()) : Styles.none();
        Optional<String> texts = Optional.ofNullable(targets.get("type sharedStrings"));
        strings = texts.isPresent() ? strings(texts.get()) : SharedStrings.none();
    }

    private void addSheet(Xml xml, Map<String, String> targets) throws ImportException {
        String name = xml.attribute("name").orElse("");
        Optional<String> path = xml.relationship().map(targets::get);
        if (path.isEmpty() || !parts.has(path.get())) {
            throw xml.fault("names the sheet " + name + ", which the file does not hold");
        }
        if (paths.contains(path.get())) {
            throw xml.fault("names one sheet twice, again as " + name);
        }
        if (path.get().contains("worksheets/") || !path.get().contains("chartsheets/")) {
            boolean hidden = !xml.attribute("state").orElse("visible").equals("visible");
            sheets.add(new Sheet(sheets.size(), name, hidden, parts.size(path.get())));
            paths.add(path.get());
        }
        if (sheets.size() > MOST_SHEETS) {
            throw xml.fault("names more than " + MOST_SHEETS + " sheets");
        }
    }

    private Styles styles(String path) throws IOException, ImportException {
        try (Xml xml = xml(path)) {
            return Styles.read(xml);
        }
    }

    private SharedStrings strings(String path) throws IOException, ImportException {
        try (Xml xml = xml(path)) {
            return SharedStrings.read(xml, parts.size(path), spill);
        }
    }

    private Xml xml(String path) throws IOException, ImportException {
        return new Xml(parts.name(), parts.part(path));
    }

    /** Paths of parts that a part leads to, by id and, e.g. {@code type styles}, by the end of their type. */
    private Map<String, String> relations(String path) throws IOException, ImportException {
        int slash = path.lastIndexOf('/') + 1;
        String folder = path.substring(0, slash);
        String list = folder + "_rels/" + path.substring(slash) + ".rels";
        Map<String, String> relations = new HashMap<>();
        if (!parts.has(list)) {
            return relations;
        }
        try (Xml xml = xml(list)) {
            while (xml.nextStart()) {
                if (xml.name().equals("Relationship")
                        && !xml.attribute("TargetMode").orElse("").equals("External")) {
                    String target = xml.attribute("Target").orElse("");
                    String type = xml.attribute("Type").orElse("");
                    String part = target.startsWith("/") ? target.substring(1) : folder + target;
                    relations.put(xml.attribute("Id").orElse(""), part);
                    relations.putIfAbsent("type " + type.substring(type.lastIndexOf('/') + 1), part);
                }
            }
        }
        return relations;
    }

    @Override
    public List<Sheet> sheets() {
        return List.copyOf(sheets);
    }

    @Override
    public Shape read(Sheet sheet, Rows rows, DoubleConsumer told) throws IOException, ImportException {
        try (Xml xml = xml(paths.get(sheet.index()))) {
            return new SheetParser(
                            parts.name() + ", sheet " + sheet.name(), xml, strings, styles, new Values(since1904))
                    .read(rows, told);
        }
    }

    @Override
    public String form() {
        return "Excel workbook";
    }

    @Override
    public List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        if (parts.has("xl/vbaProject.bin")) {
            findings.add(Finding.note("The workbook has macros; they were neither read nor run."));
        }
        if (parts.hasUnder("xl/externallinks/")) {
            findings.add(
                    Finding.note(
                            "The workbook has links to other files; they were not followed, and values are those that it was saved with."));
        }
        return findings;
    }

    @Override
    public void close() throws IOException {
        try (Parts first = parts;
                SharedStrings second = strings) {
            // only closed
        }
    }
}
