package org.opbrief.importer.csv;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.opbrief.api.data.Extract;
import org.opbrief.api.data.Finding;
import org.opbrief.api.data.ImportException;
import org.opbrief.api.data.Importer;
import org.opbrief.api.data.Place;
import org.opbrief.api.data.Problem;
import org.opbrief.api.data.Progress;
import org.opbrief.api.data.Source;
import org.osgi.service.component.annotations.Component;

/** Reads text whose records are lines and whose fields are separated by a character. */
@Component
public final class CsvImporter implements Importer {

    /** So many broken records are no longer a matter of single records; it also bounds what is held in memory. */
    static final int MOST_PROBLEMS = 100_000;

    private static final int MOST_COLUMNS = 4_096;

    private static final int LONGEST_HEADER = 1_000;

    /** It is told where the scan has come to at lines whose numbers are multiples of this. */
    private static final int LINES_BETWEEN = 1_000;

    @Override
    public String format() {
        return "csv";
    }

    @Override
    public boolean recognises(Path file, byte[] head) {
        return PlainText.looksLikeRecords(head);
    }

    @Override
    public Extract extract(Source source, Path target) throws ImportException {
        Layout layout = Layout.of(source.file().getFileName().toString(), source.layout());
        if (source.enough().isEmpty()) {
            return extract(source.file(), target, layout, source.progress());
        }
        Path beginning = target.resolveSibling(target.getFileName() + ".beginning");
        try {
            Beginning.copy(source.file(), beginning);
            return extract(beginning, target, layout, source.progress());
        } catch (IOException e) {
            throw unreadable(source.file(), e);
        } finally {
            deleteQuietly(beginning);
        }
    }

    private static Extract extract(Path file, Path target, Layout layout, Progress progress) throws ImportException {
        Path decoded = target.resolveSibling(target.getFileName() + ".utf8");
        try {
            Encoding encoding = layout.encoding(Encoding.of(file, progress.part(0, 0.2)));
            if (encoding.isUtf8()) {
                return extract(
                        file,
                        file,
                        target,
                        encoding,
                        Dialect.of(file, encoding.bomLength(), layout),
                        progress.part(0.2, 1));
            }
            PlainText.toUtf8(file, encoding, decoded, progress.part(0.2, 0.5));
            return extract(file, decoded, target, encoding, Dialect.of(decoded, 0, layout), progress.part(0.5, 1));
        } catch (CharacterCodingException e) {
            throw new ImportException(
                    file.getFileName() + " looks like UTF-16 text but holds bytes that are none; save it as UTF-8.", e);
        } catch (IOException e) {
            throw unreadable(file, e);
        } finally {
            deleteQuietly(decoded);
        }
    }

    private static Extract extract(
            Path file, Path text, Path target, Encoding encoding, Dialect dialect, Progress progress)
            throws IOException, ImportException {
        Optional<SquareMatrix> matrix = SquareMatrix.in(text, dialect);
        if (matrix.isPresent()) {
            return matrix.get().edges(target, encoding, progress);
        }
        try (RecordScanner scanner = new RecordScanner(text, dialect.position(), dialect.line(), dialect.delimiter());
                OutputStream out = new BufferedOutputStream(Files.newOutputStream(target), 1 << 18)) {
            List<String> headers = headers(file, scanner);
            List<Problem> problems = new ArrayList<>();
            Misfits misfits = new Misfits();
            long records = 0;
            double size = Files.size(text) + 1.0;
            while (scanner.next()) {
                if (scanner.startLine() % LINES_BETWEEN == 0) {
                    progress.at(TellingStream.step(file), scanner.position() / size);
                }
                if (scanner.isBlank()) {
                    continue;
                }
                Optional<String> reason = problemOf(scanner, headers.size());
                if (reason.isEmpty()) {
                    scanner.writeTo(out);
                    records++;
                } else {
                    if (scanner.failure().isEmpty()) {
                        misfits.add(scanner.startLine(), scanner.fields());
                    }
                    add(
                            file,
                            problems,
                            new Problem(scanner.startLine(), Optional.empty(), Optional.empty(), reason.get()));
                }
            }
            String form = "CSV, " + encoding.name() + ", " + dialect.name() + ", " + headers.size()
                    + (headers.size() == 1 ? " column" : " columns");
            return new Extract(
                    headers,
                    form,
                    Place.LINE,
                    Optional.of(encoding.charset()),
                    Layout.told(encoding, dialect),
                    records,
                    problems,
                    findings(dialect, misfits.finding(records, dialect.line())));
        }
    }

    private static List<Finding> findings(Dialect dialect, Optional<Finding> misfits) {
        List<Finding> findings = new ArrayList<>();
        misfits.ifPresent(findings::add);
        if (dialect.titles() > 0) {
            findings.add(Finding.note(
                    dialect.titles() == 1
                            ? "Line 1 stands above the header; it is not taken for a record."
                            : "Lines 1–" + dialect.titles()
                                    + " stand above the header; they are not taken for records."));
        }
        return findings;
    }

    private static Optional<String> problemOf(RecordScanner scanner, int columns) {
        Optional<String> failure = scanner.failure();
        if (failure.isPresent() || scanner.fields() == columns) {
            return failure;
        }
        int fields = scanner.fields();
        return Optional.of("has " + fields + (fields == 1 ? " field" : " fields") + " where the header has " + columns);
    }

    private static void add(Path file, List<Problem> problems, Problem problem) throws ImportException {
        problems.add(problem);
        if (problems.size() > MOST_PROBLEMS) {
            throw new ImportException(file.getFileName() + " has more than " + MOST_PROBLEMS
                    + " records that cannot be read; the first is " + problems.get(0) + ".");
        }
    }

    private static List<String> headers(Path file, RecordScanner scanner) throws IOException, ImportException {
        Path name = file.getFileName();
        if (!scanner.next()) {
            throw new ImportException(name + " holds no records, only blank lines.");
        }
        if (scanner.failure().isPresent()) {
            String failure = scanner.failure().get();
            throw new ImportException(name + ", line " + scanner.startLine() + ": the header "
                    + (failure.startsWith("the ") ? "cannot be read: " : "") + failure + ".");
        }
        if (scanner.fields() > MOST_COLUMNS) {
            throw new ImportException(
                    "%s has %,d columns; at most %,d can be imported.".formatted(name, scanner.fields(), MOST_COLUMNS));
        }
        List<String> headers = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int index = 0; index < scanner.fields(); index++) {
            String header = scanner.field(index).strip();
            if (header.isEmpty()) {
                throw new ImportException(name + ", line " + scanner.startLine() + ": column " + (index + 1)
                        + " has no name in the header; give it one.");
            }
            if (header.length() > LONGEST_HEADER) {
                throw new ImportException("%s, line %d: the name of column %d has %,d characters; at most %,d are read."
                        .formatted(name, scanner.startLine(), index + 1, header.length(), LONGEST_HEADER));
            }
            if (!seen.add(header.toLowerCase(Locale.ROOT))) {
                throw new ImportException(name + ", line " + scanner.startLine() + ": the header names the column "
                        + header + " twice; rename one.");
            }
            headers.add(header);
        }
        return headers;
    }

    private static ImportException unreadable(Path file, IOException e) {
        return new ImportException(file.getFileName() + " cannot be read: " + e.getMessage() + ".", e);
    }

    private static void deleteQuietly(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // it lies in the caller's scratch folder, which is cleared anyway
        }
    }
}
