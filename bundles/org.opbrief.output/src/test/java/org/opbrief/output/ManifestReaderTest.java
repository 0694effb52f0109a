package org.opbrief.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opbrief.api.output.OutputException;
import org.opbrief.api.output.Tracing.Manifest;
import org.opbrief.api.output.Tracing.TracedBatch;
import org.opbrief.api.output.Tracing.TracedFigure;

class ManifestReaderTest {
    @TempDir
    Path temp;

    private Path written() throws Exception {
        Path file = temp.resolve("a.manifest.json");
        new ManifestWriter(Samples.briefing(), "Operation briefing", List.of()).write(file);
        return file;
    }

    private String refusal(String text) throws Exception {
        Path file = Files.writeString(temp.resolve("b.json"), text);
        return message(file).replace(file.toString(), "b.json");
    }

    private static String message(Path file) {
        return assertThrows(OutputException.class, () -> new ManifestReader(file).read())
                .getMessage();
    }

    @Test
    void whatWasWrittenIsRead() throws Exception {
        Manifest manifest = new ManifestReader(written()).read();
        assertEquals("Operation Last Mile", manifest.title());
        assertEquals("Internal", manifest.edition());
        assertEquals(List.of("Operation: Operation Last Mile"), manifest.parameters());
        assertEquals(
                List.of(
                        new TracedBatch(7, "seizure", "seizures.csv", "ab".repeat(32), "2023-05-01", 3),
                        new TracedBatch(8, "arrest", "arrests.csv", "cd".repeat(32), "2023-05-01", 2)),
                manifest.batches());
        TracedFigure pills = manifest.figures().get(0);
        assertEquals(new BigDecimal("1000"), pills.value());
        assertEquals("select _batch, _line, units as value from seizure", pills.rowsSql());
        assertEquals(List.of("seizures.csv: 3"), pills.batches());
        TracedFigure doses = manifest.figures().get(2);
        assertEquals(
                new TracedFigure(
                        "doses",
                        "The doses",
                        new BigDecimal("600.00"),
                        "dose",
                        "600.00",
                        true,
                        "estimate",
                        "",
                        "",
                        List.of(),
                        List.of("seizures.csv: 3"),
                        3,
                        List.of("pills"),
                        "Doses 2023 (from 2023-01-01): share 0.60; source: inferred",
                        Optional.of(Samples.DOSES)),
                doses);
    }

    @Test
    void whatIsNoManifestIsToldInWords() throws Exception {
        assertEquals("There is no file " + temp.resolve("none") + ".", message(temp.resolve("none")));
        String advice = "; give the .manifest.json that was written beside the briefing.";
        assertEquals(temp + " is a folder, not a manifest" + advice, message(temp));
        assertEquals("b.json is not JSON" + advice, refusal("%PDF-1.7"));
        assertEquals("b.json is not JSON" + advice, refusal(""));
        assertEquals("b.json is JSON, but no manifest of a briefing" + advice, refusal("{\"a\": 1}"));
        assertEquals("b.json is JSON, but no manifest of a briefing" + advice, refusal("[]"));
        assertEquals(
                "b.json was written by a later version of Opbrief; read it with that one.",
                refusal("{\"opbriefManifest\": 2}"));
    }

    @Test
    void aDamagedManifestIsToldWithLineAndColumn() throws Exception {
        assertEquals(
                "The manifest b.json is damaged, line 1, column 1: the document has no \"batches\";"
                        + " write the briefing again.",
                refusal("{\"opbriefManifest\": 1}"));
        String text = Files.readString(written());
        assertEquals(
                "The manifest b.json is damaged, line 87, column 16: figures[0].value is not a number;"
                        + " write the briefing again.",
                refusal(text.replace("\"value\": 1000", "\"value\": \"1000\"")));
        assertEquals(
                "The manifest b.json is damaged, line 102, column 22: figures[0].passport.batches[0].batch names a batch"
                        + " that is not listed; write the briefing again.",
                refusal(text.replaceFirst("\"batch\": 7", "\"batch\": 9")));
        assertEquals(
                "The manifest b.json is damaged, line 61, column 20: factorSets[0].terms[0].times names the factor"
                        + " \"part\", which the set does not have; write the briefing again.",
                refusal(text.replaceFirst("(\"times\": \\[\\s*)\"share\"", "$1\"part\"")));
        assertEquals(
                "The manifest b.json is damaged, line 60, column 19: factorSets[0].terms[0].unit is no unit;"
                        + " write the briefing again.",
                refusal(text.replaceFirst("(\"input\": \"pills\",\\s*)\"unit\": \"pill\"", "$1\"unit\": \"pile\"")));
        assertEquals(
                "The manifest b.json is damaged, line 2, column 25: Unexpected character ('}' (code 125)):"
                        + " was expecting a colon to separate field name and value; write the briefing again.",
                refusal("{\"opbriefManifest\": 1,\n  \"batches\": [], \"title\"}"));
    }

    @Test
    void aHostileManifestIsRefused() throws Exception {
        assertEquals(
                "The manifest b.json is damaged, line 1, column 18: the document is nested too deeply, or a text or"
                        + " number in it is too long; write the briefing again.",
                refusal("[".repeat(100_000)));
        assertEquals(
                "The manifest b.json is damaged, line 1, column 18: a is too large or too small a number;"
                        + " write the briefing again.",
                refusal("{\"a\": 1e999999999}"));
        assertEquals(
                "The manifest b.json is damaged, line 1, column 11: Duplicate field 'a'; write the briefing again.",
                refusal("{\"a\":1,\"a\":2}"));
    }
}
