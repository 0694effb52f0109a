package org.opbrief.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.opbrief.api.data.StoreException;

/** A workspace whose folder is taken away while it is open. */
class GoneTest extends StoreTestCase {
    private static final String ONE = HEADER + "S1,IA,2022-06-01,Fentanyl,1.25,\n";

    @Test
    void nothing_is_accepted_into_a_folder_that_was_deleted_and_no_other_is_begun() throws Exception {
        load(ONE);
        Workspace.deleteTree(folder());
        assertGone(() -> load(HEADER + "S2,IA,2022-06-01,Fentanyl,1.25,\n"));
        assertGone(() -> rows("SELECT * FROM seizure"));
        assertGone(() -> store.batches());
        assertGone(() -> store.remove(1));
        store.close();
        assertFalse(Files.exists(folder()));
    }

    @Test
    void a_folder_that_was_moved_and_comes_back_goes_on() throws Exception {
        load(ONE);
        Path elsewhere = temp.resolve("elsewhere");
        Files.move(folder(), elsewhere);
        assertGone(() -> store.batches());
        Files.move(elsewhere, folder());
        assertEquals(List.of("1"), rows("SELECT count(*) FROM seizure"));
        load(HEADER + "S2,IA,2022-06-01,Fentanyl,1.25,\n");
        reopen();
        assertEquals(List.of("2"), rows("SELECT count(*) FROM seizure"));
    }

    @Test
    void a_folder_that_was_moved_holds_all_rows_after_it_was_closed() throws Exception {
        load(ONE);
        Path elsewhere = temp.resolve("elsewhere");
        Files.move(folder(), elsewhere);
        store.close();
        Files.move(elsewhere, folder());
        store = open();
        assertEquals(List.of("1"), rows("SELECT count(*) FROM seizure"));
    }

    private void assertGone(org.junit.jupiter.api.function.Executable action) {
        String message = assertThrows(StoreException.class, action).getMessage();
        assertTrue(message.startsWith("The workspace " + folder() + " is gone: "), message);
    }
}
