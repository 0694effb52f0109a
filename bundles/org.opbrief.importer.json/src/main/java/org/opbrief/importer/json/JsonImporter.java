package org.opbrief.importer.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.opbrief.api.data.Extract;
import org.opbrief.api.data.FileFaults;
import org.opbrief.api.data.ImportException;
import org.opbrief.api.data.Importer;
import org.opbrief.api.data.Place;
import org.opbrief.api.data.Problem;
import org.opbrief.api.data.Progress;
import org.opbrief.api.data.Source;
import org.osgi.service.component.annotations.Component;

/**
 * Reads JSON, JSON Lines and GeoJSON. The file is read twice: its columns are known only at its end, since each record
 * names its own.
 */
@Component
public final class JsonImporter implements Importer {
    /** So many broken records are no longer a matter of single records; it also bounds what is held in memory. */
    private static final int MOST_PROBLEMS = 100_000;

    private static final int HEAD = 200;
    private static final Pattern START = Pattern.compile("\\s*(\\{\\s*[\"}]|\\[\\s*[\\[{\\]]).*", Pattern.DOTALL);

    @Override
    public String format() {
        return "json";
    }

    @Override
    public boolean recognises(Path file, byte[] head) {
        JsonText text = JsonText.of(file, head);
        int length = Math.max(0, Math.min(HEAD, head.length - text.markLength()));
        return START.matcher(new String(head, text.markLength(), length, text.charset()))
                .matches();
    }

    @Override
    public Extract extract(Source source, Path target) throws ImportException {
        String file = source.file().getFileName().toString();
        try {
            JsonText text = JsonText.of(source.file());
            try {
                return extract(source, text, target);
            } catch (CharacterCodingException e) {
                throw new ImportException(
                        file + ", line " + text.undecodableLine() + ": a byte here is not valid " + text.name()
                                + "; JSON is UTF-8, so save the file as UTF-8.",
                        e);
            }
        } catch (JsonProcessingException e) {
            throw new ImportException(file + ", " + JsonFault.place(e) + ": " + JsonFault.reason(e) + ".", e);
        } catch (IOException e) {
            throw new ImportException(file + " cannot be read: " + FileFaults.reason(e) + ".", e);
        }
    }

    private static Extract extract(Source source, JsonText text, Path target) throws IOException, ImportException {
        Progress progress = source.progress();
        Shape shape = Shape.of(text, source, progress.part(0, 0.2));
        long most = source.enough().orElse(Long.MAX_VALUE);
        Place place = shape.kind() == Shape.Kind.LINES ? Place.LINE : Place.RECORD;
        Columns columns = new Columns(text.file().getFileName().toString(), shape.kind(), place);
        Optional<Problem> first = survey(text, shape, columns, most, progress.part(0.2, 0.6));
        Map<String, String> headers = columns.headers();
        if (headers.isEmpty()) {
            throw new ImportException(text.file().getFileName()
                    + first.map(problem -> " holds no record that can be read; " + problem.at(place))
                            .orElse(" holds no records")
                    + ".");
        }
        List<Problem> problems = new ArrayList<>();
        long records = write(text, shape, new Output(target, headers, place, most), problems, progress.part(0.6, 1));
        return new Extract(
                List.copyOf(headers.values()),
                shape.kind().word() + ", " + text.name()
                        + (shape.path().isEmpty() ? "" : ", records in " + shape.path()) + ", " + headers.size()
                        + (headers.size() == 1 ? " column" : " columns"),
                place,
                charset(text, place),
                shape.path().isEmpty() ? Map.of() : Map.of(Shape.PATH, shape.path()),
                records,
                problems,
                columns.findings(headers));
    }

    /** Single records can be shown later if they are lines. */
    private static Optional<Charset> charset(JsonText text, Place place) {
        return place == Place.LINE ? Optional.of(text.charset()) : Optional.empty();
    }

    /** @return the first problem */
    private static Optional<Problem> survey(JsonText text, Shape shape, Columns columns, long most, Progress progress)
            throws IOException, ImportException {
        Optional<Problem> first = Optional.empty();
        long read = 0;
        try (Records records = Records.of(text, shape, progress)) {
            for (Optional<Row> row = records.next(); row.isPresent(); row = records.next()) {
                Optional<String> failure = row.get().failure();
                if (failure.isEmpty()) {
                    columns.take(row.get(), records.place());
                } else if (first.isEmpty()) {
                    first = Optional.of(problem(records.place(), failure.get()));
                }
                if (++read >= most) {
                    break;
                }
            }
        }
        return first;
    }

    private static long write(JsonText text, Shape shape, Output output, List<Problem> problems, Progress progress)
            throws IOException, ImportException {
        long written = 0;
        try (Records records = Records.of(text, shape, progress);
                PlainWriter writer =
                        new PlainWriter(output.target, output.headers().keySet())) {
            for (Optional<Row> row = records.next(); row.isPresent(); row = records.next()) {
                Optional<String> failure = row.get().failure();
                if (failure.isPresent()) {
                    problems.add(problem(records.place(), failure.get()));
                } else if (writer.write(records.place(), row.get())) {
                    written++;
                } else {
                    problems.add(problem(records.place(), "is longer than 2 MiB"));
                }
                if (written + problems.size() >= output.most()) {
                    break;
                }
                if (problems.size() > MOST_PROBLEMS) {
                    throw new ImportException(text.file().getFileName() + " has more than "
                            + JsonFault.number(MOST_PROBLEMS) + " records that cannot be read; the first is "
                            + problems.get(0).at(output.place()) + ".");
                }
            }
        }
        return written;
    }

    private static Problem problem(long place, String reason) {
        return new Problem(place, Optional.empty(), Optional.empty(), reason);
    }

    private record Output(Path target, Map<String, String> headers, Place place, long most) {}
}
