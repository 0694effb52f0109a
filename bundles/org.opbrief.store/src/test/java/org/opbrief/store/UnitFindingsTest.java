package org.opbrief.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.opbrief.api.data.Column;
import org.opbrief.api.data.Column.Constraint;
import org.opbrief.api.data.Column.Reading;
import org.opbrief.api.data.ColumnType;
import org.opbrief.api.data.DataSet;
import org.opbrief.api.data.ImportRequest;
import org.opbrief.api.data.ImportRequest.Option;
import org.opbrief.api.data.ImportResult;
import org.opbrief.api.data.Mapping;
import org.opbrief.api.data.Mapping.FromHeader;
import org.opbrief.api.data.Mapping.UnitOfRow;
import org.opbrief.api.data.Progress;
import org.opbrief.api.data.Unit;

/** Numbers whose units a file names elsewhere, names twice, or does not name. */
class UnitFindingsTest extends StoreTestCase {
    private static final DataSet SET = Sets.of(
            "s",
            List.of(),
            List.of(),
            Sets.column("state", ColumnType.TEXT, Constraint.NONE),
            new Column(
                    "weight",
                    "",
                    "",
                    ColumnType.DECIMAL,
                    3,
                    Optional.of(Unit.POUND),
                    new Reading(List.of("weight_lb"), Optional.empty(), Optional.empty()),
                    Constraint.NONE));

    private ImportResult result(String... lines) throws Exception {
        return load(SET, file("s.csv", String.join("\n", lines) + "\n"), Option.DRY_RUN);
    }

    private static List<String> ofWeight(ImportResult result) {
        return result.plan().findings().stream()
                .filter(finding -> finding.column()
                        .filter(header -> header.startsWith("weight"))
                        .isPresent())
                .map(finding -> finding.severity() + " " + finding.text())
                .toList();
    }

    @Test
    void a_weight_without_a_unit() throws Exception {
        assertEquals(
                List.of("WARNING The file does not say in which unit weight is; it is taken as pounds."),
                ofWeight(result("weight,state", "1,IA", "2,NE")));
        assertEquals(List.of(), ofWeight(result("weight_lb,state", "1,IA", "2,NE")));
    }

    @Test
    void a_column_of_units_that_says_something_else() throws Exception {
        ImportResult result = result("weight,Unit of Measure", "1,lb", "2,KG", "3,KG", "4,DU", "5,");
        assertEquals(
                List.of("ERROR The numbers of weight are taken as pounds in all rows, but Unit of Measure has the units"
                        + " kg (2 rows), du (1 row), lb (1 row); say in a mapping that it tells the unit: {from:"
                        + " weight, unit-from: Unit of Measure}."),
                ofWeight(result));
        assertTrue(result.plan().hasErrors());
    }

    @Test
    void a_column_of_units_that_says_the_same() throws Exception {
        assertEquals(List.of(), ofWeight(result("weight,unit", "1,lb", "2,lbs.", "3,Pounds")));
    }

    @Test
    void units_behind_the_numbers() throws Exception {
        ImportResult result = result("weight_lb", "1", "2 kg", "3.5 lbs.", "4kg", "5 boxes");
        assertEquals(
                List.of(
                        "WARNING weight_lb has units behind its numbers, kg (2 rows), lbs (1 row); such rows are rejected"
                                + " unless a mapping says that the unit stands there: {from: weight_lb, unit-from: weight_lb}."),
                ofWeight(result));
        assertEquals(4, result.batch().rowsRejected());
    }

    @Test
    void units_behind_the_numbers_are_read_if_a_mapping_says_so() throws Exception {
        FromHeader field = new FromHeader(
                "w", Optional.of(new UnitOfRow("w", Map.of())), Map.of(), Optional.empty(), Optional.empty());
        String content = "w\n1 kg\n\"1,000 lbs.\"\n12\n1.5e3 g\n3 boxes\n2 tablets\n";
        ImportResult result =
                store.importFile(new ImportRequest(file("s.csv", content), SET, DAY, Set.of(), Progress.NONE)
                        .read(Map.of(), Optional.of(new Mapping("s", Map.of("weight", field)))));
        assertEquals(List.of("2.205", "1000.000", "3.307", "null"), rows("SELECT weight FROM s ORDER BY _line"));
        assertEquals(
                List.of(
                        "line 4, column w, value \"12\": has no unit",
                        "line 6, column w, value \"3 boxes\": has the unknown unit \"boxes\""),
                result.problems().stream().map(Object::toString).toList());
    }
}
