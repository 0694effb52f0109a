package org.opbrief.importer.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opbrief.api.data.Extract;
import org.opbrief.api.data.Finding;
import org.opbrief.api.data.Source;

/** Lines that stand above the header, and headers that are none. */
class TitlesTest {
    @TempDir
    Path temp;

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    void lines_above_the_header_are_told_and_left(String delimiter) throws Exception {
        Extract extract =
                extract("Seizures, 2023\n\nOwn figures\nid,state,drug,units\nS-1,IA,heroin,1\nS-2,NE,heroin,2\n"
                        .replaceAll(",(?! )", delimiter));
        assertEquals(List.of("id", "state", "drug", "units"), extract.headers());
        assertEquals("5,S-1,IA,heroin,1\n6,S-2,NE,heroin,2\n", Files.readString(temp.resolve("plain")));
        assertEquals("4", extract.layout().get("header line"));
        assertEquals(
                List.of(Finding.note("Lines 1–3 stand above the header; they are not taken for records.")),
                extract.findings());
    }

    @Test
    void a_header_is_not_looked_for_where_the_first_line_has_names() throws Exception {
        Extract extract =
                extract("id,state,drug,units\nS-1,IA\nS-2,NE,heroin,pure\nS-3,IA,other,none\nS-4,KS,heroin,few\n");
        assertEquals(List.of("id", "state", "drug", "units"), extract.headers());
        assertEquals(3, extract.records());
        assertEquals(List.of(), extract.findings());
        assertEquals(List.of("id"), extract("id\nx\ny\n").headers());
        assertEquals(List.of("a", "b"), extract("a,b\nc,d\n").headers());
    }

    @Test
    void records_that_mostly_do_not_fit_are_an_error_that_says_what_to_do() throws Exception {
        Extract extract = extract("Seizures of 2023\nid,state,units\nS-1,IA,1\nS-2,NE,2\nS-3,broken\n");
        assertEquals(0, extract.records());
        assertEquals(
                List.of(Finding.error(
                        "4 of 4 records have not as many fields as line 1, which was taken for the header; most"
                                + " of them have 3, first in line 2. If that is the header, say so: \"header line=2\"; if the fields"
                                + " are cut wrongly, choose the delimiter.")),
                extract.findings());
    }

    private Extract extract(String text) throws Exception {
        Path file = Files.writeString(temp.resolve("f.csv"), text);
        return new CsvImporter().extract(Source.of(file), temp.resolve("plain"));
    }
}
