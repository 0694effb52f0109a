package org.opbrief.itest.workbench;

import java.util.Arrays;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DragSource;
import org.eclipse.swt.dnd.DragSourceAdapter;
import org.eclipse.swt.dnd.DragSourceEvent;
import org.eclipse.swt.dnd.FileTransfer;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;

/** A little window, at the corner of the screen, from which files can be dragged as from a file manager's. */
final class DragShell {
    private static final String ID = "drag.source";

    private DragShell() {}

    /** Opens it instead of the one before; its label has the id {@code drag.source}. */
    static String open(String[] files) {
        Display display = Display.getCurrent();
        Arrays.stream(display.getShells())
                .filter(shell -> ID.equals(shell.getText()))
                .forEach(Shell::dispose);
        Shell shell = new Shell(display, SWT.NO_TRIM | SWT.ON_TOP);
        shell.setText(ID);
        shell.setLayout(new FillLayout());
        Label label = new Label(shell, SWT.NONE);
        label.setText("Drag me");
        label.setData("id", ID);
        DragSource source = new DragSource(label, DND.DROP_COPY);
        source.setTransfer(FileTransfer.getInstance());
        source.addDragListener(new DragSourceAdapter() {
            @Override
            public void dragSetData(DragSourceEvent event) {
                event.data = files;
            }

            @Override
            public void dragFinished(DragSourceEvent event) {
                display.asyncExec(shell::dispose);
            }
        });
        shell.setBounds(0, 0, 80, 40);
        shell.open();
        return "open";
    }
}
