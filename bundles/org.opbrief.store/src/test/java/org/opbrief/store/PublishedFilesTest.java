package org.opbrief.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.opbrief.api.data.Column.Constraint;
import org.opbrief.api.data.Column.Reading;
import org.opbrief.api.data.ColumnType;
import org.opbrief.api.data.DataSet;
import org.opbrief.api.data.ImportResult;

/** Files that agencies publish, where they are at hand. */
class PublishedFilesTest extends StoreTestCase {
    private static final Path DATA = Path.of("../../../shared/data");

    @Test
    void border_seizures_add_up_to_the_published_pounds() throws Exception {
        Path file = DATA.resolve("nationwide-drugs-fy20-fy23.csv");
        assumeTrue(Files.exists(file));
        DataSet border = Sets.of(
                "border-seizure",
                List.of(),
                List.of(),
                Sets.reading("fy", ColumnType.INTEGER, 0, strip("\\s*\\(FYTD\\)")),
                Sets.reading(
                        "drug",
                        ColumnType.TEXT,
                        0,
                        new Reading(List.of("Drug Type"), Optional.of("\\s*\\*+$"), Optional.empty())),
                Sets.reading(
                        "lb",
                        ColumnType.DECIMAL,
                        15,
                        new Reading(List.of("Sum Qty (lbs)"), Optional.empty(), Optional.empty())));
        ImportResult result = load(border, file);
        assertEquals(9924, result.batch().rowsAccepted());
        assertEquals(List.of(), result.problems());
        assertEquals(
                List.of("2020|4791.06", "2021|11201.32", "2022|14699.88", "2023|27022.85"),
                rows("SELECT fy, round(sum(lb), 2) FROM border_seizure WHERE drug = 'Fentanyl' GROUP BY 1 ORDER BY 1"));
        assertEquals(List.of("0"), rows("SELECT count(*) FROM border_seizure WHERE drug LIKE '%*'"));
        String first = store.sourceRecord(1, 2).orElseThrow();
        assertEquals(
                "2020,APR,Office of Field Operations,Coastal/Interior,Other,ATLANTA FIELD OFFICE,Other Drugs**,2,"
                        + "0.330693393",
                first);
    }

    @Test
    void records_with_quoted_newlines_keep_their_lines() throws Exception {
        Path file = DATA.resolve("CT_Accidental_Drug_Related_Deaths_2012-2018.csv");
        assumeTrue(Files.exists(file));
        DataSet deaths = Sets.of(
                "death",
                List.of("id"),
                List.of(),
                Sets.column("id", ColumnType.TEXT, Constraint.NONE),
                Sets.column("age", ColumnType.INTEGER, Constraint.NONE),
                Sets.reading(
                        "fentanyl",
                        ColumnType.BOOLEAN,
                        0,
                        new Reading(List.of(), Optional.empty(), Optional.of("(?i)^y"))));
        ImportResult result = load(deaths, file);
        assertEquals(5105, result.batch().rowsRead());
        assertEquals(5105, result.batch().rowsAccepted());
        List<String> lines = Files.readAllLines(file);
        for (String row : rows("SELECT _line, id FROM death ORDER BY _line")) {
            String[] parts = row.split("\\|");
            int line = Integer.parseInt(parts[0]);
            String record = store.sourceRecord(1, line).orElseThrow();
            assertEquals(lines.get(line - 1), record.lines().findFirst().orElseThrow());
            assertEquals(parts[1], record.substring(0, record.indexOf(',')));
        }
    }

    private static Reading strip(String pattern) {
        return new Reading(List.of("FY"), Optional.of(pattern), Optional.empty());
    }
}
