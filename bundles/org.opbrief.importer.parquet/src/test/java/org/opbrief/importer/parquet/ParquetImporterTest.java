package org.opbrief.importer.parquet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CancellationException;
import org.duckdb.DuckDBDriver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opbrief.api.data.Extract;
import org.opbrief.api.data.Finding;
import org.opbrief.api.data.ImportException;
import org.opbrief.api.data.Place;
import org.opbrief.api.data.Progress;
import org.opbrief.api.data.Source;

class ParquetImporterTest {
    @TempDir
    Path temp;

    private final ParquetImporter importer = new ParquetImporter();

    @Test
    void rows_become_records_with_their_numbers() throws Exception {
        Extract extract = extract("SELECT i AS id, 'n\"' || i || ',' AS name FROM range(3) r(i)");
        assertEquals(List.of("id", "name"), extract.headers());
        assertEquals("Parquet, 2 columns", extract.form());
        assertEquals(Place.RECORD, extract.place());
        assertEquals(3, extract.records());
        assertEquals("1,0,\"n\"\"0,\"\n2,1,\"n\"\"1,\"\n3,2,\"n\"\"2,\"\n", plain());
    }

    @Test
    void values_are_exact_and_days_and_times_are_iso() throws Exception {
        extract("SELECT 12345678901234567.8900::DECIMAL(21,4) AS a, DATE '2023-05-01' AS b,"
                + " TIMESTAMP '2023-05-01 12:30:00.5' AS c, TIMESTAMPTZ '2023-05-01 12:30:00+02' AS d, TIME '10:11:12' AS e,"
                + " true AS f, 0.1::DOUBLE AS g, NULL::INTEGER AS h, 18446744073709551615::UBIGINT AS i");
        assertEquals(
                "1,12345678901234567.8900,2023-05-01,2023-05-01T12:30:00.5,2023-05-01T10:30:00Z,10:11:12,true,0.1,,"
                        + "18446744073709551615\n",
                plain());
    }

    @Test
    void structs_are_flattened_lists_joined_and_the_rest_left_out_and_told() throws Exception {
        Extract extract = extract("SELECT {'a b': 1, 'c\"': {'d': 'x'}} AS s, ['p', NULL, 'q'] AS l, [{'z': 1}] AS o,"
                + " MAP {'k': 1} AS m, 'x'::BLOB AS b, [DATE '2023-05-01'] AS days");
        assertEquals(List.of("s.a b", "s.c\".d", "l", "days"), extract.headers());
        assertEquals("1,1,x,p; q,2023-05-01\n", plain());
        assertEquals(
                List.of(
                        Finding.note("The column l is a list; its values are joined with \"; \".")
                                .of("l"),
                        Finding.warning("The field o is of the type STRUCT(z INTEGER)[], which has no place in a table;"
                                + " it is left out."),
                        Finding.warning(
                                "The field m is of the type MAP(VARCHAR, INTEGER), which has no place in a table;"
                                        + " it is left out."),
                        Finding.warning(
                                "The field b is of the type BLOB, which has no place in a table; it is left out."),
                        Finding.note("The column days is a list; its values are joined with \"; \".")
                                .of("days")),
                extract.findings());
    }

    @Test
    void a_row_with_a_nul_character_or_too_long_is_a_problem() throws Exception {
        Extract extract = extract("SELECT unnest(['a', 'b' || chr(0), repeat('c', 3000000), 'd']) AS t");
        assertEquals("1,a\n4,d\n", plain());
        assertEquals(
                List.of("record 2: holds a NUL character", "record 3: is longer than 2 MiB"),
                extract.problems().stream().map(each -> each.at(Place.RECORD)).toList());
    }

    @Test
    void a_truncated_file_is_refused_in_one_sentence() throws Exception {
        write("SELECT i AS id FROM range(10000) r(i)");
        byte[] bytes = Files.readAllBytes(file());
        Files.write(file(), Arrays.copyOf(bytes, bytes.length / 2));
        assertEquals(
                "f.parquet is a damaged or truncated Parquet file, or uses what cannot be read here (No magic bytes found);"
                        + " get it anew.",
                refusal());
    }

    @Test
    void a_damaged_file_is_refused_wherever_the_damage_is() throws Exception {
        write("SELECT i AS id, uuid() AS u FROM range(2000) r(i)");
        byte[] bytes = Files.readAllBytes(file());
        int refused = 0;
        for (int at = 4; at < bytes.length - 8; at += Math.max(1, bytes.length / 40)) {
            byte[] damaged = bytes.clone();
            for (int index = at; index < Math.min(at + 64, bytes.length - 8); index++) {
                damaged[index] ^= 0x5a;
            }
            Files.write(file(), damaged);
            try {
                importer.extract(Source.of(file()), temp.resolve("plain.csv"));
            } catch (ImportException e) {
                refused++;
                assertTrue(
                        e.getMessage().matches("f.parquet [^\\n]+\\.")
                                && !e.getMessage().contains(temp.toString()),
                        e.getMessage());
            }
        }
        assertTrue(refused >= 10, refused + " refused");
    }

    @Test
    void too_many_columns_are_refused() throws Exception {
        StringBuilder columns = new StringBuilder("SELECT 0 AS c0");
        for (int index = 1; index <= 4_096; index++) {
            columns.append(", ").append(index).append(" AS c").append(index);
        }
        write(columns.toString());
        assertEquals("f.parquet has 4,097 columns; at most 4,096 can be imported.", refusal());
    }

    @Test
    void a_look_at_the_beginning_reads_no_further() throws Exception {
        write("SELECT i AS id FROM range(100000) r(i)");
        Extract extract = importer.extract(Source.of(file()).beginning(5), temp.resolve("plain.csv"));
        assertEquals(5, extract.records());
    }

    @Test
    void progress_is_told_and_a_cancelled_task_ends() throws Exception {
        write("SELECT i AS id FROM range(10000) r(i)");
        Progress cancelled = (step, at) -> {
            assertEquals("reading f.parquet", step);
            if (at > 0.5) {
                throw new CancellationException();
            }
        };
        assertThrows(
                CancellationException.class,
                () -> importer.extract(new Source(file(), Map.of(), cancelled), temp.resolve("plain.csv")));
    }

    @Test
    void parquet_is_known_by_its_content() throws Exception {
        write("SELECT 1 AS a");
        assertTrue(importer.recognises(Path.of("x.csv"), Files.readAllBytes(file())));
        assertFalse(importer.recognises(Path.of("x.parquet"), "a,b".getBytes()));
        assertFalse(importer.recognises(Path.of("x.parquet"), "PAR2,b".getBytes()));
    }

    private Extract extract(String sql) throws SQLException, ImportException {
        write(sql);
        return importer.extract(Source.of(file()), temp.resolve("plain.csv"));
    }

    private void write(String sql) throws SQLException {
        try (Connection connection = new DuckDBDriver().connect("jdbc:duckdb:", new Properties());
                Statement statement = connection.createStatement()) {
            statement.execute("COPY (" + sql + ") TO '" + file() + "' (FORMAT parquet)");
        }
    }

    private String refusal() {
        return assertThrows(ImportException.class, () -> importer.extract(Source.of(file()), temp.resolve("plain.csv")))
                .getMessage();
    }

    private String plain() throws IOException {
        return Files.readString(temp.resolve("plain.csv"));
    }

    private Path file() {
        return temp.resolve("f.parquet");
    }
}
