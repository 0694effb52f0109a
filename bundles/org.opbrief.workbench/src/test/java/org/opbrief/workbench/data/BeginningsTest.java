package org.opbrief.workbench.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opbrief.api.data.Extract;
import org.opbrief.api.data.FileColumn;
import org.opbrief.api.data.ImportException;
import org.opbrief.api.data.Importer;
import org.opbrief.api.data.Place;
import org.opbrief.api.data.Source;

class BeginningsTest {
    @TempDir
    Path temp;

    private final List<Source> asked = new ArrayList<>();

    @Test
    void the_importer_that_knows_the_file_is_asked_for_the_headers() throws Exception {
        Path file = Files.writeString(temp.resolve("a.json"), "[{}]");
        Beginnings beginnings = new Beginnings(List.of(new LineImporter(), new Named("[", List.of("a", "b"))), temp);
        assertEquals(
                new Beginning(
                        List.of(new FileColumn("a", List.of("\"q\", \n", "x")), new FileColumn("b", List.of("y"))),
                        Optional.empty()),
                beginnings.of(file));
        assertEquals(file, asked.get(0).file());
    }

    @Test
    void some_records_are_enough_so_that_large_files_are_not_read_whole() throws Exception {
        new Beginnings(List.of(new Named("P", List.of("a"))), temp).of(Files.writeString(temp.resolve("x"), "PAR1"));
        assertEquals(1000, asked.get(0).enough().orElseThrow());
    }

    @Test
    void a_file_that_no_importer_knows_or_that_is_broken_has_none() throws Exception {
        Path file = Files.writeString(temp.resolve("x.bin"), "?");
        assertEquals(Beginning.UNKNOWN, new Beginnings(List.of(), temp).of(file));
        assertEquals(Beginning.UNKNOWN, new Beginnings(List.of(new Named("[", List.of("a"))), temp).of(file));
        assertEquals(
                Beginning.unreadable("It is broken."),
                new Beginnings(List.of(new Named("?", List.of())), temp).of(file));
        Path absent = temp.resolve("absent.csv");
        assertEquals(
                Beginning.unreadable(absent + " cannot be read: there is no such file or folder (" + absent + ")."),
                new Beginnings(List.of(new LineImporter()), temp).of(absent));
    }

    @Test
    void that_nothing_can_be_written_is_said() throws Exception {
        Path file = Files.writeString(temp.resolve("x"), "[");
        Path room = temp.resolve("gone");
        String said = new Beginnings(List.of(new Named("[", List.of("a"))), room)
                .of(file)
                .complaint()
                .orElseThrow();
        assertTrue(said.startsWith("Files cannot be looked at, since nothing can be written in the workspace " + room));
    }

    @Test
    void nothing_is_left_behind() throws Exception {
        Path file = Files.writeString(temp.resolve("x"), "[");
        new Beginnings(List.of(new Named("[", List.of("a"))), temp).of(file);
        try (var files = Files.list(temp)) {
            assertEquals(List.of(file), files.toList());
        }
    }

    /** Knows files by their first character; one without headers is broken. */
    private final class Named implements Importer {
        private final String start;
        private final List<String> headers;

        Named(String start, List<String> headers) {
            this.start = start;
            this.headers = headers;
        }

        @Override
        public String format() {
            return start;
        }

        @Override
        public boolean recognises(Path file, byte[] head) {
            return new String(head).startsWith(start);
        }

        @Override
        public Extract extract(Source source, Path target) throws ImportException {
            asked.add(source);
            try {
                Files.writeString(target, "1,x,\n2,\"\"\"q\"\", \n\",y\n3,x,\" \"\n");
                Files.createDirectories(target.resolveSibling("scratch").resolve("deeper"));
            } catch (java.io.IOException e) {
                throw new ImportException(e.getMessage(), e);
            }
            if (headers.isEmpty()) {
                throw new ImportException("It is broken.");
            }
            return new Extract(headers, start, Place.RECORD, Optional.empty(), Map.of(), 1, List.of(), List.of());
        }
    }
}
