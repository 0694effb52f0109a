package org.opbrief.workbench.jobs;

import jakarta.annotation.PostConstruct;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.swt.widgets.Composite;

/** Holds the {@link ProgressView}. */
public final class ProgressPart {

    private ProgressView view;

    @PostConstruct
    void create(Composite parent, Work work) {
        view = new ProgressView(parent, work);
    }

    @Focus
    void focus() {
        view.setFocus();
    }
}
