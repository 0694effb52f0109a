package org.opbrief.workbench.data;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.opbrief.workbench.jobs.Problems.Problem;
import org.opbrief.workbench.jobs.Work;

/** Brings pages without making the window wait. Of the UI thread. */
final class PageLoader {
    private static final int AT_ONCE = 2;

    private final Work work;
    private final RowPages pages;
    private final Runnable arrived;
    private final Consumer<Problem> failed;
    private final Set<Long> loading = new HashSet<>();
    private final Set<Long> broken = new HashSet<>();

    /** @param arrived called after each page that came; whoever still misses one asks again */
    PageLoader(Work work, RowPages pages, Runnable arrived, Consumer<Problem> failed) {
        this.work = work;
        this.pages = pages;
        this.arrived = arrived;
        this.failed = failed;
    }

    /** The row if it is at hand; else it is sent for. */
    Optional<Row> at(long row) {
        long page = row / RowPages.PAGE;
        int place = (int) (row % RowPages.PAGE);
        Optional<List<Row>> rows = pages.peek(page);
        if (rows.isEmpty()) {
            request(page);
            return Optional.empty();
        }
        return place < rows.get().size() ? Optional.of(rows.get().get(place)) : Optional.empty();
    }

    private void request(long page) {
        if (loading.size() >= AT_ONCE || broken.contains(page) || !loading.add(page)) {
            return;
        }
        work.quietly(
                Messages.get("table.reading"),
                progress -> pages.page(page),
                rows -> {
                    loading.remove(page);
                    arrived.run();
                },
                problem -> {
                    loading.remove(page);
                    broken.add(page);
                    failed.accept(problem);
                });
    }
}
