package org.opbrief.workbench.jobs;

import jakarta.annotation.PostConstruct;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.swt.widgets.Composite;

/** Holds the {@link LogView}. */
public final class LogPart {

    private LogView view;

    @PostConstruct
    void create(Composite parent, Log log) {
        view = new LogView(parent, log);
    }

    @Focus
    void focus() {
        view.setFocus();
    }
}
