package org.opbrief.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opbrief.api.data.Batch;
import org.opbrief.api.output.OutputException;
import org.opbrief.api.output.Tracing.Manifest;
import org.opbrief.api.output.Tracing.SourceRow;
import org.opbrief.api.output.Tracing.TracedBatch;
import org.opbrief.api.output.Tracing.TracedFigure;

class ManifestTracingTest {
    @TempDir
    Path temp;

    private final ManifestTracing tracing = new ManifestTracing();
    private Manifest manifest;

    @BeforeEach
    void writeManifest() throws Exception {
        Path file = temp.resolve("a.manifest.json");
        new ManifestWriter(Samples.briefing(), "Operation briefing", List.of()).write(file);
        manifest = tracing.read(file);
    }

    private List<SourceRow> rows(DuckStore store, String figure) throws OutputException {
        List<SourceRow> rows = new ArrayList<>();
        tracing.rows(store, manifest, figure, rows::add);
        return rows;
    }

    private String refusal(DuckStore store, String figure) {
        List<SourceRow> rows = new ArrayList<>();
        String message = assertThrows(OutputException.class, () -> tracing.rows(store, manifest, figure, rows::add))
                .getMessage();
        assertEquals(List.of(), rows);
        return message;
    }

    @Test
    void theRowsOfAFigureAreToldByFileLineValueAndContent() throws Exception {
        try (DuckStore store = new DuckStore(Samples.SEIZURES, Samples.ARRESTS)) {
            assertEquals(
                    List.of(
                            new SourceRow("pills", "seizures.csv", 2, "10", "7: line 2"),
                            new SourceRow("pills", "seizures.csv", 3, "20", "7: line 3"),
                            new SourceRow("pills", "seizures.csv", 4, "30", "7: line 4")),
                    rows(store, "pills"));
            assertTrue(tracing.holds(store, manifest));
        }
    }

    @Test
    void aDerivedFigureLeadsToTheRowsOfItsInputsEachOnce() throws Exception {
        try (DuckStore store = new DuckStore(Samples.SEIZURES, Samples.ARRESTS)) {
            List<SourceRow> rows = rows(store, "both");
            assertEquals(
                    List.of("pills", "pills", "pills", "arrests", "arrests"),
                    rows.stream().map(SourceRow::figure).toList());
            assertEquals(new SourceRow("arrests", "arrests.csv", 2, "", "8: line 2"), rows.get(3));
        }
    }

    @Test
    void batchesOfOtherNumbersAreTheSameIfTheirBytesAre() throws Exception {
        Batch other = Samples.batch(7, "seizure", "other.csv", "ef", 3);
        Batch moved = Samples.batch(9, "seizure", "seizures.csv", "ab", 3);
        try (DuckStore store = new DuckStore(other, moved, Samples.ARRESTS)) {
            assertTrue(tracing.holds(store, manifest));
            assertEquals(
                    List.of("9: line 2", "9: line 3", "9: line 4"),
                    rows(store, "pills").stream().map(SourceRow::content).toList());
        }
    }

    @Test
    void rowsThatWereImportedLaterAreNotShown() throws Exception {
        Batch later = Samples.batch(10, "seizure", "later.csv", "12", 3);
        try (DuckStore store = new DuckStore(Samples.SEIZURES, Samples.ARRESTS, later)) {
            assertEquals(3, rows(store, "pills").size());
        }
    }

    @Test
    void aWorkspaceWithoutTheFileIsRefusedByName() throws Exception {
        Batch other = Samples.batch(7, "seizure", "seizures.csv", "ef", 3);
        try (DuckStore store = new DuckStore(other, Samples.ARRESTS)) {
            assertFalse(tracing.holds(store, manifest));
            assertEquals(
                    "The workspace W does not hold seizures.csv (data set seizure, SHA-256 " + "ab".repeat(32)
                            + ", 3 rows) that the manifest names; import that file, or name the workspace that wrote"
                            + " the briefing.",
                    refusal(store, "pills"));
        }
    }

    @Test
    void rowsThatAreNotAsManyAsWentInAreNotShown() throws Exception {
        try (DuckStore store = new DuckStore(Samples.SEIZURES, Samples.ARRESTS)) {
            store.execute("delete from seizure where _line = 3");
            assertEquals(
                    "The workspace W gives 2 rows for \"pills\", but 3 went into it: the data, or the numbers of the"
                            + " batches, have changed since the briefing was written; write it again.",
                    refusal(store, "both"));
        }
    }

    @Test
    void anUnknownFigureIsAnsweredWithThoseOfTheManifest() throws Exception {
        try (DuckStore store = new DuckStore()) {
            assertEquals(
                    "The manifest of \"Operation Last Mile\" has no figure \"pilz\"; it has pills, arrests, doses,"
                            + " both.",
                    refusal(store, "pilz"));
        }
    }

    @Test
    void manyRowsAreToldInOrderWithoutLossOrRepeat() throws Exception {
        Batch large = Samples.batch(7, "seizure", "seizures.csv", "ab", 50_001);
        try (DuckStore store = new DuckStore(large)) {
            Manifest many = new Manifest(
                    "t",
                    "e",
                    List.of(),
                    List.of(new TracedBatch(7, "seizure", "seizures.csv", "ab".repeat(32), "", 50_001)),
                    List.of(ManifestTracingTest.withRows(manifest.figures().get(0), 50_001)));
            List<SourceRow> rows = new ArrayList<>();
            tracing.rows(store, many, "pills", rows::add);
            assertEquals(50_001, rows.size());
            for (int i = 0; i < rows.size(); i++) {
                assertEquals(i + 2, rows.get(i).line());
            }
        }
    }

    private static TracedFigure withRows(TracedFigure figure, long rows) {
        return new TracedFigure(
                figure.id(),
                figure.label(),
                figure.value(),
                figure.unit(),
                figure.words(),
                figure.estimate(),
                figure.method(),
                figure.sql(),
                figure.rowsSql(),
                figure.parameters(),
                figure.batches(),
                rows,
                figure.inputs(),
                figure.factors(),
                figure.factorSet());
    }
}
