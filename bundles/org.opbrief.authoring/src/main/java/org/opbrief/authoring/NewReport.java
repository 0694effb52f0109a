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
import org.opbrief.api.report.ReportCatalog;

/** Makes the folder of a pack with a report that runs. */
final class NewReport {

    private static final String USUAL_DATA_SET = "seizure";
    private static final List<String> SCHEMAS = List.of("pack", "report", "dataset", "factors", "vocabulary");

    private final ReportCatalog catalog;

    NewReport(ReportCatalog catalog) {
        this.catalog = catalog;
    }

    List<Path> create(Path path, Optional<String> wanted) throws PackException {
        NewFolder folder = new NewFolder(path);
        String id = folder.name();
        Names.checkId(id);
        if (catalog.report(id).isPresent()) {
            throw new PackException("There is a report '" + id
                    + "' already; take another name, since the two could not both be installed.");
        }
        ReportText text = new ReportText(id, Subject.of(dataSet(wanted)));
        Map<String, byte[]> files = new LinkedHashMap<>();
        String report = PackFolder.DEFINITIONS + "/reports/" + id + "/";
        files.put("README.md", bytes(text.readme()));
        files.put(Description.FILE, bytes(text.pack()));
        files.put(report + "report.yaml", bytes(text.report()));
        files.put(report + "text.md", bytes(text.text()));
        for (String schema : SCHEMAS) {
            files.put("schemas/" + schema + ".schema.json", schema(schema));
        }
        return folder.write(files);
    }

    private DataSet dataSet(Optional<String> wanted) throws PackException {
        List<DataSet> all = catalog.dataSets();
        if (all.isEmpty()) {
            throw new PackException("There is no data set that a report could read: install a pack that brings one.");
        }
        if (wanted.isEmpty()) {
            return catalog.dataSet(USUAL_DATA_SET).orElse(all.get(0));
        }
        return catalog.dataSet(wanted.get())
                .orElseThrow(() -> new PackException("There is no data set '" + wanted.get() + "'"
                        + Nearest.end(
                                wanted.get(), all.stream().map(DataSet::id).toList())));
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
