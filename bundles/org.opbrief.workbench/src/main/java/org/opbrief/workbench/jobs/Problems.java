package org.opbrief.workbench.jobs;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import org.eclipse.e4.core.di.InjectionException;

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

    private final Function<Throwable, Optional<String>> blame;
    private final List<Problem> problems = new CopyOnWriteArrayList<>();
    private final List<Consumer<Problem>> listeners = new CopyOnWriteArrayList<>();

    /** @param blame finds the pack whose code failed */
    public Problems(Function<Throwable, Optional<String>> blame) {
        this.blame = blame;
    }

    public List<Problem> all() {
        return List.copyOf(problems);
    }

    /** In words if it is an exception of a domain or there was too little memory, else as a fault of a pack, or of ours. */
    public Problem add(String task, Throwable failure) {
        return add(task, failure, blame.apply(failure));
    }

    /**
     * As above.
     *
     * @param pack name of the pack whose fault it is
     */
    public Problem add(String task, Throwable failure, Optional<String> pack) {
        StringWriter detail = new StringWriter();
        failure.printStackTrace(new PrintWriter(detail, true));
        return add(task, message(unwrapped(failure), pack), detail.toString());
    }

    private static String message(Throwable failure, Optional<String> pack) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof OutOfMemoryError) {
                return Messages.get("problems.memory");
            }
        }
        boolean inWords = !(failure instanceof RuntimeException
                || failure instanceof Error
                || failure instanceof ReflectiveOperationException
                || failure.getMessage() == null);
        if (inWords) {
            return failure.getMessage();
        }
        return pack.map(name -> "The pack %s has a fault (%s): ask its author for another version, or uninstall it."
                        .formatted(name, failure))
                .orElse("This should not have happened (" + failure + "): please report it.");
    }

    /** What Eclipse wraps. */
    private static Throwable unwrapped(Throwable failure) {
        return failure instanceof InjectionException && failure.getCause() != null
                ? unwrapped(failure.getCause())
                : failure;
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
