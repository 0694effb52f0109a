package org.opbrief.importer.parquet;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.opbrief.api.data.Extract;
import org.opbrief.api.data.FileFaults;
import org.opbrief.api.data.ImportException;
import org.opbrief.api.data.Importer;
import org.opbrief.api.data.Place;
import org.opbrief.api.data.Problem;
import org.opbrief.api.data.Progress;
import org.opbrief.api.data.Source;
import org.osgi.service.component.annotations.Component;

/** Reads Parquet through DuckDB. */
@Component
public final class ParquetImporter implements Importer {
    private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);
    /** Rows after which it is told how far the reading has come. */
    private static final int ROWS_BETWEEN = 1_024;

    private static final int MOST_PROBLEMS = 100_000;

    @Override
    public String format() {
        return "parquet";
    }

    @Override
    public boolean recognises(Path file, byte[] head) {
        return head.length >= MAGIC.length
                && head[0] == MAGIC[0]
                && head[1] == MAGIC[1]
                && head[2] == MAGIC[2]
                && head[3] == MAGIC[3];
    }

    @Override
    public Extract extract(Source source, Path target) throws ImportException {
        String file = source.file().getFileName().toString();
        try (Engine engine = new Engine(source.file())) {
            return extract(engine, source, target);
        } catch (SQLException e) {
            throw new ImportException(
                    file + " is a damaged or truncated Parquet file, or uses what cannot be read here ("
                            + ParquetFault.reason(e) + "); get it anew.",
                    e);
        } catch (IOException e) {
            throw unwritable(file, e);
        } catch (UncheckedIOException e) {
            throw unwritable(file, e.getCause());
        }
    }

    private static ImportException unwritable(String file, IOException e) {
        return new ImportException(file + " cannot be rewritten: " + FileFaults.reason(e) + ".", e);
    }

    private static Extract extract(Engine engine, Source source, Path target)
            throws SQLException, ImportException, IOException {
        String file = source.file().getFileName().toString();
        Schema schema = Schema.of(file, engine);
        double rows = engine.ask("SELECT count(*) FROM " + engine.table(), results -> {
            results.next();
            return results.getDouble(1) + 1;
        });
        List<Problem> problems = new ArrayList<>();
        String sql = "SELECT file_row_number + 1, "
                + schema.leaves().stream().map(Leaf::sql).collect(Collectors.joining(", ")) + " FROM " + engine.table()
                + (source.enough().isPresent() ? " LIMIT " + source.enough().getAsLong() : "");
        long written;
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(target), 1 << 18)) {
            PlainRow row = new PlainRow(out);
            written = engine.ask(sql, results -> {
                Progress progress = source.progress();
                long count = 0;
                long read = 0;
                while (results.next()) {
                    if (read++ % ROWS_BETWEEN == 0) {
                        progress.at("reading " + file, read / rows);
                    }
                    Optional<String> failure =
                            write(row, results, schema.leaves().size());
                    if (failure.isEmpty()) {
                        count++;
                    } else if (problems.size() < MOST_PROBLEMS) {
                        problems.add(
                                new Problem(results.getLong(1), Optional.empty(), Optional.empty(), failure.get()));
                    } else {
                        throw new SQLException("more than " + MOST_PROBLEMS + " rows cannot be read");
                    }
                }
                return count;
            });
            row.finish();
        }
        List<String> headers = schema.leaves().stream().map(Leaf::header).toList();
        return new Extract(
                headers,
                "Parquet, " + headers.size() + (headers.size() == 1 ? " column" : " columns"),
                Place.RECORD,
                Optional.empty(),
                Map.of(),
                written,
                problems,
                schema.findings());
    }

    private static Optional<String> write(PlainRow row, ResultSet results, int columns) throws SQLException {
        row.start(results.getLong(1));
        for (int index = 2; index <= columns + 1; index++) {
            row.add(results.getString(index));
        }
        return row.end();
    }
}
