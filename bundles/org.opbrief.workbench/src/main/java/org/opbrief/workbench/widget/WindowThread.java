package org.opbrief.workbench.widget;

import java.util.concurrent.Executor;
import org.eclipse.swt.widgets.Display;

/** Does on the thread that may touch widgets what others give it; drops what comes after the window has gone. */
public record WindowThread(Display display) implements Executor {

    @Override
    public void execute(Runnable task) {
        if (!display.isDisposed()) {
            display.asyncExec(task);
        }
    }
}
