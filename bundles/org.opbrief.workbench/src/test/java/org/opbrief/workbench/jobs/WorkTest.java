package org.opbrief.workbench.jobs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.opbrief.api.data.StoreException;
import org.opbrief.workbench.jobs.Problems.Problem;

class WorkTest {

    private final Problems problems = new Problems(failure -> Optional.empty());
    private final BlockingQueue<Object> came = new LinkedBlockingQueue<>();
    private final Work work = new Work(Runnable::run, problems, came::add);

    @Test
    void theResultOfATaskComesBack() throws Exception {
        Job job = work.start("Counting", progress -> 42, came::add);
        assertEquals(42, next());
        assertEquals(Job.State.DONE, job.state());
        assertEquals(List.of(), problems.all());
    }

    @Test
    void whatFailsIsAProblemInItsOwnWords() throws Exception {
        work.start("Importing", progress -> fail(), came::add);
        Problem problem = (Problem) next();
        assertEquals("Importing", problem.task());
        assertEquals("The disk is full.", problem.message());
        assertTrue(problem.detail().contains("StoreException"), problem.detail());
        assertEquals(List.of(problem), problems.all());
    }

    @Test
    void aFaultOfOursIsNamedAsOne() throws Exception {
        work.start("Importing", progress -> Integer.parseInt("x"), came::add);
        Problem problem = (Problem) next();
        assertTrue(problem.message().startsWith("This should not have happened"), problem.message());
    }

    @Test
    void tooLittleMemoryIsSaidWithWhatToDoAndTheNextTaskRuns() throws Exception {
        work.start("Reading", progress -> new long[Integer.MAX_VALUE][1 << 30], came::add);
        Problem problem = (Problem) next();
        assertEquals(
                "There was not enough memory for this. Close other work and try again, or give Opbrief more:"
                        + " Preferences, General, Memory.",
                problem.message());
        assertTrue(problem.detail().contains("OutOfMemoryError"), problem.detail());
        work.start(
                "Exporting",
                progress -> {
                    throw new StoreException("The file cannot be written.", new OutOfMemoryError("Java heap space"));
                },
                came::add);
        assertEquals(problem.message(), ((Problem) next()).message());
        work.start("Counting", progress -> 42, came::add);
        assertEquals(42, next());
    }

    @Test
    void aCancelledTaskEndsWhenItTellsHowFarItIs() throws Exception {
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch cancelled = new CountDownLatch(1);
        Job job = work.start(
                "Importing",
                progress -> {
                    started.countDown();
                    cancelled.await();
                    progress.at("storing", 0.9);
                    return "stored";
                },
                came::add);
        started.await();
        assertEquals(List.of(job), work.running());
        job.cancel();
        cancelled.countDown();
        awaitEnd(job);
        assertEquals(Job.State.CANCELLED, job.state());
        assertEquals(List.of(), List.copyOf(came));
        assertEquals(List.of(), problems.all());
    }

    @Test
    void theEndWaitsUntilNothingRunsAnyMore() throws Exception {
        CountDownLatch started = new CountDownLatch(1);
        Job job = work.quietly(
                "Reading",
                progress -> {
                    started.countDown();
                    while (!progress.isCancelled()) {
                        Thread.onSpinWait();
                    }
                    progress.at("reading", 0.5);
                    return "read";
                },
                came::add);
        started.await();
        work.close();
        assertEquals(Job.State.CANCELLED, job.state());
        assertEquals(List.of(), List.copyOf(came));
    }

    @Test
    void whatIsDoneCannotBeCancelled() throws Exception {
        CountDownLatch cancelled = new CountDownLatch(1);
        Job job = work.start(
                "Importing",
                progress -> {
                    cancelled.await();
                    progress.at("imported", 1);
                    return "stored";
                },
                came::add);
        job.cancel();
        cancelled.countDown();
        assertEquals("stored", next());
    }

    private static String fail() throws StoreException {
        throw new StoreException("The disk is full.");
    }

    private Object next() throws InterruptedException {
        return came.poll(10, TimeUnit.SECONDS);
    }

    private static void awaitEnd(Job job) throws InterruptedException {
        for (int i = 0; i < 1_000 && job.running(); i++) {
            Thread.sleep(10);
        }
    }
}
