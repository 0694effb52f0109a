package org.opbrief.dist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.opbrief.pdf.testing.Conformance;

/** Files of a kind that no pack knows. */
class NewTableIT {
    private static final Path DATA = Path.of("../../../shared/data");

    @TempDir
    private Path folder;

    @Test
    void aFileBeginsADataSetThatIsQueriedReportedOnExtendedAndRemoved() throws Exception {
        Workspace workspace = Workspace.in(folder.resolve("workspace"));
        Path stops = workspace.csv(
                "stops.csv",
                "\uFEFFStop ID,Stop Date,Officer ZIP,Searched,Seized (lbs),Note",
                "A1,05/28/2021,02115,Y,1.5,\"two",
                "",
                "lines\"",
                "A2,05/29/2021,50309,N,,",
                "A3,02/01/2023,50309,,0.25,",
                "A4,02/02/2023,50309,,0.25,,too many");
        String plan = workspace
                .does("import", stops, "--as", "new:traffic-stop", "--dry-run")
                .replaceAll(" +", " ");
        assertTrue(plan.contains("stops.csv as the new data set traffic-stop (Traffic stop)"), plan);
        assertTrue(plan.contains(" stop_date date "), plan);
        assertTrue(plan.contains(" officer_zip text digits, some with zeros before them"), plan);
        assertTrue(plan.contains(" searched boolean 1 all 2 values are yes or no"), plan);
        assertTrue(plan.contains(" seized_lbs decimal lb 1 all 2 values are numbers"), plan);
        assertTrue(plan.contains(" Rejected: stops.csv, line 7: has 7 fields where the header has 6"), plan);
        assertFalse(Files.exists(workspace.folder()));

        String imported = workspace.does("import", stops, "--as", "new:traffic-stop", "--yes");
        assertTrue(imported.contains("stops.csv: 3 rows imported as batch 1. Rejected: 1;"), imported);
        Path definition = workspace.folder().resolve("datasets/traffic-stop.yaml");
        assertTrue(Files.exists(definition));
        String list = workspace.does("data", "list");
        assertTrue(list.contains("Traffic stop (this workspace's own)"), list);
        Distribution.Result again = workspace.run("import", stops, "--as", "new:traffic-stop");
        assertEquals(1, again.exitCode());
        assertEquals(
                "opbrief: There is a data set traffic-stop already: import the file with --as traffic-stop, or give the new"
                        + " one another name.",
                again.complaint());

        workspace.does("run", "table", "-p", "dataset=traffic-stop", "--out", folder.resolve("O"));
        Path pdf = folder.resolve("O/traffic-stop.pdf");
        assertEquals(List.of(), Conformance.failures(pdf));
        String text = Pdfs.text(pdf);
        assertTrue(text.contains("from May 28, 2021 to February 1, 2023 by Stop Date."), text);
        assertTrue(text.contains("1.75 pounds"), text);
        List<String> texts = Workbooks.texts(folder.resolve("O/traffic-stop.xlsx"));
        assertTrue(texts.containsAll(List.of("By quarter", "Yes or no", "Columns")), texts.toString());

        Path more = workspace.csv(
                "more.csv", "Searched,Stop ID,Stop Date,Officer ZIP,Seized (lbs),Note", "Y,B1,03/15/2023,02115,2,");
        assertTrue(workspace.does("import", more, "--as", "traffic-stop").contains("1 row imported as batch 2."));
        workspace.does("data", "remove", "1");
        workspace.does("data", "remove", "2");
        assertTrue(Files.exists(definition));
        assertEquals("Removed the data set traffic-stop.\n", workspace.does("data", "remove", "traffic-stop"));
        assertFalse(Files.exists(definition));
    }

    @Test
    void aPackTakesADefinitionAlongAndGivesItBack() throws Exception {
        Workspace workspace = Workspace.in(folder.resolve("workspace"));
        Path stops = workspace.csv("stops.csv", "Stop ID,Seized", "A1,3", "A2,4");
        workspace.does("import", stops, "--as", "new:traffic-stop", "--yes");
        Path report = folder.resolve("my-stops");
        workspace.does("new", "report", report, "--from", "traffic-stop");
        Path jar = folder.resolve("my-stops.jar");
        workspace.does("pack", report, "--out", jar);
        workspace.does("install", jar, "--yes");
        String list = workspace.does("data", "list").replaceAll("\\s+", " ");
        assertTrue(
                list.contains("traffic-stop 2 1 Traffic stop The data set traffic-stop comes from the pack my-stops"),
                list);
        workspace.does("run", "my-stops", "--format", "xlsx", "--out", folder.resolve("O"));
        workspace.does("uninstall", "my-stops", "--yes");
        assertTrue(workspace.does("data", "list").contains("Traffic stop (this workspace's own)"));
    }

    @Test
    void anEditedDefinitionCountsAndABrokenOneIsNamedWithItsLine() throws Exception {
        Workspace workspace = Workspace.in(folder.resolve("workspace"));
        Path stops = workspace.csv("stops.csv", "Stop ID,Seized", "A1,3", "A2,4");
        workspace.does("import", stops, "--as", "new:traffic-stop", "--yes");
        Path definition = workspace.folder().resolve("datasets/traffic-stop.yaml");
        String yaml = Files.readString(definition);
        Files.writeString(
                definition,
                yaml.replace("title: Traffic stop", "title: Stops")
                        .replace("type: integer", "type: integer\n    unit: pill"));
        String shown = workspace.does("data", "show", "traffic-stop");
        assertTrue(shown.contains("traffic-stop: Stops\n"), shown);
        workspace.does("run", "table", "-p", "dataset=traffic-stop", "--format", "pdf", "--out", folder.resolve("O"));
        assertTrue(Pdfs.text(folder.resolve("O/traffic-stop.pdf")).contains("whole number, pills"));

        Files.writeString(definition, yaml.replace("type: integer", "type: number"));
        String list = workspace.does("data", "list").replaceAll("\\s+", " ");
        assertTrue(list.contains("traffic-stop.yaml, line 16, cannot be used:"), list);
        assertFalse(list.contains("own)"), list);
    }

    @Test
    @DisabledIf("isAbsent")
    void deathsOfConnecticutAreCountedByYearAndBlankIsKeptApartFromNo() throws Exception {
        Workspace workspace = Workspace.in(folder.resolve("workspace"));
        Path file = DATA.resolve("CT_Accidental_Drug_Related_Deaths_2012-2018.csv");
        String imported = workspace.does("import", file, "--as", "new:drug-death", "--yes");
        assertTrue(imported.contains("Rows: 5,105 read, 5,105 to be imported, 0 rejected"), imported);
        assertTrue(
                imported.contains("    any_opioid            boolean         2,639  all 2,466 values are yes or no"),
                imported);
        workspace.does("run", "table", "-p", "dataset=drug-death", "--format", "xlsx", "--out", folder.resolve("O"));
        List<Double> numbers = Workbooks.numbers(folder.resolve("O/drug-death.xlsx"), "By year");
        assertEquals(
                List.of(
                        2012.0, 355.0, 2013.0, 490.0, 2014.0, 558.0, 2015.0, 727.0, 2016.0, 917.0, 2017.0, 1038.0,
                        2018.0, 1018.0),
                numbers.subList(0, 14));
        List<Double> answers = Workbooks.numbers(folder.resolve("O/drug-death.xlsx"), "Yes or no");
        assertEquals(List.of(2460.0, 6.0, 2639.0), answers.subList(answers.size() - 3, answers.size()));
    }

    @Test
    @DisabledIf("isAbsent")
    void arrestsOfChicagoHaveTwiceWhatStandsThereTwiceAndBlanksWhereNoPlaceIsKnown() throws Exception {
        Workspace workspace = Workspace.in(folder.resolve("workspace"));
        Path file = DATA.resolve("chicago_ChicagoNarcoCrimes_2001_to_2017.csv");
        String imported = workspace.does("import", file, "--as", "new:narcotics", "--yes");
        assertTrue(imported.contains("6,101 rows imported as batch 1."), imported);
        assertTrue(imported.contains("  Warning: 72 rows equal an earlier row of the file in all columns"), imported);
        assertTrue(
                imported.contains("    latitude      decimal            85  all 6,016 values are numbers"), imported);
    }

    static boolean isAbsent() {
        return !Files.exists(DATA);
    }
}
