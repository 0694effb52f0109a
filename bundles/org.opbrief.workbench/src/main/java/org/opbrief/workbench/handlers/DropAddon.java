package org.opbrief.workbench.handlers;

import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.e4.ui.di.UIEventTopic;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.workbench.UIEvents;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.widgets.Shell;
import org.opbrief.api.data.Importer;
import org.opbrief.workbench.data.ImportDialog;
import org.opbrief.workbench.jobs.Work;
import org.opbrief.workbench.packs.PackChanges;
import org.opbrief.workbench.session.Session;
import org.opbrief.workbench.widget.FileDrop;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.service.event.Event;
import org.osgi.util.tracker.ServiceTracker;

/** Imports the tables, or installs the packs, that are dropped onto a window. */
public final class DropAddon {

    private final MApplication application;
    private final Session session;
    private final Work work;

    @Inject
    public DropAddon(MApplication application, Session session, Work work) {
        this.application = application;
        this.session = session;
        this.work = work;
    }

    /** When the windows are there, unless the user has closed them already. */
    @Inject
    @org.eclipse.e4.core.di.annotations.Optional
    void opened(@UIEventTopic(UIEvents.UILifeCycle.APP_STARTUP_COMPLETE) Event event) {
        application.getChildren().stream()
                .map(window -> (Shell) window.getWidget())
                .filter(Objects::nonNull)
                .forEach(shell -> FileDrop.on(shell, files -> take(shell, files)));
    }

    private void take(Shell shell, List<Path> paths) {
        DroppedFiles dropped = new DroppedFiles(paths);
        work.quietly(
                Messages.get("drop.title"),
                progress -> dropped.refusal(importers()),
                refusal -> take(shell, dropped, refusal));
    }

    private void take(Shell shell, DroppedFiles dropped, Optional<String> refusal) {
        if (shell.isDisposed()) {
            return;
        }
        if (refusal.isPresent()) {
            MessageDialog.openWarning(shell, Messages.get("drop.title"), refusal.get());
        } else if (dropped.arePacks()) {
            new PackChanges(shell, session, work).install(dropped.files());
        } else {
            ImportDialog.of(shell, session, work, dropped.files()).open();
        }
    }

    private static List<Importer> importers() {
        BundleContext context = FrameworkUtil.getBundle(DropAddon.class).getBundleContext();
        ServiceTracker<Importer, Importer> all = new ServiceTracker<>(context, Importer.class, null);
        all.open();
        try {
            return Arrays.asList(all.getServices(new Importer[0]));
        } finally {
            all.close();
        }
    }
}
