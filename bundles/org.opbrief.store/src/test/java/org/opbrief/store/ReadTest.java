package org.opbrief.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opbrief.api.data.StoreException;

class ReadTest extends StoreTestCase {

    @BeforeEach
    void load() throws Exception {
        load(HEADER + "S1,IA,2022-06-01,fentanyl,1.25,\nS2,,2022-06-02,ICE,,400\n");
    }

    @Test
    void parameters_of_all_types_are_bound() throws Exception {
        assertEquals(
                List.of("S1"),
                rows(
                        "SELECT seizure_id FROM seizure WHERE seized = ? AND mass_kg < ? AND drug = ? AND _line = ? AND"
                                + " _batch <= ? AND ?",
                        LocalDate.of(2022, 6, 1),
                        new BigDecimal("1.251"),
                        "fentanyl",
                        2L,
                        1,
                        true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "WITH x AS (SELECT units u FROM seizure) SELECT sum(u) FROM x",
                "SELECT sum(units) FILTER (WHERE drug = 'methamphetamine') FROM seizure GROUP BY ROLLUP(state) LIMIT 1",
                "SELECT max(s) FROM (SELECT sum(units) OVER (ORDER BY seized) s FROM seizure)",
                "SELECT 400 UNION ALL SELECT units FROM seizure WHERE false;"
            })
    void all_forms_of_select_are_read(String sql) throws Exception {
        assertEquals(List.of("400"), rows(sql));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "INSERT INTO seizure (seizure_id) VALUES ('S3')",
                "DELETE FROM seizure",
                "DROP TABLE seizure",
                "CREATE TABLE x (i INTEGER)",
                "COPY seizure TO 'out.csv'",
                "ATTACH ':memory:' AS m",
                "SET threads = 1",
                "INSTALL httpfs",
                "ROLLBACK; DELETE FROM seizure",
                "SELECT 1; DELETE FROM seizure",
                "EXPLAIN ANALYZE DELETE FROM seizure",
                "WITH d AS (DELETE FROM seizure RETURNING 1) SELECT * FROM d",
                "CHECKPOINT"
            })
    void whatever_would_change_something_is_refused(String sql) throws Exception {
        assertThrows(StoreException.class, () -> rows(sql));
        assertEquals(List.of("2"), rows("SELECT count(*) FROM seizure"));
    }

    @Test
    void two_queries_at_once_are_refused() {
        assertEquals(
                "The query failed: Only one SELECT can be run at a time",
                assertThrows(StoreException.class, () -> rows("SELECT 1; SELECT 2"))
                        .getMessage());
    }

    @Test
    void files_of_the_machine_cannot_be_read_or_written() throws Exception {
        Path secret = file("secret.csv", "a\n1\n");
        for (String sql : List.of(
                "SELECT * FROM read_csv('" + secret + "')",
                "SELECT * FROM read_text('" + secret + "')",
                "SELECT * FROM '" + secret + "'",
                "SELECT * FROM glob('" + temp + "/*')",
                "SELECT * FROM 'https://localhost/x.csv'")) {
            String message = assertThrows(StoreException.class, () -> rows(sql)).getMessage();
            assertEquals(0, message.lines().count() - 1, message);
        }
        Path target = temp.resolve("out.csv");
        assertThrows(StoreException.class, () -> rows("COPY seizure TO '" + target + "'"));
        Path staged = folder().resolve(".staging/out.csv");
        Files.createDirectories(staged.getParent());
        assertThrows(StoreException.class, () -> rows("COPY seizure TO '" + staged + "'"));
        assertFalse(Files.exists(target) || Files.exists(staged));
    }

    @Test
    void a_query_that_fails_says_why_in_one_line() {
        assertEquals(
                "The query failed: Binder Error: Referenced column \"colour\" not found in FROM clause! Candidate"
                        + " bindings: \"drug\"",
                assertThrows(StoreException.class, () -> rows("SELECT colour FROM (SELECT drug FROM seizure)"))
                        .getMessage());
    }

    @Test
    void a_query_in_the_midst_of_another_sees_the_same_rows() throws Exception {
        long count = store.read("SELECT * FROM range(100000)", List.of(), results -> {
            long rows = 0;
            while (results.next()) {
                rows++;
            }
            return rows;
        });
        assertEquals(100_000, count);
    }
}
