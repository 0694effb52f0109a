package org.opbrief.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.opbrief.api.data.DataSet;
import org.opbrief.api.data.ImportRequest;
import org.opbrief.api.data.ImportRequest.Option;
import org.opbrief.api.data.ImportResult;
import org.opbrief.api.data.Importer;
import org.opbrief.api.data.Progress;
import org.opbrief.api.data.StoreException;
import org.opbrief.importer.csv.CsvFormat;
import org.opbrief.importer.csv.CsvImporter;
import org.opbrief.mapping.WorkspaceMappings;

/** A workspace in a temporary folder, and what tests do with it. */
abstract class StoreTestCase {
    static final LocalDate DAY = LocalDate.of(2023, 5, 1);
    static final Instant NOW = Instant.parse("2023-05-02T10:00:00Z");
    static final String HEADER = "seizure_id,state,seized,drug,mass_kg,units\n";

    @TempDir
    Path temp;

    OpenStore store;

    @BeforeEach
    void openStore() throws StoreException {
        store = open();
    }

    @AfterEach
    void closeStore() throws StoreException {
        store.close();
    }

    Path folder() {
        return temp.resolve("workspace");
    }

    List<Importer> importers() {
        return List.of(new CsvImporter());
    }

    OpenStore open() throws StoreException {
        return OpenStore.open(
                folder(),
                new Holder(Optional.empty()),
                importers(),
                List.of(new CsvFormat()),
                new WorkspaceMappings(),
                Clock.fixed(NOW, ZoneOffset.UTC));
    }

    void reopen() throws StoreException {
        store.close();
        store = open();
    }

    Path file(String name, String content) throws IOException {
        return Files.writeString(temp.resolve(name), content, StandardCharsets.UTF_8);
    }

    ImportResult load(String content, Option... options) throws Exception {
        return load(Sets.seizure(), file("seizures.csv", content), options);
    }

    ImportResult load(DataSet dataSet, Path file, Option... options) throws Exception {
        return store.importFile(new ImportRequest(file, dataSet, DAY, Set.of(options), Progress.NONE));
    }

    /** Rows as text, values separated by bars. */
    List<String> rows(String sql, Object... parameters) throws StoreException {
        return store.read(sql, List.of(parameters), OpenStoreRows::read);
    }

    Set<String> sources() throws IOException {
        if (!Files.exists(folder().resolve("sources"))) {
            return Set.of();
        }
        try (Stream<Path> entries = Files.list(folder().resolve("sources"))) {
            return Set.copyOf(
                    entries.map(entry -> entry.getFileName().toString()).toList());
        }
    }

    /** Every file of the workspace but the lock, byte for byte. */
    Map<String, String> contents() throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> entries = Files.walk(folder())) {
            for (Path entry : entries.filter(Files::isRegularFile).toList()) {
                if (!entry.endsWith(".lock")) {
                    contents.put(
                            folder().relativize(entry).toString(),
                            Files.readString(entry, StandardCharsets.ISO_8859_1));
                }
            }
        }
        return contents;
    }

    /** Reads an answer as text. */
    private static final class OpenStoreRows {
        static List<String> read(ResultSet results) throws java.sql.SQLException {
            List<String> rows = new ArrayList<>();
            while (results.next()) {
                StringBuilder row = new StringBuilder();
                for (int index = 1; index <= results.getMetaData().getColumnCount(); index++) {
                    row.append(index == 1 ? "" : "|").append(results.getString(index));
                }
                rows.add(row.toString());
            }
            return rows;
        }
    }
}
