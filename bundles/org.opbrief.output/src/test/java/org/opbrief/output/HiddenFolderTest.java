package org.opbrief.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HiddenFolderTest {

    @TempDir
    Path temp;

    /** Makes a hidden folder with a file in it, and waits to be killed. */
    static final class Holder {
        private Holder() {}

        public static void main(String[] arguments) throws Exception {
            try (HiddenFolder folder = HiddenFolder.in(Path.of(arguments[0]))) {
                Files.writeString(folder.path().resolve("half.pdf"), "half");
                System.out.println("holds " + folder.path().getFileName());
                System.in.read();
            }
        }
    }

    private Process holder() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Holder.class.getName(),
                        temp.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static String held(Process holder) throws IOException {
        String line = holder.inputReader().readLine();
        assertTrue(line != null && line.startsWith("holds "), line);
        return line.substring("holds ".length());
    }

    private Set<String> names() throws IOException {
        try (Stream<Path> entries = Files.list(temp)) {
            return new TreeSet<>(
                    entries.map(entry -> entry.getFileName().toString()).toList());
        }
    }

    @Test
    void whatAKilledProcessLeftIsDeletedAndWhatALiveOneHoldsIsNot() throws Exception {
        Process dead = holder();
        Process live = holder();
        try {
            String left = held(dead);
            String kept = held(live);
            dead.destroyForcibly().waitFor();
            assertTrue(names().containsAll(List.of(left, kept)), names().toString());
            HiddenFolder.in(temp).close();
            assertEquals(Set.of(kept), names());
            assertEquals("half", Files.readString(temp.resolve(kept).resolve("half.pdf")));
            HiddenFolder.in(temp).close();
            assertEquals(Set.of(kept), names());
        } finally {
            dead.destroyForcibly();
            live.destroyForcibly().waitFor();
        }
        HiddenFolder.in(temp).close();
        assertEquals(Set.of(), names());
    }

    @Test
    void twoOfOneProcessLeaveEachOtherAlone() throws Exception {
        try (HiddenFolder first = HiddenFolder.in(temp)) {
            Files.writeString(first.path().resolve("a.pdf"), "a");
            try (HiddenFolder second = HiddenFolder.in(temp)) {
                assertEquals(2, names().size());
                Process other = holder();
                held(other);
                assertTrue(Files.exists(first.path().resolve("a.pdf")));
                assertTrue(Files.exists(second.path()));
                other.destroyForcibly().waitFor();
            }
        }
        HiddenFolder.in(temp).close();
        assertEquals(Set.of(), names());
    }

    @Test
    void whatOthersMadeStays() throws Exception {
        Files.createDirectory(temp.resolve(".opbrief-notes"));
        Files.writeString(temp.resolve(".opbrief-1-a-2"), "a file");
        Path elsewhere = Files.createDirectory(temp.resolve("elsewhere"));
        Files.writeString(elsewhere.resolve("mine.txt"), "mine");
        Files.createSymbolicLink(temp.resolve(".opbrief-1-a-3"), elsewhere);
        HiddenFolder.in(temp).close();
        assertEquals(Set.of(".opbrief-notes", ".opbrief-1-a-2", ".opbrief-1-a-3", "elsewhere"), names());
        assertTrue(Files.exists(elsewhere.resolve("mine.txt")));
    }

    @Test
    void aFolderThatWasNeverLockedIsALeftover() throws Exception {
        Files.createDirectories(temp.resolve(".opbrief-1-a-3/earlier"));
        HiddenFolder.in(temp).close();
        assertEquals(Set.of(), names());
    }
}
