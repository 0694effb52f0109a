package org.opbrief.workbench.handlers;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.e4.ui.di.AboutToShow;
import org.eclipse.e4.ui.model.application.ui.menu.MDirectMenuItem;
import org.eclipse.e4.ui.model.application.ui.menu.MMenuElement;
import org.eclipse.e4.ui.model.application.ui.menu.MMenuFactory;
import org.eclipse.swt.widgets.Shell;
import org.opbrief.workbench.jobs.Work;
import org.opbrief.workbench.session.Session;
import org.opbrief.workbench.session.WorkspaceDialogs;
import org.opbrief.workbench.settings.Settings;

/** The workspaces that were open before, as a menu. */
public final class RecentWorkspaces {

    @AboutToShow
    void fill(List<MMenuElement> items, Settings settings, Session session) {
        for (Path workspace : settings.recentWorkspaces()) {
            if (!workspace.equals(session.workspace()) && Files.isDirectory(workspace)) {
                MDirectMenuItem item = MMenuFactory.INSTANCE.createDirectMenuItem();
                // an ampersand would be the mark of a mnemonic
                item.setLabel(workspace.toString().replace("&", "&&"));
                item.setObject(new Opening(workspace));
                items.add(item);
            }
        }
        if (items.isEmpty()) {
            MDirectMenuItem none = MMenuFactory.INSTANCE.createDirectMenuItem();
            none.setLabel(Messages.get("recent.none"));
            none.setEnabled(false);
            items.add(none);
        }
    }

    /** What an item of the menu does. */
    public record Opening(Path workspace) {

        @Execute
        void run(Session session, Work work, Shell shell) {
            if (Closing.isIdle(work, shell)) {
                new WorkspaceDialogs(shell.getDisplay()).openThis(session, workspace, shell);
            }
        }
    }
}
