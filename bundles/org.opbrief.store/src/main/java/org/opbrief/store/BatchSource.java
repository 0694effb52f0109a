package org.opbrief.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.opbrief.api.data.Batch;
import org.opbrief.api.data.Extract;
import org.opbrief.api.data.ImportException;
import org.opbrief.api.data.Importer;
import org.opbrief.api.data.Place;
import org.opbrief.api.data.Progress;
import org.opbrief.api.data.Source;

/** The source of a batch: where its records stand and what stands there. What is no text is read anew when it is asked. */
final class BatchSource implements AutoCloseable {
    private static final int HEAD = 1 << 16;
    private static final String SHEET = "sheet";

    private final Workspace workspace;
    private final Batch batch;
    private final Optional<Reading> reading;
    private final Optional<SourceRecords> text;
    private final Map<Long, String> corrected;
    private Optional<PlainRecords> plain = Optional.empty();
    private boolean isRead;

    private BatchSource(
            Workspace workspace,
            Batch batch,
            Optional<Reading> reading,
            Optional<SourceRecords> text,
            Map<Long, String> corrected) {
        this.workspace = workspace;
        this.batch = batch;
        this.reading = reading;
        this.text = text;
        this.corrected = corrected;
    }

    /** Empty if there is no such batch. */
    static Optional<BatchSource> of(Workspace workspace, Engine engine, long id) throws SQLException, IOException {
        try (Engine.Transaction transaction = engine.begin()) {
            Connection connection = transaction.connection();
            Optional<Batch> found = Catalog.batch(connection, id);
            if (found.isEmpty()) {
                return Optional.empty();
            }
            Batch batch = found.get();
            Optional<Charset> charset = Catalog.charset(connection, id);
            Optional<SourceRecords> text = Optional.empty();
            if (charset.isPresent()) {
                Optional<String> rows = Tables.exists(connection, batch.dataSet())
                        ? Optional.of(new Vintages(connection).rows(batch))
                        : Optional.empty();
                SourceCursor cursor = new SourceCursor(workspace.source(batch.sha256()), charset.get());
                text = Optional.of(new SourceRecords(id, cursor, rows));
            }
            return Optional.of(
                    new BatchSource(workspace, batch, Reading.of(connection, id), text, corrected(connection, batch)));
        }
    }

    private static Map<Long, String> corrected(Connection connection, Batch batch) throws SQLException {
        Map<Long, String> corrected = new HashMap<>();
        if (batch.lineage().corrects().isPresent()) {
            Batch first = Catalog.batch(connection, batch.lineage().corrects().getAsLong())
                    .orElseThrow();
            Sql.list(
                    connection,
                    "SELECT line, corrected_line FROM _opbrief.correction WHERE batch = ?",
                    List.of(batch.id()),
                    row -> corrected.put(
                            row.getLong(1),
                            " for " + first.place().word() + " " + row.getLong(2) + " of " + first.file()));
        }
        return corrected;
    }

    long batch() {
        return batch.id();
    }

    /** In words that follow the name of the file. */
    String place(long number) {
        String sheet = batch.place() == Place.ROW
                ? reading.map(Reading::layout)
                        .map(layout -> layout.get(SHEET))
                        .map(name -> SHEET + " " + name + ", ")
                        .orElse("")
                : "";
        return sheet + batch.place().word() + " " + number + corrected.getOrDefault(number, "");
    }

    Optional<String> at(Engine engine, List<Importer> importers, long number)
            throws SQLException, IOException, ImportException {
        if (text.isPresent()) {
            return text.get().at(engine, number);
        }
        if (!isRead) {
            isRead = true;
            plain = read(importers);
        }
        return plain.isPresent() ? plain.get().at(number) : Optional.empty();
    }

    /** Empty if no importer is left that reads the source as it was read then. */
    private Optional<PlainRecords> read(List<Importer> importers) throws IOException, ImportException {
        Path source = workspace.source(batch.sha256());
        byte[] head;
        try (InputStream in = Files.newInputStream(source)) {
            head = in.readNBytes(HEAD);
        }
        for (Importer importer : importers) {
            if (importer.recognises(source, head)) {
                Workspace.deleteTree(workspace.reread());
                Path target = workspace.make(workspace.reread()).resolve("plain.csv");
                Map<String, String> layout = reading.map(Reading::layout).orElse(Map.of());
                Extract extract = importer.extract(new Source(source, layout, Progress.NONE), target);
                return extract.form().equals(batch.form())
                        ? Optional.of(new PlainRecords(target, extract.headers()))
                        : Optional.empty();
            }
        }
        return Optional.empty();
    }

    @Override
    public void close() throws IOException {
        if (text.isPresent()) {
            text.get().close();
        }
        if (plain.isPresent()) {
            plain.get().close();
        }
        if (isRead) {
            Workspace.deleteTree(workspace.reread());
        }
    }
}
