package org.opbrief.store;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.opbrief.api.data.Column.Constraint;
import org.opbrief.api.data.ColumnType;
import org.opbrief.api.data.DataSet;
import org.opbrief.api.data.ImportRequest;
import org.opbrief.api.data.ImportResult;
import org.opbrief.api.data.Importer;
import org.opbrief.api.data.Lineage;
import org.opbrief.api.data.Mapping;
import org.opbrief.api.data.Progress;
import org.opbrief.importer.csv.CsvImporter;
import org.opbrief.importer.excel.ExcelImporter;
import org.opbrief.importer.json.JsonImporter;
import org.opbrief.importer.parquet.ParquetImporter;

/** Rows of files in all formats lead back to their records, and leave to be corrected. */
class SourceFormatsTest extends StoreTestCase {
    private static final Map<String, String> PLACES = new LinkedHashMap<>();

    static {
        PLACES.put("comma.csv", "line ");
        PLACES.put("semicolon.csv", "line ");
        PLACES.put("tab.csv", "line ");
        PLACES.put("book.xlsx", "row ");
        PLACES.put("old.xls", "row ");
        PLACES.put("array.json", "record ");
        PLACES.put("inside.json", "record ");
        PLACES.put("lines.jsonl", "line ");
        PLACES.put("map.geojson", "record ");
        PLACES.put("table.parquet", "record ");
    }

    @Override
    List<Importer> importers() {
        return List.of(new CsvImporter(), new ExcelImporter(), new JsonImporter(), new ParquetImporter());
    }

    /** Of the 40 rows of a sound file it rejects the last ten. */
    private static DataSet upTo(long most, String id) {
        return Sets.of(
                id,
                List.of("seizure_id"),
                List.of(),
                Sets.column("seizure_id", ColumnType.TEXT, Sets.REQUIRED),
                Sets.column("state", ColumnType.TEXT, Constraint.NONE),
                Sets.column(
                        "units",
                        ColumnType.INTEGER,
                        new Constraint(true, Optional.empty(), Optional.of(BigDecimal.valueOf(most)), List.of())));
    }

    /** How many units the first row has; the others have as many more, each. */
    private static long units(String file) {
        return file.endsWith(".parquet") ? 1 : 10;
    }

    private record Imported(String file, DataSet dataSet, long batch) {}

    private List<Imported> imported() throws Exception {
        List<Imported> all = new ArrayList<>();
        for (Map.Entry<String, byte[]> sound : SoundFiles.all(temp).entrySet()) {
            DataSet dataSet = upTo(30 * units(sound.getKey()), "set-" + all.size());
            Path file = Files.write(temp.resolve(sound.getKey()), sound.getValue());
            ImportResult result = load(dataSet, file);
            assertEquals(10, result.batch().rowsRejected(), sound.getKey());
            all.add(new Imported(sound.getKey(), dataSet, result.batch().id()));
        }
        return all;
    }

    @Test
    void every_row_leads_to_its_record_and_its_place_in_whatever_order() throws Exception {
        for (Imported each : imported()) {
            for (int row : new int[] {20, 1, 30, 2}) {
                long line = Long.parseLong(
                        rows("SELECT _line FROM " + Tables.name(each.dataSet) + " WHERE seizure_id = 'S-" + row + "'")
                                .get(0));
                String record = store.sourceRecord(each.batch, line).orElse("");
                String place = store.place(each.batch, line);
                assertAll(
                        each.file,
                        () -> assertTrue(record.contains("S-" + row), record),
                        () -> assertFalse(record.contains("S-" + (row + 1)), record),
                        () -> assertTrue(place.endsWith(PLACES.get(each.file) + line), place),
                        () -> assertEquals(each.file.matches(".*\\.xlsx?"), place.startsWith("sheet "), place));
            }
            assertEquals(Optional.empty(), store.sourceRecord(each.batch, 1_000_000), each.file);
        }
        store.close();
        try (Stream<Path> left = Files.list(folder())) {
            assertEquals(
                    List.of(),
                    left.filter(path -> path.getFileName().toString().startsWith(".tmp-"))
                            .toList());
        }
    }

    @Test
    void rejected_rows_of_every_format_are_corrected_in_a_file() throws Exception {
        for (Imported each : imported()) {
            Path fixed = temp.resolve("fixed-" + each.batch + ".csv");
            assertEquals(10, store.writeRejects(each.batch, fixed), each.file);
            String text = Files.readString(fixed);
            long units = units(each.file);
            for (int row = 31; row <= 40; row++) {
                text = text.replaceAll("(?<=,)" + row * units + "(?=[,\n])", String.valueOf(row - 30));
            }
            Files.writeString(fixed, text);
            ImportRequest request = new ImportRequest(fixed, each.dataSet, DAY, Set.of(), Progress.NONE);
            ImportResult result = store.importFile(request.of(Lineage.NONE.correcting(each.batch)));
            assertEquals(10, result.batch().rowsAccepted(), each.file + result.problems());
            assertEquals(
                    List.of("40|" + (units == 1 ? "IA" : "two\nlines") + "|30|55"),
                    rows("SELECT count(*), max(state) FILTER (seizure_id = 'S-32'), count(*) FILTER (_batch = "
                            + each.batch + "), sum(units) FILTER (_batch <> " + each.batch + ") FROM "
                            + Tables.name(each.dataSet)),
                    each.file);
        }
    }

    @Test
    void a_mapping_that_cannot_be_kept_is_told_and_the_rows_are_stored() throws Exception {
        Files.writeString(folder().resolve("mappings"), "in the way");
        DataSet dataSet = upTo(300, "set");
        ImportRequest request =
                new ImportRequest(file("a.csv", "number,units\nS-1,5\n"), dataSet, DAY, Set.of(), Progress.NONE);
        ImportResult result = store.importFile(request.read(
                Map.of(),
                Optional.of(new Mapping(
                        "set",
                        Map.of(
                                "seizure_id", Mapping.FromHeader.plain("number"),
                                "units", Mapping.FromHeader.plain("units"))))));
        assertEquals(ImportResult.Outcome.IMPORTED, result.outcome());
        assertEquals(1, result.remarks().size());
        assertTrue(
                result.remarks()
                        .get(0)
                        .text()
                        .startsWith("The mapping could not be kept for later files with the same headers: "),
                result.remarks().toString());
        assertEquals(List.of("S-1|5"), rows("SELECT seizure_id, units FROM \"set\""));
    }
}
