package org.opbrief.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.opbrief.api.data.ImportRequest;
import org.opbrief.api.data.Progress;
import org.opbrief.api.data.Store;

class CancelTest extends StoreTestCase {

    /** Wanted until a step begins. */
    private record Until(String step, AtomicBoolean cancelled) implements Progress {
        @Override
        public void at(String now, double fraction) {
            cancelled.compareAndSet(false, now.equals(step));
            if (cancelled.get() && fraction < 1) {
                throw new CancellationException(now);
            }
        }

        @Override
        public boolean isCancelled() {
            return cancelled.get();
        }
    }

    @Test
    void an_import_that_is_cancelled_at_any_step_leaves_the_workspace_as_it_was() throws Exception {
        load(HEADER + "S1,IA,2022-06-01,Fentanyl,1.25,\n");
        Path file = file("more.csv", HEADER + "S2,IA,2022-06-01,Fentanyl,1.25,\nS3,IA,2022-66-01,Fentanyl,1.25,\n");
        reopen();
        Map<String, String> before = contents();
        List<String> steps = List.of(
                "copying more.csv",
                "reading more.csv",
                "checking more.csv",
                "looking at rejected rows of more.csv",
                "storing more.csv");
        List<String> ended = new ArrayList<>();
        for (String step : steps) {
            ImportRequest request =
                    new ImportRequest(file, Sets.seizure(), DAY, Set.of(), new Until(step, new AtomicBoolean()));
            ended.add(assertThrows(CancellationException.class, () -> store.importFile(request))
                    .getMessage());
        }
        assertEquals(steps, ended);
        assertEquals(List.of("1"), rows("SELECT count(*) FROM seizure"));
        reopen();
        assertEquals(before, contents());
    }

    @Test
    void a_query_that_would_take_hours_ends_when_its_task_is_cancelled() throws Exception {
        Until until = new Until("now", new AtomicBoolean());
        Store during = store.during(until);
        Thread user = new Thread(() -> until.cancelled().set(true));
        user.start();
        assertThrows(
                CancellationException.class,
                () -> during.read(
                        "SELECT count(*) FROM range(9000000000000) AS r(x) WHERE sqrt(x) > 1", List.of(), results -> {
                            throw new IllegalStateException("It was answered");
                        }));
        user.join();
        // the next task is another matter
        assertEquals(List.of("3"), rows("SELECT 1 + 2"));
    }
}
