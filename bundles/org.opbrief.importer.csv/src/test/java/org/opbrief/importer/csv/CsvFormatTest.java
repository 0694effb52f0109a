package org.opbrief.importer.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opbrief.api.data.Extract;
import org.opbrief.api.data.Source;
import org.opbrief.api.data.TableFormat;

class CsvFormatTest {
    private static final List<String> TEXTS = List.of(
            "=1+1",
            "@SUM(1)",
            "+49 170",
            "-2+3",
            "=HYPERLINK(\"x\",1)",
            "'=1",
            "''@",
            "'90s",
            "-3.5",
            "+1",
            "-",
            "a=b",
            "'");

    @TempDir
    Path temp;

    @Test
    void no_text_is_a_formula_for_a_spreadsheet_and_all_are_read_as_they_were() throws Exception {
        Path file = temp.resolve("rows.csv");
        try (TableFormat.Rows rows = new CsvFormat().begin(file, List.of("=id", "n"))) {
            for (String text : TEXTS) {
                rows.add(List.of(text, "x"));
            }
        }
        List<String> lines = Files.readAllLines(file);
        assertEquals("\ufeff'=id,n", lines.get(0));
        assertEquals(
                List.of(
                        "'=1+1,x",
                        "'@SUM(1),x",
                        "'+49 170,x",
                        "'-2+3,x",
                        "\"'=HYPERLINK(\"\"x\"\",1)\",x",
                        "''=1,x",
                        "'''@,x",
                        "'90s,x",
                        "-3.5,x",
                        "+1,x",
                        "'-,x",
                        "a=b,x",
                        "',x"),
                lines.subList(1, lines.size()));
        Path plain = temp.resolve("plain");
        Extract extract = new CsvImporter().extract(Source.of(file), plain);
        assertEquals(List.of("=id", "n"), extract.headers());
        List<String> read = Files.readAllLines(plain).stream()
                .map(line -> line.substring(line.indexOf(',') + 1, line.length() - 2))
                .map(field -> field.startsWith("\"")
                        ? field.substring(1, field.length() - 1).replace("\"\"", "\"")
                        : field)
                .toList();
        assertEquals(TEXTS, read);
    }
}
