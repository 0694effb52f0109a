package org.opbrief.workbench.handlers;

import jakarta.inject.Inject;
import java.util.Objects;
import org.eclipse.e4.core.di.annotations.Optional;
import org.eclipse.e4.ui.di.UIEventTopic;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.model.application.ui.basic.MWindow;
import org.eclipse.e4.ui.workbench.UIEvents;
import org.eclipse.e4.ui.workbench.modeling.IWindowCloseHandler;
import org.eclipse.swt.widgets.Shell;
import org.opbrief.workbench.jobs.Work;
import org.osgi.service.event.Event;

/** Asks before the window's button closes it, as the command does. */
public final class ClosingAddon {

    private final MApplication application;
    private final Work work;

    @Inject
    public ClosingAddon(MApplication application, Work work) {
        this.application = application;
        this.work = work;
    }

    /** When the windows are there, unless the user has closed them already. */
    @Inject
    @Optional
    void opened(@UIEventTopic(UIEvents.UILifeCycle.APP_STARTUP_COMPLETE) Event event) {
        IWindowCloseHandler ask = window -> Closing.allowed(work, (Shell) window.getWidget());
        application.getChildren().stream()
                .map(MWindow::getContext)
                .filter(Objects::nonNull)
                .forEach(context -> context.set(IWindowCloseHandler.class, ask));
    }
}
