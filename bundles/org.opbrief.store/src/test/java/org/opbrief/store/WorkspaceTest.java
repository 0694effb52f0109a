package org.opbrief.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.opbrief.api.data.Store;
import org.opbrief.api.data.StoreException;
import org.opbrief.importer.csv.CsvImporter;
import org.opbrief.mapping.WorkspaceMappings;

class WorkspaceTest extends StoreTestCase {

    @Test
    void a_second_opening_in_the_same_process_is_refused_and_does_not_loosen_the_lock() throws Exception {
        StoreException refused = assertThrows(StoreException.class, this::open);
        assertTrue(
                refused.getMessage()
                        .startsWith("The workspace " + folder() + " is in use by a program that "
                                + System.getProperty("user.name") + " began on "),
                refused.getMessage());
        assertTrue(
                refused.getMessage()
                        .endsWith(" (process " + ProcessHandle.current().pid()
                                + "); wait until that ends, or use another workspace."),
                refused.getMessage());
        String other = OtherProcess.run("open", folder());
        assertTrue(
                other.startsWith("StoreException: The workspace " + folder() + " is in use by a program that "), other);
    }

    @Test
    void who_has_a_workspace_is_told_in_words() {
        String user = System.getProperty("user.name");
        String end = " on \\d{4}-\\d\\d-\\d\\d at \\d\\d:\\d\\d \\(process "
                + ProcessHandle.current().pid() + "\\)";
        assertTrue(
                new Holder(Optional.of("workbench")).words().matches("the workbench that " + user + " opened" + end));
        assertTrue(
                new Holder(Optional.of("import")).words().matches("the command import that " + user + " began" + end));
    }

    @Test
    void another_process_opens_the_workspace_as_soon_as_it_is_closed() throws Exception {
        store.close();
        assertEquals("opened\n", OtherProcess.run("open", folder()));
        store = open();
    }

    @Test
    void the_lock_of_a_process_that_was_killed_is_gone() throws Exception {
        store.close();
        OtherProcess.Running holder = OtherProcess.start("hold", folder());
        holder.await("opened", 1);
        StoreException refused = assertThrows(StoreException.class, this::open);
        assertTrue(refused.getMessage().contains(" (process " + holder.process().pid() + ")"), refused.getMessage());
        holder.kill();
        store = open();
        assertEquals(List.of(), store.batches());
    }

    @Test
    void a_folder_with_other_things_is_refused_and_not_touched() throws Exception {
        Path folder = Files.createDirectory(temp.resolve("letters"));
        Files.writeString(folder.resolve("letter.txt"), "Dear Sir");
        StoreException refused = assertThrows(
                StoreException.class,
                () -> new WorkspaceStores(new WorkspaceMappings(), List.of(new CsvImporter())).open(folder));
        assertEquals(
                "The folder " + folder
                        + " holds other things and is no workspace; name an empty folder or one that does not exist.",
                refused.getMessage());
        try (var entries = Files.list(folder)) {
            assertEquals(List.of(folder.resolve("letter.txt")), entries.toList());
        }
    }

    @Test
    void what_else_a_workspace_has_does_not_keep_it_from_being_begun_anew() throws Exception {
        Path folder = Files.createDirectory(temp.resolve("left"));
        for (String each : List.of("out", "logs", "house", ".pictures")) {
            Files.createDirectory(folder.resolve(each));
        }
        try (Store anew = new WorkspaceStores(new WorkspaceMappings(), List.of()).open(folder)) {
            assertEquals(List.of(), anew.batches());
        }
    }

    @Test
    void a_file_is_no_workspace() throws Exception {
        Path file = file("x", "y");
        assertEquals(
                file + " is a file, no folder; name another folder for the workspace.",
                assertThrows(StoreException.class, () -> new WorkspaceStores(new WorkspaceMappings(), List.of())
                                .open(file))
                        .getMessage());
    }

    @Test
    void a_place_where_no_folder_can_be_made_is_named() throws Exception {
        Path below = file("x", "y").resolve("workspace");
        assertEquals(
                "Cannot make the workspace " + below + ": a file stands where a folder is needed (" + below
                        + "); name another workspace.",
                assertThrows(StoreException.class, () -> new WorkspaceStores(new WorkspaceMappings(), List.of())
                                .open(below))
                        .getMessage());
        assumeTrue(Files.isDirectory(Path.of("/proc/self")), "only Linux has such a place");
        assertEquals(
                "Cannot make the workspace /proc/x: the system lets nobody make /proc/x; name another workspace.",
                assertThrows(StoreException.class, () -> new WorkspaceStores(new WorkspaceMappings(), List.of())
                                .open(Path.of("/proc/x")))
                        .getMessage());
    }

    @Test
    void a_folder_that_only_holds_packs_becomes_a_workspace() throws Exception {
        Path folder = Files.createDirectories(temp.resolve("new/packs")).getParent();
        new WorkspaceStores(new WorkspaceMappings(), List.of()).open(folder).close();
        assertTrue(Files.exists(folder.resolve("opbrief.duckdb")));
    }

    @Test
    void a_database_that_is_none_is_refused_and_the_lock_given_back() throws Exception {
        Path folder = Files.createDirectory(temp.resolve("broken"));
        Files.writeString(folder.resolve("opbrief.duckdb"), "this is no database at all".repeat(1000));
        for (int attempt = 0; attempt < 2; attempt++) {
            String message = assertThrows(
                            StoreException.class,
                            () -> new WorkspaceStores(new WorkspaceMappings(), List.of()).open(folder))
                    .getMessage();
            assertEquals(
                    "Cannot open the database: the workspace " + folder + " is damaged, its file opbrief.duckdb is no"
                            + " database; put a copy in its place, or name another workspace.",
                    message);
        }
    }

    @Test
    void what_a_crash_left_is_cleared_at_the_next_opening() throws Exception {
        load(HEADER + "S1,IA,2022-06-01,ice,1,\n");
        var kept = sources();
        store.close();
        Files.createDirectories(folder().resolve(".staging/source"));
        Files.writeString(folder().resolve(".staging/source/half.csv"), "x");
        Files.writeString(folder().resolve("sources/" + "0".repeat(64)), "x");
        Files.createDirectories(folder().resolve(".tmp-1234/deep"));
        Files.writeString(folder().resolve(".tmp-1234/deep/seizures.csv"), "x");
        Files.writeString(folder().resolve("out.pdf"), "mine");
        store = open();
        assertEquals(List.of(".lock", "opbrief.duckdb", "out.pdf", "sources"), entries());
        assertEquals(kept, sources());
        assertFalse(Files.exists(folder().resolve(".staging")));
    }

    private List<String> entries() throws java.io.IOException {
        try (var entries = Files.list(folder())) {
            return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void a_closed_store_says_so() throws Exception {
        store.close();
        store.close();
        assertEquals(
                "The workspace " + folder() + " is closed; open it again.",
                assertThrows(StoreException.class, () -> store.batches()).getMessage());
    }

    @Test
    void deactivation_closes_what_is_open() throws Exception {
        Path folder = temp.resolve("third");
        WorkspaceStores stores = new WorkspaceStores(new WorkspaceMappings(), List.of());
        stores.open(folder);
        stores.closeAll();
        stores.open(folder).close();
    }
}
