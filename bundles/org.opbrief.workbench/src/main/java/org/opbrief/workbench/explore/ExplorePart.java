package org.opbrief.workbench.explore;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.e4.ui.services.IServiceConstants;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Shell;
import org.opbrief.api.pack.PackAuthoring;
import org.opbrief.workbench.data.RowsChoice;
import org.opbrief.workbench.jobs.Work;
import org.opbrief.workbench.packs.PackChanges;
import org.opbrief.workbench.session.Session;

/** Explores the data, beside the table of the Data perspective. */
public final class ExplorePart {
    private final Session session;
    private final Work work;
    private ExploreView view;
    private Optional<String> navigated = Optional.empty();

    @Inject
    public ExplorePart(Session session, Work work) {
        this.session = session;
        this.work = work;
    }

    @PostConstruct
    void create(Composite parent) {
        view = new ExploreView(parent, session, work, question -> save(parent.getShell(), question));
        navigated.ifPresent(view::offer);
    }

    @Inject
    @org.eclipse.e4.core.di.annotations.Optional
    void chosen(@Named(IServiceConstants.ACTIVE_SELECTION) RowsChoice choice) {
        if (choice == null) {
            return;
        }
        navigated = Optional.of(choice.dataSet());
        if (view != null && !view.isDisposed()) {
            view.offer(choice.dataSet());
        }
    }

    private void save(Shell shell, Question question) {
        Optional<PackAuthoring> authoring = session.services().lookup().find(PackAuthoring.class);
        if (authoring.isEmpty()) {
            MessageDialog.openError(shell, Messages.get("save.title"), Messages.get("save.missing"));
            return;
        }
        SaveDialog dialog =
                new SaveDialog(shell, session.workspace().toAbsolutePath().getParent());
        if (dialog.open() == Window.OK) {
            work.start(
                    Messages.get("save.job", dialog.target().getFileName()),
                    new SavedReport(authoring.get(), question, dialog.title(), dialog.target()),
                    jar -> new PackChanges(shell, session, work).install(List.of(jar)));
        }
    }

    @Focus
    void focus() {
        view.setFocus();
    }
}
