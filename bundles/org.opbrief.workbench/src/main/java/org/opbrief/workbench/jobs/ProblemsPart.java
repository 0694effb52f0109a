package org.opbrief.workbench.jobs;

import jakarta.annotation.PostConstruct;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.swt.widgets.Composite;

/** Holds the {@link ProblemsView}. */
public final class ProblemsPart {

    private ProblemsView view;

    @PostConstruct
    void create(Composite parent, Problems problems) {
        view = new ProblemsView(parent, problems);
    }

    @Focus
    void focus() {
        view.setFocus();
    }
}
