package org.opbrief.workbench.handlers;

import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.swt.widgets.Shell;
import org.opbrief.workbench.session.Session;
import org.opbrief.workbench.settings.Preferences;
import org.opbrief.workbench.settings.Settings;

/** Opens the dialog with all settings. */
public final class PreferencesHandler {

    @Execute
    void run(Settings settings, Session session, Shell shell) {
        new Preferences(settings, session).open(shell);
    }
}
