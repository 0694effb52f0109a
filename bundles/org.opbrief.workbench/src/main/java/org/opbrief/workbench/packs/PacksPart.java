package org.opbrief.workbench.packs;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.swt.widgets.Composite;
import org.opbrief.workbench.jobs.Work;
import org.opbrief.workbench.session.Session;

/** The view of the Packs perspective. */
public final class PacksPart {
    private final Session session;
    private final Work work;
    private PacksView view;

    @Inject
    public PacksPart(Session session, Work work) {
        this.session = session;
        this.work = work;
    }

    @PostConstruct
    void create(Composite parent) {
        view = new PacksView(parent, session, work);
    }

    @Focus
    void focus() {
        view.setFocus();
    }
}
