package org.opbrief.workbench.briefing;

import static org.junit.jupiter.api.Assertions.fail;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.eclipse.swt.widgets.Widget;
import org.opbrief.workbench.jobs.Problems;
import org.opbrief.workbench.jobs.Work;

/** A window with one view in it. */
final class Window<V extends Composite> implements AutoCloseable {
    private static final long PATIENCE = 20_000_000_000L;

    private final Display display = Display.getDefault();
    private final Shell shell = new Shell(display);
    private final Problems problems = new Problems(failure -> Optional.empty());
    private final Work work = new Work(ui(display), problems, problem -> {});
    private final V view;

    Window(int width, int height, Opener<V> opener) {
        shell.setLayout(new FillLayout());
        shell.setText("Opbrief");
        view = opener.apply(shell, work);
        shell.setSize(width, height);
        shell.open();
        settle();
    }

    /** Makes a view. */
    interface Opener<V> {
        V apply(Composite parent, Work work);
    }

    V view() {
        return view;
    }

    Problems problems() {
        return problems;
    }

    private static Executor ui(Display display) {
        return task -> {
            if (!display.isDisposed()) {
                display.asyncExec(task);
            }
        };
    }

    void settle() {
        while (display.readAndDispatch()) {}
    }

    void await(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE;
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                fail("waited in vain for " + what);
            }
            if (!display.readAndDispatch()) {
                display.timerExec(20, () -> {});
                display.sleep();
            }
        }
        settle();
    }

    /** The widget of that id. */
    @SuppressWarnings("unchecked")
    <W extends Widget> W find(String id) {
        Widget found = find(shell, id);
        return found == null ? fail("no widget " + id) : (W) found;
    }

    private static Widget find(Widget widget, String id) {
        if (id.equals(widget.getData("id"))) {
            return widget;
        }
        if (widget instanceof ToolBar bar) {
            for (ToolItem item : bar.getItems()) {
                if (id.equals(item.getData("id"))) {
                    return item;
                }
            }
        }
        if (widget instanceof Composite parent) {
            for (Control child : parent.getChildren()) {
                Widget found = find(child, id);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    void send(Widget widget, int type, Function<Event, Event> details) {
        widget.notifyListeners(type, details.apply(new Event()));
        settle();
    }

    void key(Control control, int code, int modifiers) {
        send(control, SWT.KeyDown, event -> {
            event.keyCode = code;
            event.stateMask = modifiers;
            return event;
        });
    }

    void mouse(Control control, int type, int x, int y) {
        send(control, type, event -> {
            event.x = x;
            event.y = y;
            event.button = 1;
            return event;
        });
    }

    /** Leaves a picture of the window in {@code target/screenshots}. */
    void screenshot(String name) throws Exception {
        long end = System.nanoTime() + 300_000_000L;
        while (System.nanoTime() < end) {
            if (!display.readAndDispatch()) {
                display.timerExec(20, () -> {});
                display.sleep();
            }
        }
        Image image = new Image(display, shell.getBounds().width, shell.getBounds().height);
        GC gc = new GC(display);
        gc.copyArea(image, shell.getBounds().x, shell.getBounds().y);
        gc.dispose();
        ImageLoader loader = new ImageLoader();
        loader.data = new org.eclipse.swt.graphics.ImageData[] {image.getImageData()};
        Path folder = Files.createDirectories(Path.of("target", "screenshots"));
        loader.save(folder.resolve(name + ".png").toString(), SWT.IMAGE_PNG);
        image.dispose();
    }

    @Override
    public void close() {
        shell.dispose();
        settle();
        work.close();
    }
}
