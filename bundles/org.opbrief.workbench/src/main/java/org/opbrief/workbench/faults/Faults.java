package org.opbrief.workbench.faults;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.eclipse.e4.ui.internal.workbench.swt.IEventLoopAdvisor;
import org.eclipse.swt.widgets.Display;
import org.opbrief.workbench.jobs.FailureDialog;
import org.opbrief.workbench.jobs.Problems;
import org.opbrief.workbench.jobs.Problems.Problem;
import org.osgi.service.log.Logger;

/** The one place where everything comes that fails on the thread of the window. */
public final class Faults implements IEventLoopAdvisor {

    private final Problems problems;
    private final Logger logger;
    private final Blame blame;
    private final Set<String> told = new HashSet<>();

    public Faults(Problems problems, Logger logger, Blame blame) {
        this.problems = problems;
        this.logger = logger;
        this.blame = blame;
    }

    /**
     * Notes what failed for the views Problems and Log.
     *
     * @param pack whose fault it is, if that is known; else it is looked for
     */
    Problem note(String task, Throwable failure, Optional<String> pack) {
        Problem problem = problems.add(task, failure, pack.or(() -> blame.apply(failure)));
        logger.error(problem.message(), failure);
        return problem;
    }

    /** What fails while it is drawn does so again and again: the user is told once. */
    @Override
    public void eventLoopException(Throwable failure) {
        Problem problem = note(Messages.get("task.window"), failure, Optional.empty());
        Display display = Display.getCurrent();
        if (display != null && told.add(problem.message())) {
            display.asyncExec(() -> FailureDialog.show(problem));
        }
    }

    @Override
    public void eventLoopIdle(Display display) {
        display.sleep();
    }
}
