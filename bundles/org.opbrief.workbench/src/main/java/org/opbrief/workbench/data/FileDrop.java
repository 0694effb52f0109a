package org.opbrief.workbench.data;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DropTarget;
import org.eclipse.swt.dnd.DropTargetAdapter;
import org.eclipse.swt.dnd.DropTargetEvent;
import org.eclipse.swt.dnd.FileTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.widgets.Control;

/** Files that are dropped onto a window or a part of it. */
public final class FileDrop extends DropTargetAdapter {
    private final Consumer<List<Path>> taken;

    private FileDrop(Consumer<List<Path>> taken) {
        this.taken = taken;
    }

    /** @param taken gets the files, folders left out; at least one */
    public static void on(Control control, Consumer<List<Path>> taken) {
        if (control.getData(DND.DROP_TARGET_KEY) != null) {
            return;
        }
        DropTarget target = new DropTarget(control, DND.DROP_COPY | DND.DROP_DEFAULT);
        target.setTransfer(new Transfer[] {FileTransfer.getInstance()});
        target.addDropListener(new FileDrop(taken));
    }

    @Override
    public void dragEnter(DropTargetEvent event) {
        if (event.detail == DND.DROP_DEFAULT) {
            event.detail = DND.DROP_COPY;
        }
    }

    @Override
    public void drop(DropTargetEvent event) {
        if (event.data instanceof String[] names) {
            List<Path> files = files(names);
            if (!files.isEmpty()) {
                // not within the drop: the window that it came from waits for its end
                event.display.asyncExec(() -> taken.accept(files));
            }
        }
    }

    static List<Path> files(String... names) {
        return Arrays.stream(names).map(Path::of).filter(Files::isRegularFile).toList();
    }
}
