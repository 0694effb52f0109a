package org.opbrief.workbench.handlers;

import java.util.List;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.widgets.Shell;
import org.opbrief.workbench.jobs.Job;
import org.opbrief.workbench.jobs.Work;

/** Asks whether to close while something runs. */
final class Closing {

    private Closing() {}

    /** Whether nothing runs; if something does, the user is told that the workspace stays open for it. */
    static boolean isIdle(Work work, Shell shell) {
        boolean idle = work.running().isEmpty();
        if (!idle) {
            MessageDialog.openInformation(shell, Messages.get("busy.title"), Messages.get("busy.message"));
        }
        return idle;
    }

    static boolean allowed(Work work, Shell shell) {
        List<Job> running = work.running();
        if (running.isEmpty()) {
            return true;
        }
        String titles = String.join("\n", running.stream().map(Job::title).toList());
        return new MessageDialog(
                                shell,
                                Messages.get("closing.title"),
                                null,
                                Messages.get("closing.question") + "\n\n" + titles,
                                MessageDialog.QUESTION,
                                1,
                                Messages.get("closing.yes"),
                                Messages.get("closing.no"))
                        .open()
                == 0;
    }
}
