package org.opbrief.packs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opbrief.api.data.DataSet;

/** Data sets that a workspace defines itself, beside those of packs. */
class OwnDefinitionsTest {
    private static final String VISIT = """
            id: visit
            title: Visits
            columns:
              place: {title: Place}
              day: {title: Day, type: date}
            """;

    @TempDir
    private Path workspace;

    @BeforeEach
    void define() throws Exception {
        Files.createDirectories(workspace.resolve("datasets"));
        write("visit.yaml", VISIT);
    }

    @Test
    void a_data_set_with_a_fault_is_told_and_leaves_the_others() throws Exception {
        write("bad.yaml", "id: bad\ntitle: Bad\ncolumns:\n  x: {title: X, type: number}\n");
        write("other.yaml", VISIT.replace("id: visit", "id: elsewhere"));
        OwnDefinitions own = own();
        assertEquals(Set.of("visit"), own.byId().keySet());
        assertEquals(2, own.faults().size());
        assertTrue(
                own.faults()
                        .get(0)
                        .startsWith("The data set in " + workspace.resolve("datasets/bad.yaml")
                                + ", line 4, cannot be used: "),
                own.faults().get(0));
        assertEquals(
                "The data set elsewhere of this workspace is not used, since its file is not named elsewhere.yaml in "
                        + workspace.resolve("datasets") + "; rename the file.",
                own.faults().get(1));
    }

    @Test
    void reports_of_packs_may_read_them() {
        Contents contents = contents(Map.of("reports/visits/report.yaml", """
                id: visits
                title: Visits
                queries: {by_place: {from: visit, by: place, measures: {visits: count()}}}
                sections: [{table: by_place}]
                """));
        assertEquals(Optional.empty(), contents.packs().get(0).rejected());
        assertEquals(Set.of("visit"), contents.own().ids());
        assertEquals(1, contents.reports().size());
    }

    @Test
    void a_pack_that_brings_one_with_all_its_columns_takes_its_place() {
        Contents contents = contents(
                Map.of("datasets/visit.yaml", VISIT.replace("Visits", "All visits") + "  people: {title: People}\n"));
        assertEquals(
                List.of("All visits"),
                contents.dataSets().stream().map(DataSet::title).toList());
        assertEquals(Set.of(), contents.own().ids());
        assertEquals(
                List.of("The data set visit comes from the pack pack, which takes the place of the definition that the"
                        + " workspace keeps for it."),
                contents.own().problems());
    }

    @Test
    void a_pack_that_brings_another_one_of_that_name_is_rejected() {
        Contents contents = contents(Map.of("datasets/visit.yaml", VISIT.replace("type: date", "type: text")));
        assertEquals(
                Optional.of(
                        "the data set 'visit' is one of this workspace's own, whose column 'day' it does not have so;"
                                + " remove that one first, or take another id"),
                contents.packs().get(0).rejected());
        assertEquals(
                List.of("Visits"),
                contents.dataSets().stream().map(DataSet::title).toList());
    }

    private Contents contents(Map<String, String> pack) {
        return Contents.of(List.of(new MemoryContent("pack", pack)), RegisteredReports.Brought.NOTHING, own());
    }

    private OwnDefinitions own() {
        return OwnDefinitions.of(OwnFiles.of(workspace));
    }

    private void write(String name, String yaml) throws Exception {
        Files.writeString(workspace.resolve("datasets").resolve(name), yaml);
    }
}
