package org.opbrief.authoring;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.opbrief.api.data.DataSet;
import org.opbrief.api.pack.PackException;

/** Makes the folder of a pack with a report that runs. */
final class NewReport {

    private static final List<String> SCHEMAS = List.of("pack", "report", "dataset", "factors", "vocabulary");

    private final Catalog catalog;

    NewReport(Catalog catalog) {
        this.catalog = catalog;
    }

    List<Path> create(Path path, Optional<String> dataSet) throws PackException {
        NewFolder folder = new NewFolder(path);
        String id = folder.name();
        catalog.checkNew(id);
        DataSet read = catalog.dataSet(dataSet);
        ReportText text = new ReportText(id, Subject.of(read));
        Map<String, byte[]> files = new LinkedHashMap<>();
        String report = PackFolder.DEFINITIONS + "/reports/" + id + "/";
        files.put("README.md", bytes(text.readme()));
        files.put(Description.FILE, bytes(text.pack()));
        files.put(report + "report.yaml", bytes(text.report()));
        files.put(report + "text.md", bytes(text.text()));
        catalog.ownDefinition(read)
                .ifPresent(definition ->
                        files.put(PackFolder.DEFINITIONS + "/datasets/" + read.id() + ".yaml", definition));
        for (String schema : SCHEMAS) {
            files.put("schemas/" + schema + ".schema.json", schema(schema));
        }
        return folder.write(files);
    }

    private static byte[] schema(String name) {
        try (InputStream in = NewReport.class.getResourceAsStream("/schema/" + name + ".schema.json")) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
