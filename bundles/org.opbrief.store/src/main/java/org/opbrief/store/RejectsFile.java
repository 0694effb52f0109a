package org.opbrief.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.opbrief.api.data.Batch;
import org.opbrief.api.data.FileFaults;
import org.opbrief.api.data.Problem;
import org.opbrief.api.data.StoreException;
import org.opbrief.api.data.TableFormat;

/** Writes rejected rows as a file in which they can be corrected. */
final class RejectsFile {
    /** What a cell of a spreadsheet holds; who corrects a longer record looks into its file. */
    private static final int LONGEST_TEXT = 32_000;

    private final Engine engine;
    private final Batch batch;
    private final Reading reading;
    private final RejectColumns columns;

    RejectsFile(Engine engine, Batch batch, Reading reading) {
        this.engine = engine;
        this.batch = batch;
        this.reading = reading;
        this.columns = RejectColumns.of(batch.place(), reading.headers());
    }

    /** Gives the text of the record at a line. */
    @FunctionalInterface
    interface Texts {
        Optional<String> at(long line) throws StoreException;
    }

    /** @throws StoreException if no format's files end so */
    static TableFormat format(List<TableFormat> formats, Path target) throws StoreException {
        String name = target.getFileName().toString().toLowerCase(Locale.ROOT);
        return formats.stream()
                .filter(format -> name.endsWith("." + format.ending()))
                .findFirst()
                .orElseThrow(
                        () -> new StoreException("The name " + target.getFileName() + " does not tell a format; give"
                                + " it the ending "
                                + formats.stream()
                                        .map(format -> "." + format.ending())
                                        .sorted()
                                        .collect(Collectors.joining(" or "))
                                + "."));
    }

    /** @return number of rows */
    long write(TableFormat format, Path target, Texts texts) throws StoreException, SQLException {
        if (Files.exists(target)) {
            throw new StoreException(
                    target + " is there already and may hold corrections; name another file, or move that one.");
        }
        Path beside = target.resolveSibling("." + target.getFileName() + ".new");
        try {
            try {
                long rows = rows(format, beside, texts);
                Files.move(beside, target);
                return rows;
            } finally {
                Files.deleteIfExists(beside);
            }
        } catch (IOException e) {
            throw new StoreException(target + " cannot be written: " + FileFaults.reason(e) + ".", e);
        }
    }

    private long rows(TableFormat format, Path file, Texts texts) throws IOException, SQLException, StoreException {
        try (Engine.Transaction transaction = engine.begin()) {
            boolean withText = Sql.number(
                            transaction.connection(),
                            "SELECT count(*) FROM _opbrief.reject WHERE batch = ? AND fields IS NULL",
                            batch.id())
                    > 0;
            List<String> headers =
                    new ArrayList<>(List.of(columns.at(), columns.column(), columns.value(), columns.reason()));
            if (withText) {
                headers.add(columns.text());
            }
            headers.addAll(reading.headers());
            long count = 0;
            try (TableFormat.Rows rows = format.begin(file, headers);
                    PreparedStatement statement = transaction.connection().prepareStatement(Rejects.openWithFields())) {
                statement.setLong(1, batch.id());
                try (ResultSet row = statement.executeQuery()) {
                    for (; row.next(); count++) {
                        rows.add(fields(row, withText, texts));
                    }
                }
            }
            return count;
        }
    }

    private List<String> fields(ResultSet row, boolean withText, Texts texts) throws SQLException, StoreException {
        Problem problem = Rejects.problem(row);
        List<String> own = Sql.texts(row, 6);
        List<String> fields = new ArrayList<>(List.of(
                RejectColumns.at(problem.line(), row.getLong(5)),
                problem.column().orElse(""),
                problem.value().orElse(""),
                problem.reason()));
        if (withText) {
            fields.add(own.isEmpty() ? text(problem.line(), texts) : "");
        }
        fields.addAll(own.isEmpty() ? Collections.nCopies(reading.headers().size(), "") : own);
        return fields;
    }

    private static String text(long line, Texts texts) throws StoreException {
        String text = texts.at(line).orElse("");
        return text.length() > LONGEST_TEXT ? "" : text;
    }
}
