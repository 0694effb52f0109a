package org.opbrief.workbench.settings;

import java.io.IOException;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.preference.PreferenceDialog;
import org.eclipse.jface.preference.PreferenceManager;
import org.eclipse.jface.preference.PreferenceNode;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.widgets.Shell;
import org.opbrief.api.data.FileFaults;
import org.opbrief.workbench.session.Session;

/** The dialog with all settings. */
public final class Preferences {

    private final Settings settings;
    private final Session session;

    public Preferences(Settings settings, Session session) {
        this.settings = settings;
        this.session = session;
    }

    /** Opens it and waits. What was chosen is kept when the user says so, else nothing changes. */
    public void open(Shell parent) {
        PreferenceManager pages = new PreferenceManager();
        pages.addToRoot(new PreferenceNode("general", new GeneralPage(settings, ComputerMemory.megabytes())));
        pages.addToRoot(new PreferenceNode("workspace", new WorkspacePage(settings)));
        pages.addToRoot(new PreferenceNode("briefings", new BriefingsPage(settings, session.formats())));
        if (session.isOpen()) {
            pages.addToRoot(new PreferenceNode("agency", new AgencyPage(session, new SystemDialogs())));
            pages.addToRoot(new PreferenceNode("trust", new TrustPage(session)));
        }
        PreferenceDialog dialog = new PreferenceDialog(parent, pages);
        if (dialog.open() == Window.OK) {
            try {
                settings.keep();
            } catch (IOException e) {
                MessageDialog.openError(parent, Messages.get("title"), Messages.get("notKept", FileFaults.reason(e)));
            }
        }
    }
}
