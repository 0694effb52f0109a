package org.opbrief.workbench.session;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.BusyIndicator;
import org.eclipse.swt.widgets.DirectoryDialog;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.opbrief.api.data.StoreException;
import org.opbrief.api.pack.PackException;

/**
 * Asks which workspace to open, and again if it cannot be opened.
 *
 * @param display of the thread that calls
 */
public record WorkspaceDialogs(Display display) {

    private static final int CHOOSE = 0;

    /**
     * Opens the workspace that the workbench was started with, or another that the user chooses instead.
     *
     * @return why none was opened
     */
    public Optional<String> openFirst(Session session, Path workspace) {
        return orAnother(session, workspace, tryToOpen(session, workspace));
    }

    /**
     * Opens a workspace of earlier, or another that the user chooses instead; if it is gone, it is not made anew.
     *
     * @return why none was opened
     */
    public Optional<String> openKept(Session session, Path workspace) {
        return orAnother(
                session,
                workspace,
                Files.isDirectory(workspace)
                        ? tryToOpen(session, workspace)
                        : Optional.of(Messages.get("workspace.gone").formatted(workspace)));
    }

    private Optional<String> orAnother(Session session, Path workspace, Optional<String> complaint) {
        if (complaint.isEmpty()) {
            return complaint;
        }
        Shell shell = new Shell(display);
        try {
            shell.setText("Opbrief");
            return open(session, complaint.get(), workspace, shell, Messages.get("workspace.quit"));
        } finally {
            shell.dispose();
        }
    }

    /** Lets the user choose a folder and opens it; what was open stays if it cannot be. */
    public void openAnother(Session session, Shell parent) {
        Optional<Path> chosen = choose(parent, session.workspace());
        chosen.ifPresent(folder -> openThis(session, folder, parent));
    }

    /** Opens a folder; what was open stays if it cannot be. */
    public void openThis(Session session, Path folder, Shell parent) {
        Optional<String> complaint = tryToOpen(session, folder);
        complaint.ifPresent(why -> open(session, why, folder, parent, IDialogConstants.CANCEL_LABEL));
    }

    private Optional<String> open(Session session, String why, Path folder, Shell shell, String giveUp) {
        String complaint = why;
        Path tried = folder;
        while (true) {
            MessageDialog dialog = new MessageDialog(
                    shell,
                    Messages.get("workspace.title"),
                    null,
                    complaint,
                    MessageDialog.WARNING,
                    CHOOSE,
                    Messages.get("workspace.choose"),
                    giveUp);
            Optional<Path> chosen = dialog.open() == CHOOSE ? choose(shell, tried) : Optional.empty();
            if (chosen.isEmpty()) {
                return Optional.of(complaint);
            }
            tried = chosen.get();
            Optional<String> next = tryToOpen(session, tried);
            if (next.isEmpty()) {
                return next;
            }
            complaint = next.get();
        }
    }

    /** A large workspace, or one on a slow disk, takes its time; the window goes on meanwhile. */
    private static Optional<String> tryToOpen(Session session, Path folder) {
        CompletableFuture<Optional<String>> opening = CompletableFuture.supplyAsync(() -> complaint(session, folder));
        BusyIndicator.showWhile(opening);
        return opening.join();
    }

    private static Optional<String> complaint(Session session, Path folder) {
        try {
            session.open(folder);
            return Optional.empty();
        } catch (StoreException | PackException e) {
            return Optional.of(e.getMessage());
        }
    }

    private static Optional<Path> choose(Shell shell, Path beside) {
        DirectoryDialog dialog = new DirectoryDialog(shell, SWT.OPEN);
        dialog.setText(Messages.get("workspace.title"));
        dialog.setMessage(Messages.get("workspace.which"));
        dialog.setFilterPath(String.valueOf(beside.toAbsolutePath().getParent()));
        return Optional.ofNullable(dialog.open()).map(Path::of);
    }
}
