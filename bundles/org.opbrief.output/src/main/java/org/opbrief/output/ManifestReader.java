package org.opbrief.output;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.opbrief.api.data.FileFaults;
import org.opbrief.api.output.OutputException;
import org.opbrief.api.output.Tracing.Manifest;
import org.opbrief.api.output.Tracing.TracedBatch;
import org.opbrief.api.output.Tracing.TracedFigure;
import org.opbrief.api.statistics.FactorSet;

/** Reads what {@link ManifestWriter} wrote, and says of anything else why it is no manifest. */
final class ManifestReader {
    private static final int MAX_BYTES = 64 << 20;
    private static final String ADVICE = "; give the .manifest.json that was written beside the briefing.";

    private final Path file;

    ManifestReader(Path file) {
        this.file = file;
    }

    Manifest read() throws OutputException {
        try {
            Json root = Json.parse(bytes());
            if (!root.isObjectWith(ManifestWriter.MARK)) {
                throw new OutputException(file + " is JSON, but no manifest of a briefing" + ADVICE);
            }
            if (root.get(ManifestWriter.MARK).whole() > ManifestWriter.VERSION) {
                throw new OutputException(file + " was written by a later version of Opbrief; read it with that one.");
            }
            return manifest(root);
        } catch (Json.Misfit e) {
            throw damaged(e.getMessage(), e);
        } catch (JsonProcessingException e) {
            String place = "line " + e.getLocation().getLineNr() + ", column "
                    + e.getLocation().getColumnNr();
            throw damaged(
                    place + ": " + e.getOriginalMessage().lines().findFirst().orElse("no JSON"), e);
        } catch (IOException e) {
            throw new OutputException("The manifest " + file + " cannot be read: " + FileFaults.reason(e) + ".", e);
        }
    }

    private OutputException damaged(String what, Exception e) {
        return new OutputException("The manifest " + file + " is damaged, " + what + "; write the briefing again.", e);
    }

    private byte[] bytes() throws OutputException, IOException {
        if (Files.isDirectory(file)) {
            throw new OutputException(file + " is a folder, not a manifest" + ADVICE);
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw new OutputException(file + " is larger than any manifest" + ADVICE);
            }
            if (!looksLikeJson(bytes)) {
                throw new OutputException(file + " is not JSON" + ADVICE);
            }
            return bytes;
        } catch (NoSuchFileException e) {
            throw new OutputException("There is no file " + file + ".", e);
        }
    }

    private static boolean looksLikeJson(byte[] bytes) {
        int i = 0;
        while (i < bytes.length && (bytes[i] == ' ' || bytes[i] == '\n' || bytes[i] == '\r' || bytes[i] == '\t')) {
            i++;
        }
        return i < bytes.length && (bytes[i] == '{' || bytes[i] == '[');
    }

    private static Manifest manifest(Json root) throws Json.Misfit {
        Map<Long, TracedBatch> batches = new LinkedHashMap<>();
        for (Json batch : root.get("batches").items()) {
            batches.put(batch.get("id").whole(), batch(batch));
        }
        Map<String, FactorSet> factorSets = new LinkedHashMap<>();
        for (Json set : root.get("factorSets").items()) {
            FactorSet read = TracedFactors.read(set);
            factorSets.put(ManifestWriter.name(read), read);
        }
        List<TracedFigure> figures = new ArrayList<>();
        for (Json figure : root.get("figures").items()) {
            figures.add(figure(figure, batches, factorSets));
        }
        return new Manifest(
                root.get("title").text(),
                root.get("edition").get("label").text(),
                pairs(root.get("parameters")),
                List.copyOf(batches.values()),
                figures);
    }

    private static TracedBatch batch(Json batch) throws Json.Misfit {
        return new TracedBatch(
                batch.get("id").whole(),
                batch.get("dataSet").text(),
                batch.get("file").text(),
                batch.get("sha256").text(),
                batch.get("asOf").text(),
                batch.get("rowsAccepted").whole());
    }

    private static TracedFigure figure(Json figure, Map<Long, TracedBatch> batches, Map<String, FactorSet> factorSets)
            throws Json.Misfit {
        Json passport = figure.get("passport");
        String factors = textOrEmpty(passport, "factorSet");
        Optional<FactorSet> set = Optional.ofNullable(factorSets.get(factors));
        return new TracedFigure(
                figure.get("id").text(),
                figure.get("label").text(),
                figure.get("value").number(),
                figure.get("unit").text(),
                figure.get("words").text(),
                figure.get("estimate").truth(),
                passport.get("method").text(),
                textOrEmpty(passport, "sql"),
                textOrEmpty(passport, "rowsSql"),
                pairs(passport.get("parameters")),
                batchRows(passport.get("batches"), batches),
                passport.get("rows").whole(),
                passport.get("inputs").texts(),
                set.map(TracedFactors::words).orElse(factors),
                set);
    }

    private static List<String> batchRows(Json sources, Map<Long, TracedBatch> batches) throws Json.Misfit {
        List<String> rows = new ArrayList<>();
        for (Json source : sources.items()) {
            Json id = source.get("batch");
            TracedBatch batch = batches.get(id.whole());
            if (batch == null) {
                throw new Json.Misfit(id.line(), id.column(), id.path() + " names a batch that is not listed");
            }
            rows.add(batch.file() + ": " + source.get("rows").whole());
        }
        return rows;
    }

    private static List<String> pairs(Json object) throws Json.Misfit {
        List<String> pairs = new ArrayList<>();
        for (Map.Entry<String, Json> member : object.members().entrySet()) {
            pairs.add(member.getKey() + ": " + member.getValue().text());
        }
        return pairs;
    }

    private static String textOrEmpty(Json object, String name) throws Json.Misfit {
        return object.find(name).isPresent() ? object.get(name).text() : "";
    }
}
