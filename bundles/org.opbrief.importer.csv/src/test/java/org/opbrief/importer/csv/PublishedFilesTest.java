package org.opbrief.importer.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opbrief.api.data.Extract;
import org.opbrief.api.data.Source;

/** Files that agencies publish, where they are at hand. */
class PublishedFilesTest {

    @TempDir
    Path temp;

    @ParameterizedTest
    @CsvSource({
        "nationwide-drugs-fy20-fy23.csv, 9924, 9, UTF-8",
        "CT_Accidental_Drug_Related_Deaths_2012-2018.csv, 5105, 42, UTF-8 with BOM",
        "amo-drug-seizures-fy20-fy23.csv, 1762, 9, UTF-8",
        "chicago_ChicagoNarcoCrimes_2001_to_2017.csv, 6101, 8, UTF-8"
    })
    void each_record_is_read(String name, long records, int columns, String charset) throws Exception {
        Path file = Path.of("../../../shared/data", name);
        assumeTrue(Files.exists(file));
        Extract extract = new CsvImporter().extract(Source.of(file), temp.resolve("plain"));
        assertEquals(List.of(), extract.problems());
        assertEquals(records, extract.records());
        assertEquals(columns, extract.headers().size());
        assertEquals("CSV, " + charset + ", comma, " + columns + " columns", extract.form());
    }

    @Test
    void a_matrix_of_links_becomes_edges() throws Exception {
        Path file = Path.of("../../../shared/data/morselli_cielnet.csv");
        assumeTrue(Files.exists(file));
        Extract extract = new CsvImporter().extract(Source.of(file), temp.resolve("plain"));
        assertEquals(45, extract.records());
        assertTrue(
                extract.findings().get(0).text().startsWith("The file is a square matrix: 25 nodes, whose 45 links"));
        assertTrue(Files.readString(temp.resolve("plain")).startsWith("2,\"N1\",\"N2\",\"17\"\n"));
    }
}
