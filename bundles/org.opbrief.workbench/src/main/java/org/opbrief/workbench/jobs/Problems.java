package org.opbrief.workbench.jobs;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.LocalTime;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** What went wrong since the start, the latest last. May be used from any thread. */
public final class Problems {

    /**
     * One thing that went wrong.
     *
     * @param task what was being done
     * @param message one sentence for the user
     * @param detail for whoever looks into it; may be empty
     */
    public record Problem(LocalTime time, String task, String message, String detail) {}

    private static final int KEPT = 1_000;

    private final List<Problem> problems = new CopyOnWriteArrayList<>();
    private final List<Consumer<Problem>> listeners = new CopyOnWriteArrayList<>();

    public List<Problem> all() {
        return List.copyOf(problems);
    }

    /** In words if it is an exception of a domain or there was too little memory, else as a fault of ours. */
    public Problem add(String task, Throwable failure) {
        StringWriter detail = new StringWriter();
        failure.printStackTrace(new PrintWriter(detail, true));
        return add(task, sentence(failure), detail.toString());
    }

    private static String sentence(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof OutOfMemoryError) {
                return Messages.get("problems.memory");
            }
        }
        boolean ours = failure instanceof RuntimeException || failure instanceof Error || failure.getMessage() == null;
        return ours ? "This should not have happened (" + failure + "): please report it." : failure.getMessage();
    }

    private Problem add(String task, String message, String detail) {
        Problem problem = new Problem(LocalTime.now(), task, message, detail);
        if (problems.size() >= KEPT) {
            problems.remove(0);
        }
        problems.add(problem);
        listeners.forEach(listener -> listener.accept(problem));
        return problem;
    }

    /**
     * Calls back, on whatever thread, for each new problem.
     *
     * @return takes the listener away
     */
    public Runnable listen(Consumer<Problem> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }
}
