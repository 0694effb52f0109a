package org.opbrief.dist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file of a laboratory, whose columns nobody has named as the data set does. */
class ImportPlanIT {
    private static final String HEADER =
            "Exhibit No,Field Division,ST,Date Seized,Substance,Drug Form,Net Weight (lbs),Dosage Units,Agent";

    @TempDir
    private Path folder;

    @Test
    void a_plan_is_saved_corrected_used_and_remembered_and_a_later_file_supersedes() throws Exception {
        Workspace workspace = Workspace.in(folder.resolve("workspace"));
        Path lab = workspace.csv(
                "lab.csv",
                HEADER,
                "E1,Omaha,IA,5/28/2022,Ice,crystal,2.5,,A",
                "E2,Omaha,NE,6/2/2022,fentanyl,tablet,,1200,B");
        Path plan = folder.resolve("plan.yaml");
        String shown = workspace.does("import", lab, "--as", "seizure", "--dry-run", "--plan", plan);
        assertTrue(shown.contains("    mass_kg from Net Weight (lbs), lb to kg (a guess, 95 % sure)\n"), shown);
        assertTrue(shown.contains("  Error: The column Exhibit No is taken for seizure_id, 80 % sure;"), shown);

        Distribution.Result declined = workspace.run("import", lab, "--as", "seizure", "--yes");
        assertEquals(1, declined.exitCode());
        assertTrue(
                declined.complaint().contains("lab.csv was not imported: The column Exhibit No is taken for"),
                declined.err());
        assertFalse(Files.exists(workspace.folder()));

        Path mapping = folder.resolve("mapping.yaml");
        Files.writeString(mapping, Files.readString(plan).replace("  division: Field Division\n", """
                  division: Field Division
                  operation:
                    constant: Last Mile
                """));
        String imported = workspace.does("import", lab, "--as", "seizure", "--mapping", mapping);
        assertTrue(imported.endsWith("lab.csv: 2 rows imported as batch 1.\n"), imported);

        Path next = workspace.csv("next.csv", HEADER, "E3,Omaha,IA,5/30/2022,Ice,crystal,10,,A");
        String again = workspace.does("import", next, "--as", "seizure");
        assertTrue(
                again.contains("  Columns: 9 of 10 are filled, as in an earlier file with the same headers\n"), again);

        Path revised = workspace.csv(
                "revised.csv",
                HEADER,
                "E1,Omaha,IA,5/28/2022,Ice,crystal,2.75,,A",
                "E2,Omaha,NE,6/2/2022,fentanyl,tablet,,1200,B");
        workspace.does("import", revised, "--as", "seizure", "--supersedes", "1");
        String compared = workspace.does("data", "compare", "1", "3");
        assertTrue(compared.contains("  the same 1, changed 1, new 0, gone 0\n"), compared);
        assertTrue(compared.contains("  E1: mass_kg was 1.133981, is now 1.247379\n"), compared);
        String batches = workspace.does("data", "batches");
        assertTrue(batches.contains("lab.csv (superseded by 3)"), batches);
        assertEquals(3, batches.lines().filter(line -> line.contains(".csv")).count());
    }
}
