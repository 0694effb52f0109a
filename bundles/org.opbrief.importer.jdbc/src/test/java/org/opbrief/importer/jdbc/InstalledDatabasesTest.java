package org.opbrief.importer.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opbrief.api.data.DatabaseQuery;
import org.opbrief.api.data.ImportException;
import org.opbrief.api.data.Progress;
import org.opbrief.importer.jdbc.testing.PostgresServer;
import org.postgresql.Driver;

/** Against a real server. */
class InstalledDatabasesTest {
    private static PostgresServer server;

    @TempDir
    Path temp;

    private final InstalledDatabases databases = new InstalledDatabases();

    @BeforeAll
    static void start() throws Exception {
        server = PostgresServer.start();
        server.execute("CREATE TABLE seizure AS SELECT i AS id, 'n,\"' || i AS name, i * 1.10 AS kg,"
                + " DATE '2023-05-01' AS day FROM generate_series(1, 1000000) s(i)");
    }

    @AfterAll
    static void stop() throws Exception {
        if (server != null) {
            server.close();
        }
    }

    @BeforeEach
    void install() {
        databases.addDriver(new Driver());
    }

    @Test
    void rows_become_a_csv_file_with_a_header() throws Exception {
        assertEquals(
                1,
                fetch("SELECT 1 AS id, 'a,\"b' AS \"Na me\", 12.50::numeric AS kg, DATE '2023-05-01' AS d, true AS t,"
                        + " NULL AS n, TIMESTAMP '2023-05-01 12:30:00' AS ts"));
        assertEquals(
                "id,Na me,kg,d,t,n,ts\n1,\"a,\"\"b\",12.50,2023-05-01,true,,2023-05-01T12:30:00\n",
                Files.readString(file()));
    }

    @Test
    void a_million_rows_are_streamed() throws Exception {
        assertEquals(1_000_000, fetch("SELECT * FROM seizure ORDER BY id"));
        try (var lines = Files.lines(file())) {
            assertEquals(
                    "1000000,\"n,\"\"1000000\",1100000.00,2023-05-01",
                    lines.skip(1_000_000).findFirst().orElseThrow());
        }
    }

    @Test
    void the_number_of_rows_that_were_fetched_is_told() throws Exception {
        Set<String> steps = new LinkedHashSet<>();
        Progress told = (step, at) -> steps.add(step);
        databases.fetch(query("SELECT * FROM seizure LIMIT 120000", PostgresServer.PASSWORD), file(), told);
        assertEquals(
                List.of("fetching rows", "fetching rows: 50,000 so far", "fetching rows: 100,000 so far"),
                List.copyOf(steps));
    }

    @Test
    void a_statement_that_writes_is_refused() {
        assertEquals(
                url() + " refused the query: ERROR: cannot execute DELETE in a read-only transaction.",
                refusal("DELETE FROM seizure RETURNING id"));
    }

    @Test
    void a_query_that_is_wrong_is_refused_with_the_words_of_the_database() {
        assertEquals(
                url() + " refused the query: ERROR: relation \"nothing\" does not exist; Position: 15.",
                refusal("SELECT * FROM nothing"));
    }

    @Test
    void a_connection_that_is_lost_leaves_nothing_behind() {
        Progress cut = (step, at) -> {
            try {
                server.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                        + " WHERE query LIKE 'SELECT * FROM seizure%'");
            } catch (java.sql.SQLException e) {
                throw new IllegalStateException(e);
            }
        };
        ImportException e = assertThrows(
                ImportException.class,
                () -> databases.fetch(query("SELECT * FROM seizure", PostgresServer.PASSWORD), file(), cut));
        assertTrue(
                e.getMessage()
                        .matches(
                                "jdbc.*|The connection to jdbc:postgresql://127.0.0.1:\\d+/postgres was lost after \\d+ rows"
                                        + " \\(.*\\); nothing was kept, so run the import again\\."),
                e.getMessage());
        assertTrue(e.getMessage().contains("was lost after"), e.getMessage());
        assertFalse(Files.exists(file()));
    }

    @Test
    void a_wrong_password_is_told_without_it() {
        ImportException e = assertThrows(
                ImportException.class, () -> databases.fetch(query("SELECT 1", "wrong-word"), file(), Progress.NONE));
        assertEquals(
                url() + " cannot be reached: FATAL: password authentication failed for user \"tester\".",
                e.getMessage());
        assertFalse(Files.exists(file()));
    }

    @Test
    void a_database_without_a_driver_is_named_with_what_to_do() {
        ImportException e = assertThrows(
                ImportException.class,
                () -> databases.fetch(
                        new DatabaseQuery("jdbc:oracle:thin:@host", Optional.empty(), Optional.empty(), "SELECT 1"),
                        file(),
                        Progress.NONE));
        assertTrue(e.getMessage().startsWith("No driver for jdbc:oracle:thin:@host is installed;"), e.getMessage());
    }

    @Test
    void a_password_in_the_url_is_not_taken() {
        assertTrue(DatabaseQuery.hasSecret("jdbc:postgresql://h/d?password=x"));
        assertTrue(DatabaseQuery.hasSecret("jdbc:postgresql://u:x@h/d"));
        assertFalse(DatabaseQuery.hasSecret("jdbc:postgresql://h:5432/d?sslmode=require"));
        assertFalse(query("SELECT 1", "x-word").toString().contains("x-word"));
    }

    @Test
    void a_cancelled_fetch_leaves_nothing_behind() {
        assertThrows(
                CancellationException.class,
                () -> databases.fetch(query("SELECT * FROM seizure", PostgresServer.PASSWORD), file(), (step, at) -> {
                    throw new CancellationException();
                }));
        assertFalse(Files.exists(file()));
    }

    private long fetch(String sql) throws ImportException {
        return databases.fetch(query(sql, PostgresServer.PASSWORD), file(), Progress.NONE);
    }

    private String refusal(String sql) {
        return assertThrows(ImportException.class, () -> fetch(sql)).getMessage();
    }

    private static DatabaseQuery query(String sql, String password) {
        return new DatabaseQuery(url(), Optional.of("tester"), Optional.of(password.toCharArray()), sql);
    }

    private static String url() {
        return server.url();
    }

    private Path file() {
        return temp.resolve("rows.csv");
    }
}
