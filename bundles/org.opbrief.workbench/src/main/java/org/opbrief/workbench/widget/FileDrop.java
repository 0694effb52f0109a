package org.opbrief.workbench.widget;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DropTarget;
import org.eclipse.swt.dnd.DropTargetAdapter;
import org.eclipse.swt.dnd.DropTargetEvent;
import org.eclipse.swt.dnd.FileTransfer;
import org.eclipse.swt.widgets.Shell;

/** Files and folders that are dropped onto a window, wherever in it. */
public final class FileDrop extends DropTargetAdapter {
    private static final int MODAL = SWT.PRIMARY_MODAL | SWT.APPLICATION_MODAL | SWT.SYSTEM_MODAL;

    private final Shell shell;
    private final Consumer<List<Path>> taken;

    private FileDrop(Shell shell, Consumer<List<Path>> taken) {
        this.shell = shell;
        this.taken = taken;
    }

    /** @param taken gets what was dropped, at least one; not while a dialog is open */
    public static void on(Shell shell, Consumer<List<Path>> taken) {
        DropTarget target = new DropTarget(shell, DND.DROP_COPY | DND.DROP_DEFAULT);
        target.setTransfer(FileTransfer.getInstance());
        target.addDropListener(new FileDrop(shell, taken));
    }

    @Override
    public void dragEnter(DropTargetEvent event) {
        if (isBehindDialog()) {
            event.detail = DND.DROP_NONE;
        } else if (event.detail == DND.DROP_DEFAULT) {
            event.detail = DND.DROP_COPY;
        }
    }

    @Override
    public void drop(DropTargetEvent event) {
        if (event.data instanceof String[] names && names.length > 0 && !isBehindDialog()) {
            List<Path> files = Arrays.stream(names).map(Path::of).toList();
            // not within the drop: the window that it came from waits for its end
            event.display.asyncExec(() -> taken.accept(files));
        }
    }

    private boolean isBehindDialog() {
        return Arrays.stream(shell.getDisplay().getShells())
                .anyMatch(other -> other != shell && other.isVisible() && (other.getStyle() & MODAL) != 0);
    }
}
