package org.opbrief.mapping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opbrief.api.data.Column;
import org.opbrief.api.data.Column.Constraint;
import org.opbrief.api.data.Column.Reading;
import org.opbrief.api.data.Column.Term;
import org.opbrief.api.data.ColumnType;
import org.opbrief.api.data.DataSet;
import org.opbrief.api.data.FileColumn;
import org.opbrief.api.data.ImportException;
import org.opbrief.api.data.Mapping;
import org.opbrief.api.data.Mapping.Constant;
import org.opbrief.api.data.Mapping.FromHeader;
import org.opbrief.api.data.Mapping.FromPeriod;
import org.opbrief.api.data.Mapping.SameUnit;
import org.opbrief.api.data.Mapping.UnitOfRow;
import org.opbrief.api.data.Mappings.Saved;
import org.opbrief.api.data.Proposal;
import org.opbrief.api.data.Unit;

class MappingsTest {
    private static final DataSet SEIZURE = new DataSet(
            "seizure",
            "Seizures",
            "",
            "",
            List.of(
                    column("id", ColumnType.TEXT, Optional.empty(), true, List.of("Exhibit"), List.of()),
                    column("seized", ColumnType.DATE, Optional.empty(), true, List.of(), List.of()),
                    column(
                            "drug",
                            ColumnType.TEXT,
                            Optional.empty(),
                            false,
                            List.of("substance"),
                            List.of(
                                    new Term("methamphetamine", "", List.of("meth", "ice")),
                                    new Term("heroin", "", List.of()))),
                    column(
                            "mass_kg",
                            ColumnType.DECIMAL,
                            Optional.of(Unit.KILOGRAM),
                            false,
                            List.of("net_weight_kg"),
                            List.of())),
            List.of("id"),
            List.of());

    @TempDir
    private Path folder;

    private final WorkspaceMappings mappings = new WorkspaceMappings();

    private static Column column(
            String name,
            ColumnType type,
            Optional<Unit> unit,
            boolean required,
            List<String> headers,
            List<Term> terms) {
        return new Column(
                name,
                name,
                "",
                type,
                3,
                unit,
                new Reading(headers, Optional.empty(), Optional.empty()),
                new Constraint(required, Optional.empty(), Optional.empty(), terms));
    }

    private static FileColumn file(String header, String... samples) {
        return new FileColumn(header, List.of(samples));
    }

    private Proposal propose(FileColumn... columns) throws ImportException {
        return mappings.propose(folder, "f.csv", SEIZURE, Arrays.asList(columns));
    }

    @Test
    void names_that_the_data_set_knows_are_certain() throws ImportException {
        Proposal proposal = propose(file("EXHIBIT"), file("Seized"), file("Remarks"));
        assertEquals(Proposal.Basis.NAMES, proposal.basis());
        assertEquals(
                Map.of("id", FromHeader.plain("EXHIBIT"), "seized", FromHeader.plain("Seized")),
                proposal.mapping().fields());
        assertEquals(Map.of("id", 1.0, "seized", 1.0), proposal.confidence());
    }

    @Test
    void a_name_that_differs_by_its_unit_alone_is_converted() throws ImportException {
        Proposal proposal = propose(file("id"), file("seized"), file("Net Weight (lbs)", "12.5", "3"));
        assertEquals(
                new FromHeader(
                        "Net Weight (lbs)",
                        Optional.of(new SameUnit(Unit.POUND)),
                        Map.of(),
                        Optional.empty(),
                        Optional.empty()),
                proposal.mapping().fields().get("mass_kg"));
        assertEquals(0.95, proposal.confidence().get("mass_kg"));
        assertEquals(Proposal.Basis.SIMILARITY, proposal.basis());
    }

    @ParameterizedTest
    @CsvSource({"siezed, 0.8", "Date seized, 0.6", "Seized date, 0.6"})
    void similar_names_are_guesses(String header, double confidence) throws ImportException {
        Proposal proposal = propose(file("id"), file(header, "2023-05-01", "2023-05-02"));
        assertEquals(FromHeader.plain(header), proposal.mapping().fields().get("seized"));
        assertEquals(confidence, proposal.confidence().get("seized"));
    }

    @Test
    void values_of_the_vocabulary_tell_of_a_column_under_any_name() throws ImportException {
        Proposal proposal = propose(file("id"), file("seized"), file("X1", "Ice", "HEROIN", "meth", "cocaine"));
        assertEquals(FromHeader.plain("X1"), proposal.mapping().fields().get("drug"));
        assertEquals(0.75 * 3 / 4, proposal.confidence().get("drug"), 1e-9);
    }

    @Test
    void values_that_cannot_be_of_the_column_speak_against_a_similar_name() {
        assertEquals(
                "f.csv does not fit the data set seizure: it lacks the column seized; say which columns they"
                        + " are (--mapping, or Columns… in the import wizard), rename the headers, or choose another data set.",
                assertThrows(ImportException.class, () -> propose(file("id"), file("Seized by", "Smith", "Jones")))
                        .getMessage());
    }

    @Test
    void a_sketch_leaves_out_what_is_needed_and_not_found() throws ImportException {
        Proposal sketch = mappings.sketch(folder, "f.csv", SEIZURE, List.of(file("id"), file("Seized by", "Smith")));
        assertEquals(Map.of("id", FromHeader.plain("id")), sketch.mapping().fields());
        assertEquals(
                Map.of(),
                mappings.sketch(folder, "f.csv", SEIZURE, List.of(file("x")))
                        .mapping()
                        .fields());
    }

    @Test
    void a_column_that_is_chosen_is_read_in_the_unit_that_its_header_names() {
        Column mass = SEIZURE.column("mass_kg").orElseThrow();
        assertEquals(
                Optional.of(new SameUnit(Unit.POUND)),
                mappings.chosen(mass, "Gross lbs").unit());
        assertEquals(FromHeader.plain("Gross kg"), mappings.chosen(mass, "Gross kg"));
        assertEquals(
                FromHeader.plain("lbs"), mappings.chosen(SEIZURE.column("drug").orElseThrow(), "lbs"));
    }

    @Test
    void a_mapping_that_is_written_for_people_is_read_again_with_its_layout() throws Exception {
        Saved saved = new Saved(
                new Mapping("seizure", Map.of("id", FromHeader.plain("a"))), Map.of("sheet", "2022", "area", "A1:C9"));
        Path file = Files.writeString(folder.resolve("m.yaml"), mappings.text(saved));
        assertEquals(saved, mappings.read(file, SEIZURE));
        assertEquals("""
                # Which columns of a file fill which columns of the data set. Headers stand here as in the file.
                data-set: seizure
                columns:
                  id: a
                read:
                  area: A1:C9
                  sheet: '2022'
                """, Files.readString(file));
    }

    @Test
    void a_remembered_mapping_is_used_for_exactly_the_same_headers() throws Exception {
        Mapping kept =
                new Mapping("seizure", Map.of("id", FromHeader.plain("b"), "seized", new Constant("2023-05-01")));
        mappings.remember(folder, List.of("a", "b"), kept);
        Proposal again = propose(file("a"), file("b"));
        assertEquals(Proposal.Basis.REMEMBERED, again.basis());
        assertEquals(kept, again.mapping());
        assertThrows(ImportException.class, () -> propose(file("b"), file("a")));
        try (Stream<Path> files = Files.list(folder.resolve("mappings"))) {
            assertEquals(1, files.count());
        }
    }

    @Test
    void all_that_a_mapping_can_say_is_written_and_read_again() throws Exception {
        Map<String, Mapping.Field> fields = new LinkedHashMap<>();
        fields.put("id", FromHeader.plain("a: \"b\" #c\nd"));
        fields.put("seized", new FromPeriod("FY", Optional.of("Month"), true));
        fields.put(
                "drug",
                new FromHeader(
                        "what",
                        Optional.empty(),
                        Map.of("Yes", "heroin"),
                        Optional.of("dd.MM.yyyy"),
                        Optional.of(";")));
        fields.put(
                "mass_kg",
                new FromHeader(
                        "n",
                        Optional.of(new UnitOfRow("unit", Map.of("GM", Unit.GRAM))),
                        Map.of(),
                        Optional.empty(),
                        Optional.empty()));
        Mapping mapping = new Mapping("seizure", fields);
        mappings.remember(folder, List.of("x"), mapping);
        assertEquals(mapping, propose(file("x")).mapping());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "columns: {idd: a} | m.yaml, line 1: \"idd\" is not known here. Did you mean \"id\"?",
                "columns: [a] | m.yaml, line 1: lines like \"name: value\" are expected here.",
                "x: 1 | m.yaml, line 1: \"x\" is not known here. There are columns, data-set, plan and read.",
                "columns: {mass_kg: {from: a, unit: lbs}} | m.yaml, line 1: the unit \"lbs\" is not known. Did you mean \"lb\"?",
                "columns: {id: {unit: lb}} | m.yaml, line 1: it says neither from which column (from) nor which constant.",
                "data-set: arrest | m.yaml, line 1: it is for the data set arrest, not for seizure.",
                "data-set: seizure | m.yaml has no \"columns\": it says which column of the file fills which column of seizure.",
                "columns: {id: {from: [a]}} | m.yaml, line 1: one value is expected here."
            })
    void what_is_wrong_in_a_mapping_is_said_with_its_line(String yaml, String message) throws IOException {
        Path file = Files.writeString(folder.resolve("m.yaml"), yaml);
        String said = assertThrows(ImportException.class, () -> mappings.read(file, SEIZURE))
                .getMessage();
        assertEquals(folder.resolve("") + "/" + message, said);
    }
}
