package org.opbrief.output;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.opbrief.api.data.Batch;
import org.opbrief.api.data.Lineage;
import org.opbrief.api.report.Briefing;
import org.opbrief.api.report.House;
import org.opbrief.api.report.Section;
import org.opbrief.api.statistics.Answer;
import org.opbrief.api.statistics.FactorSet;
import org.opbrief.api.statistics.Figure;
import org.opbrief.api.statistics.Passport;

/**
 * Writes the manifest of a briefing: JSON in UTF-8, the same bytes for the same briefing and files. Numbers are exact.
 */
final class ManifestWriter {
    /** First member of every manifest; its value is the version of the format. */
    static final String MARK = "opbriefManifest";

    static final int VERSION = 1;

    private final Briefing briefing;
    private final String reportTitle;
    private final List<WrittenFile> files;

    ManifestWriter(Briefing briefing, String reportTitle, List<WrittenFile> files) {
        this.briefing = briefing;
        this.reportTitle = reportTitle;
        this.files = files;
    }

    /** A file of the briefing. */
    record WrittenFile(String format, String name, long bytes, String sha256) {

        static WrittenFile of(String format, Path file) throws IOException {
            return new WrittenFile(format, file.getFileName().toString(), Files.size(file), sha256Of(file));
        }
    }

    void write(Path target) throws IOException {
        try (OutputStream out = Files.newOutputStream(target);
                JsonGenerator json = new JsonFactory().createGenerator(out, JsonEncoding.UTF8)) {
            json.setPrettyPrinter(printer());
            json.writeStartObject();
            json.writeNumberField(MARK, VERSION);
            writeHead(json);
            writeFiles(json);
            writeBatches(json);
            writeFactorSets(json);
            writeFigures(json);
            writeAnswers(json);
            json.writeEndObject();
            json.writeRaw('\n');
        }
    }

    private static DefaultPrettyPrinter printer() {
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter(Separators.createDefaultInstance()
                .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                .withArrayEmptySeparator("")
                .withObjectEmptySeparator(""));
        printer.indentObjectsWith(indenter);
        printer.indentArraysWith(indenter);
        return printer;
    }

    private void writeHead(JsonGenerator json) throws IOException {
        json.writeStringField("name", briefing.name());
        json.writeObjectFieldStart("report");
        json.writeStringField("id", briefing.report());
        json.writeStringField("title", reportTitle);
        json.writeEndObject();
        json.writeStringField("title", briefing.title());
        json.writeStringField("subtitle", briefing.subtitle());
        json.writeObjectFieldStart("edition");
        json.writeStringField("id", briefing.edition().id());
        json.writeStringField("label", briefing.edition().label());
        json.writeStringField("marking", briefing.edition().marking().text());
        json.writeEndObject();
        writeAgency(json);
        json.writeStringField("asOf", briefing.asOf().toString());
        json.writeStringField("language", briefing.language().toLanguageTag());
        writeTexts(json, "parameters", briefing.parameters());
    }

    /** What was on the page of the agency; nothing if nothing was. */
    private void writeAgency(JsonGenerator json) throws IOException {
        House house = briefing.house();
        if (house.name().isEmpty() && house.seal().isEmpty()) {
            return;
        }
        json.writeObjectFieldStart("agency");
        json.writeStringField("name", house.name());
        if (house.seal().isPresent()) {
            json.writeStringField("sealSha256", house.seal().get().sha256());
        }
        json.writeEndObject();
    }

    private void writeFiles(JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("files");
        for (WrittenFile file : files) {
            json.writeStartObject();
            json.writeStringField("format", file.format());
            json.writeStringField("name", file.name());
            json.writeNumberField("bytes", file.bytes());
            json.writeStringField("sha256", file.sha256());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    // when a file was imported is left out: two workspaces with the same data give the same manifest
    private void writeBatches(JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("batches");
        for (Batch batch : briefing.batches()) {
            json.writeStartObject();
            json.writeNumberField("id", batch.id());
            json.writeStringField("dataSet", batch.dataSet());
            json.writeStringField("file", batch.file());
            json.writeNumberField("bytes", batch.bytes());
            json.writeStringField("sha256", batch.sha256());
            json.writeStringField("asOf", batch.asOf().toString());
            json.writeStringField("form", batch.form());
            json.writeNumberField("rowsRead", batch.rowsRead());
            json.writeNumberField("rowsAccepted", batch.rowsAccepted());
            json.writeNumberField("rowsRejected", batch.rowsRejected());
            writeLineage(json, batch);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** A query may give other rows tomorrow: of it, when it was asked counts too. Rows and hash are the batch's. */
    private static void writeLineage(JsonGenerator json, Batch batch) throws IOException {
        Lineage lineage = batch.lineage();
        if (lineage.correctedRows() > 0) {
            json.writeNumberField("rowsCorrected", lineage.correctedRows());
        }
        if (lineage.corrects().isPresent()) {
            json.writeNumberField("corrects", lineage.corrects().getAsLong());
        }
        if (lineage.query().isPresent()) {
            json.writeObjectFieldStart("query");
            json.writeStringField("text", lineage.query().get());
            json.writeStringField("imported", batch.imported().toString());
            json.writeNumberField("rows", batch.rowsRead());
            json.writeStringField("rowsSha256", batch.sha256());
            json.writeEndObject();
        }
    }

    private void writeFactorSets(JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("factorSets");
        for (FactorSet set : factorSets()) {
            json.writeStartObject();
            json.writeStringField("model", set.model());
            json.writeStringField("id", set.id());
            json.writeStringField("title", set.title());
            json.writeStringField("from", set.from().toString());
            if (set.until().isPresent()) {
                json.writeStringField("until", set.until().get().toString());
            }
            json.writeStringField("source", set.source());
            json.writeObjectFieldStart("factors");
            for (Map.Entry<String, BigDecimal> factor : set.factors().entrySet()) {
                writeNumber(json, factor.getKey(), factor.getValue());
            }
            json.writeEndObject();
            writeTerms(json, set.terms());
            json.writeStringField("unit", set.unit().id());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void writeTerms(JsonGenerator json, List<FactorSet.Term> terms) throws IOException {
        json.writeArrayFieldStart("terms");
        for (FactorSet.Term term : terms) {
            json.writeStartObject();
            json.writeStringField("input", term.input());
            json.writeStringField("unit", term.unit().id());
            writeTexts(json, "times", term.times());
            writeTexts(json, "over", term.over());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** Those of the briefing, and any other that a figure names. */
    private Iterable<FactorSet> factorSets() {
        Map<String, FactorSet> sets = new LinkedHashMap<>();
        briefing.factorSets().forEach(set -> sets.putIfAbsent(name(set), set));
        for (Figure figure : briefing.figures()) {
            figure.passport().factors().ifPresent(set -> sets.putIfAbsent(name(set), set));
            figure.alternatives().forEach(other -> sets.putIfAbsent(name(other.factors()), other.factors()));
        }
        return sets.values();
    }

    /** How figures refer to a factor set. */
    static String name(FactorSet set) {
        return set.model() + "/" + set.id();
    }

    private void writeFigures(JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("figures");
        for (Figure figure : briefing.figures()) {
            json.writeStartObject();
            json.writeStringField("id", figure.id());
            json.writeStringField("label", figure.label());
            writeNumber(json, "value", figure.value());
            json.writeStringField("unit", figure.unit().id());
            json.writeNumberField("decimals", figure.decimals());
            json.writeStringField("words", figure.words());
            json.writeBooleanField("estimate", figure.estimate());
            json.writeArrayFieldStart("alternatives");
            for (Figure.Alternative other : figure.alternatives()) {
                json.writeStartObject();
                json.writeStringField("factorSet", name(other.factors()));
                writeNumber(json, "value", other.value());
                json.writeEndObject();
            }
            json.writeEndArray();
            writePassport(json, figure.passport());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void writeAnswers(JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("tables");
        for (Section section : briefing.sections()) {
            if (section instanceof Section.TableSection table) {
                writeAnswer(json, table.id(), table.title(), table.answer());
            }
        }
        json.writeEndArray();
        json.writeArrayFieldStart("charts");
        for (Section section : briefing.sections()) {
            if (section instanceof Section.Chart chart) {
                writeAnswer(json, chart.id(), chart.title(), chart.answer());
            }
        }
        json.writeEndArray();
    }

    private static void writeAnswer(JsonGenerator json, String id, String title, Answer answer) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", id);
        json.writeStringField("title", title);
        json.writeNumberField("rows", answer.table().rowCount());
        writePassport(json, answer.passport());
        json.writeEndObject();
    }

    private static void writePassport(JsonGenerator json, Passport passport) throws IOException {
        json.writeObjectFieldStart("passport");
        json.writeStringField("method", passport.method());
        if (passport.sql().isPresent()) {
            json.writeStringField("sql", passport.sql().get());
        }
        if (passport.rowsSql().isPresent()) {
            json.writeStringField("rowsSql", passport.rowsSql().get());
        }
        writeTexts(json, "parameters", passport.parameters());
        json.writeArrayFieldStart("batches");
        for (Passport.Source source : passport.batches()) {
            json.writeStartObject();
            json.writeNumberField("batch", source.batch().id());
            json.writeNumberField("rows", source.rows());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeNumberField("rows", passport.rows());
        writeTexts(json, "inputs", passport.inputs());
        if (passport.factors().isPresent()) {
            json.writeStringField("factorSet", name(passport.factors().get()));
        }
        json.writeEndObject();
    }

    private static void writeTexts(JsonGenerator json, String field, Map<String, String> texts) throws IOException {
        json.writeObjectFieldStart(field);
        for (Map.Entry<String, String> text : texts.entrySet()) {
            json.writeStringField(text.getKey(), text.getValue());
        }
        json.writeEndObject();
    }

    private static void writeTexts(JsonGenerator json, String field, List<String> texts) throws IOException {
        json.writeArrayFieldStart(field);
        for (String text : texts) {
            json.writeString(text);
        }
        json.writeEndArray();
    }

    private static void writeNumber(JsonGenerator json, String field, BigDecimal value) throws IOException {
        json.writeFieldName(field);
        json.writeNumber(value.toPlainString());
    }

    private static String sha256Of(Path file) throws IOException {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] buffer = new byte[1 << 16];
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                digest.update(buffer, 0, count);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
