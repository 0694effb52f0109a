package org.opbrief.workbench.data;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import org.eclipse.e4.core.di.annotations.Optional;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.e4.ui.di.UIEventTopic;
import org.eclipse.e4.ui.workbench.modeling.ESelectionService;
import org.eclipse.swt.widgets.Composite;
import org.opbrief.workbench.Ids;
import org.opbrief.workbench.jobs.Work;
import org.opbrief.workbench.session.Session;

/** The navigator of the Data perspective. */
public final class NavigatorPart {
    private final Session session;
    private final Work work;
    private final ESelectionService selection;
    private NavigatorView view;

    @Inject
    public NavigatorPart(Session session, Work work, ESelectionService selection) {
        this.session = session;
        this.work = work;
        this.selection = selection;
    }

    @PostConstruct
    void create(Composite parent) {
        view = new NavigatorView(parent, session, work, selection::setSelection, files -> ImportDialog.of(
                        parent.getShell(), session, work, files)
                .open());
    }

    @Inject
    @Optional
    void chosen(@UIEventTopic(Ids.DATA_SET_CHOSEN) String dataSet) {
        if (view != null && !view.isDisposed() && dataSet != null) {
            view.choose(dataSet);
        }
    }

    @Focus
    void focus() {
        view.setFocus();
    }
}
