package org.opbrief.workbench.jobs;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.opbrief.workbench.jobs.Problems.Problem;

/** Runs tasks in threads of their own and brings their results to the window. */
public final class Work implements AutoCloseable {

    private static final long LONGEST_END_SECONDS = 30;

    private final Executor ui;
    private final Problems problems;
    private final Consumer<Problem> teller;
    private final List<Job> running = new CopyOnWriteArrayList<>();
    /** Those that no view shows, too. */
    private final List<Job> alive = new CopyOnWriteArrayList<>();

    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool(Work::thread);

    /**
     * @param ui runs something on the thread that may touch widgets
     * @param problems gets what fails
     * @param teller tells the user, on that thread
     */
    public Work(Executor ui, Problems problems, Consumer<Problem> teller) {
        this.ui = ui;
        this.problems = problems;
        this.teller = teller;
    }

    /**
     * Starts a task that the Progress view shows, and that the user may cancel. If it fails, the user is told.
     *
     * @param title in words, e.g. {@code Importing seizures.csv}
     * @param done gets the result on the UI thread; not called if it failed or was cancelled
     */
    public <T> Job start(String title, Task<T> task, Consumer<T> done) {
        return start(title, task, done, teller);
    }

    /**
     * As above.
     *
     * @param failed is told of a failure, on the UI thread, instead of the user
     */
    public <T> Job start(String title, Task<T> task, Consumer<T> done, Consumer<Problem> failed) {
        Job job = new Job(title);
        alive.add(job);
        running.add(job);
        announce();
        threads.execute(() -> {
            run(job, task, done, failed);
            running.remove(job);
            announce();
        });
        return job;
    }

    /** Starts a short task, such as reading a page of a table, that no view shows. */
    public <T> Job quietly(String title, Task<T> task, Consumer<T> done) {
        return quietly(title, task, done, teller);
    }

    /** As above; a failure goes to {@code failed}, on the UI thread. */
    public <T> Job quietly(String title, Task<T> task, Consumer<T> done, Consumer<Problem> failed) {
        Job job = new Job(title);
        alive.add(job);
        threads.execute(() -> run(job, task, done, failed));
        return job;
    }

    private <T> void run(Job job, Task<T> task, Consumer<T> done, Consumer<Problem> failed) {
        try {
            T result = task.run(job);
            job.end(Job.State.DONE);
            ui.execute(() -> done.accept(result));
        } catch (CancellationException e) {
            job.end(Job.State.CANCELLED);
        } catch (Exception | Error e) {
            if (job.isCancelled() && e.getCause() instanceof CancellationException) {
                job.end(Job.State.CANCELLED);
                return;
            }
            job.end(Job.State.FAILED);
            Problem problem = problems.add(job.title(), e);
            ui.execute(() -> failed.accept(problem));
        } finally {
            alive.remove(job);
        }
    }

    /** What the Progress view shows, the oldest first. */
    public List<Job> running() {
        return List.copyOf(running);
    }

    /**
     * Calls back on the UI thread when a task begins or ends.
     *
     * @return takes the listener away
     */
    public Runnable listen(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    private void announce() {
        listeners.forEach(listener -> ui.execute(() -> {
            if (listeners.contains(listener)) {
                listener.run();
            }
        }));
    }

    /** Cancels all, takes no more and waits until nothing runs: nobody may pull the workspace away from under a task. */
    @Override
    public void close() {
        alive.forEach(Job::cancel);
        threads.shutdown();
        try {
            threads.awaitTermination(LONGEST_END_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Thread thread(Runnable runnable) {
        Thread thread = new Thread(runnable, "opbrief work");
        thread.setDaemon(true);
        // the window comes first
        thread.setPriority(Thread.NORM_PRIORITY - 1);
        return thread;
    }
}
