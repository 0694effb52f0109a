package org.opbrief.dist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opbrief.importer.jdbc.testing.PostgresServer;

/** Rows come from a server of the tests' own. */
class DatabaseImportIT {
    private static final String COLUMNS = "SELECT 'F-' || i AS exhibit_id, 'I-1' AS investigation_id,"
            + " 'Last Mile' AS operation, 'Omaha' AS division, 'NE' AS state, DATE '2022-06-01' AS seized,"
            + " CASE WHEN i % 1000 = 0 THEN 'banana' ELSE 'pistol' END AS kind, i AS quantity";

    private static PostgresServer server;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() throws Exception {
        server = PostgresServer.start();
        server.execute("CREATE TABLE firearm AS " + COLUMNS + " FROM generate_series(1, 3000) s(i)");
    }

    @AfterAll
    static void stop() throws Exception {
        if (server != null) {
            server.close();
        }
    }

    private Object[] database(String query) throws Exception {
        Path password = Files.writeString(folder.resolve("password"), PostgresServer.PASSWORD + "\n");
        return new Object[] {
            "import",
            "--from",
            server.url(),
            "--user",
            PostgresServer.USER,
            "--password-file",
            password,
            "--query",
            query,
            "--as",
            "firearm",
            "--as-of",
            "2023-05-01"
        };
    }

    @Test
    void rows_of_a_query_are_imported_corrected_and_told_with_it() throws Exception {
        Workspace workspace = Workspace.in(folder.resolve("workspace"));
        String query = "SELECT * FROM firearm ORDER BY quantity";
        String told = workspace.does(database(query));
        assertTrue(told.startsWith("3,000 rows fetched from " + server.url() + " in "), told);
        assertTrue(told.contains("2,997 rows imported as batch 1. Rejected: 3;"), told);

        Path fixed = folder.resolve("fixed.csv");
        workspace.does("data", "rejects", "1", "--out", fixed);
        Files.writeString(fixed, Files.readString(fixed).replace(",banana,", ",rifle,"));
        told = workspace.does("import", fixed, "--corrects", "1");
        assertTrue(told.contains("3 rows imported as batch 2, which corrects batch 1."), told);

        Path out = folder.resolve("out");
        workspace.does("run", "table", "-p", "dataset=firearm", "--format", "xlsx", "--out", out);
        String manifest = Files.readString(out.resolve("firearm.manifest.json"));
        assertTrue(manifest.contains("\"text\": \"" + server.url() + "\\n" + query + "\""), manifest);
        assertTrue(manifest.contains("\"rows\": 3000,\n        \"rowsSha256\": \""), manifest);
        assertTrue(manifest.contains("\"rowsCorrected\": 3,"), manifest);
        assertFalse(manifest.contains(PostgresServer.PASSWORD), manifest);
        String rows = workspace.does("trace", out.resolve("firearm.manifest.json"), "greatest_quantity", "--rows");
        assertTrue(
                rows.contains("query.csv, line 3000, 2999: F-2999,I-1,Last Mile,Omaha,NE,2022-06-01,pistol,2999"),
                rows);
        assertTrue(rows.contains("fixed.csv, line 4 for line 3001 of query.csv, 3000: 3001,kind,rifle,"), rows);
    }

    @Test
    void a_connection_that_is_lost_leaves_the_workspace_as_it_was() throws Exception {
        Workspace workspace = Workspace.in(folder.resolve("workspace"));
        workspace.does(database("SELECT * FROM firearm WHERE quantity < 5"));
        Map<String, String> before = Snapshot.of(workspace.folder());
        Path out = folder.resolve("out.txt");
        Path err = folder.resolve("err.txt");
        Object[] arguments = database("SELECT a.* FROM firearm a CROSS JOIN firearm b CROSS JOIN firearm c");
        Object[] all = new Object[arguments.length + 2];
        all[0] = "--workspace";
        all[1] = workspace.folder();
        System.arraycopy(arguments, 0, all, 2, arguments.length);
        Process process = Distribution.get().start(Path.of(""), Map.of(), out, err, all);
        try {
            for (int wait = 0; wait < 1200 && !Files.readString(err).contains("fetching rows: 50,000 so far"); wait++) {
                Thread.sleep(100);
            }
            server.execute(
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE '%CROSS JOIN firearm c%'"
                            + " AND pid <> pg_backend_pid()");
            assertTrue(process.waitFor(2, TimeUnit.MINUTES));
        } finally {
            process.destroyForcibly();
        }
        String said = Files.readString(err);
        assertEquals(1, process.exitValue(), said);
        assertTrue(
                said.matches("(?s).*\nopbrief: The connection to " + server.url()
                        + " was lost after \\d+ rows \\(.*\\);" + " nothing was kept, so run the import again\\.\n"),
                said);
        assertEquals(before, Snapshot.of(workspace.folder()));
    }
}
