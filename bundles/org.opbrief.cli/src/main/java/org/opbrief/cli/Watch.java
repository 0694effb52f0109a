package org.opbrief.cli;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.opbrief.api.data.StoreException;
import org.opbrief.api.output.OutputException;
import org.opbrief.api.pack.PackException;
import org.opbrief.api.report.ReportException;

/** Does something again whenever a folder has changed and settled, until the process is interrupted. */
final class Watch {
    private static final long LOOK_MILLIS = 100;

    /** How long a round that is under way may hold up the end of the process. */
    private static final long END_SECONDS = 10;

    private final Console console;
    private final WatchedFolder watched;
    private final CountDownLatch interrupted = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);

    Watch(Console console, WatchedFolder watched) {
        this.console = console;
        this.watched = watched;
    }

    /** What is done. */
    @FunctionalInterface
    interface Round {
        void run() throws CommandException, StoreException, ReportException, OutputException, PackException;
    }

    /** Returns when the process is interrupted, or nobody reads its output. */
    void run(Round round) {
        Runtime.getRuntime().addShutdownHook(new Thread(this::end, "opbrief-watch"));
        try {
            Map<Path, String> seen;
            do {
                seen = watched.state();
                attempt(round);
            } while (changed(seen));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            ended.countDown();
        }
    }

    /** Ends it between two rounds. */
    void end() {
        interrupted.countDown();
        try {
            if (!ended.await(END_SECONDS, TimeUnit.SECONDS)) {
                console.error("opbrief: The run that was under way is broken off.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void attempt(Round round) {
        long start = System.nanoTime();
        String outcome;
        try {
            round.run();
            outcome = String.format(Locale.ROOT, "Written in %.1f s", (System.nanoTime() - start) / 1e9);
        } catch (CommandException | StoreException | ReportException | OutputException | PackException e) {
            console.error("opbrief: " + e.getMessage());
            outcome = "Not written";
        } catch (RuntimeException e) {
            console.error("opbrief: This should not have happened (" + e + "): please report it.");
            outcome = "Not written";
        }
        console.flush();
        console.error(outcome + "; waiting for changes in " + watched.folder() + ". Ctrl+C ends.");
    }

    /** Waits until the folder is not as it was seen, and has been the same at two looks. */
    private boolean changed(Map<Path, String> seen) throws InterruptedException {
        Map<Path, String> last = seen;
        while (!interrupted.await(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
            if (console.closed()) {
                return false;
            }
            Map<Path, String> now = watched.state();
            if (!now.equals(seen) && now.equals(last)) {
                return true;
            }
            last = now;
        }
        return false;
    }
}
