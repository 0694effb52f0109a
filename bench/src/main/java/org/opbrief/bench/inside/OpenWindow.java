package org.opbrief.bench.inside;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;

/** The window, from outside of its thread. */
record OpenWindow(Display display) {
    private static final int PAUSE_MILLIS = 100;
    private static final int IDLE_MILLIS = 2500;
    private static final double IDLE_SECONDS = 0.05;

    /** Once the workspace is open, there is a display: it is not made here. */
    static OpenWindow await() throws Exception {
        OpenWindow window = new OpenWindow(Display.getDefault());
        while (window.in(() -> window.find("navigator.tree")).isEmpty()) {
            Thread.sleep(PAUSE_MILLIS);
        }
        window.rest();
        return window;
    }

    /** Waits until the process has nothing to do. */
    void rest() throws InterruptedException {
        double before;
        do {
            before = cpu();
            Thread.sleep(IDLE_MILLIS);
        } while (cpu() - before > IDLE_SECONDS);
    }

    private static double cpu() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime() / 1e9;
    }

    /** Does something in the window's thread and waits for it. */
    <T> T in(Callable<T> task) throws Exception {
        CompletableFuture<T> result = new CompletableFuture<>();
        display.asyncExec(() -> {
            try {
                result.complete(task.call());
            } catch (Exception | Error e) {
                result.completeExceptionally(e);
            }
        });
        return result.get();
    }

    /** To be called in the window's thread. */
    Optional<Control> find(String id) {
        for (Shell shell : display.getShells()) {
            Optional<Control> found = find(shell, id);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Optional<Control> find(Control control, String id) {
        if (id.equals(control.getData("id"))) {
            return Optional.of(control);
        }
        if (control instanceof Composite composite) {
            for (Control child : composite.getChildren()) {
                Optional<Control> found = find(child, id);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    <C extends Control> C get(Class<C> type, String id) throws Exception {
        return in(() -> type.cast(find(id).orElseThrow(() -> new IllegalStateException("There is no " + id))));
    }

    /** Shows the rows of a data set, as a click on it does, and waits until they are there. */
    Table rows(String title) throws Exception {
        Tree tree = get(Tree.class, "navigator.tree");
        in(() -> {
            for (TreeItem item : tree.getItems()) {
                if (item.getText().contains(title)) {
                    tree.setSelection(item);
                    Event event = new Event();
                    event.item = item;
                    tree.notifyListeners(SWT.Selection, event);
                    return item;
                }
            }
            throw new IllegalStateException("There is no " + title);
        });
        Table table = get(Table.class, "data.table");
        while (in(table::getItemCount) == 0) {
            Thread.sleep(PAUSE_MILLIS);
        }
        rest();
        return table;
    }

    /** What keys go to; to be called in the window's thread. */
    Control focus() {
        Control focus = display.getFocusControl();
        return focus == null ? display.getShells()[0] : focus;
    }

    void close() {
        display.asyncExec(() -> {
            for (Shell shell : display.getShells()) {
                if (shell.isVisible()) {
                    shell.close();
                }
            }
        });
    }

    /** Bytes that are in use after garbage was collected. */
    static long heap() throws InterruptedException {
        for (int i = 0; i < 3; i++) {
            System.gc();
            Thread.sleep(PAUSE_MILLIS);
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
