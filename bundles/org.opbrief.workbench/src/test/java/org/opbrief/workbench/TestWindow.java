package org.opbrief.workbench;

import static org.junit.jupiter.api.Assertions.fail;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.opbrief.workbench.jobs.Problems;
import org.opbrief.workbench.jobs.Work;

/** A window in which a test shows a view; wants a display. */
public final class TestWindow implements AutoCloseable {
    private static final long PATIENCE_MS = 20_000;

    private final Display display = Display.getDefault();
    private final Problems problems = new Problems(failure -> Optional.empty());
    private final List<Problems.Problem> told = new ArrayList<>();
    private final Work work = new Work(this::later, problems, told::add);
    private final Shell shell = new Shell(display);

    public TestWindow(int width, int height) {
        shell.setLayout(new FillLayout());
        shell.setText("Opbrief");
        shell.setSize(width, height);
    }

    private void later(Runnable runnable) {
        if (!display.isDisposed()) {
            display.asyncExec(runnable);
        }
    }

    public Work work() {
        return work;
    }

    public Problems problems() {
        return problems;
    }

    public List<Problems.Problem> told() {
        return told;
    }

    public Shell shell() {
        return shell;
    }

    public void open() {
        shell.open();
        settle();
    }

    /** Until all events are handled. */
    public void settle() {
        for (int i = 0; i < 20; i++) {
            while (display.readAndDispatch()) {
                // the next one
            }
            try {
                Thread.sleep(10);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    public void until(String what, BooleanSupplier condition) {
        long end = System.currentTimeMillis() + PATIENCE_MS;
        while (!condition.getAsBoolean()) {
            if (System.currentTimeMillis() > end) {
                fail("Not seen within " + PATIENCE_MS + " ms: " + what + " " + problems.all());
            }
            if (!display.readAndDispatch()) {
                try {
                    Thread.sleep(5);
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }
        }
        settle();
    }

    /** The control of that id, in whatever window. */
    public <C> C find(Class<C> type, String id) {
        for (Shell each : display.getShells()) {
            Optional<Control> found = find(each, id);
            if (found.isPresent()) {
                return type.cast(found.get());
            }
        }
        throw new AssertionError("There is no " + id);
    }

    public boolean has(String id) {
        for (Shell each : display.getShells()) {
            if (find(each, id).isPresent()) {
                return true;
            }
        }
        return false;
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

    /** The tool of that id, in whatever window. */
    public ToolItem item(String id) {
        return Stream.of(display.getShells())
                .flatMap(TestWindow::bars)
                .flatMap(bar -> Stream.of(bar.getItems()))
                .filter(item -> id.equals(item.getData("id")))
                .findFirst()
                .orElseThrow(() -> new AssertionError("There is no " + id));
    }

    private static Stream<ToolBar> bars(Control control) {
        if (control instanceof ToolBar bar) {
            return Stream.of(bar);
        }
        return control instanceof Composite composite
                ? Stream.of(composite.getChildren()).flatMap(TestWindow::bars)
                : Stream.empty();
    }

    public void press(Control control, int key, int modifiers) {
        Event event = new Event();
        event.keyCode = key;
        event.stateMask = modifiers;
        control.notifyListeners(SWT.KeyDown, event);
        settle();
    }

    public void click(String button) {
        find(Control.class, button).notifyListeners(SWT.Selection, new Event());
        settle();
    }

    /** Of the whole screen, into {@code target/screenshots}. */
    public void shoot(String name) throws Exception {
        settle();
        Rectangle all = display.getBounds();
        Image image = new Image(display, all.width, all.height);
        GC gc = new GC(display);
        gc.copyArea(image, 0, 0);
        gc.dispose();
        ImageLoader loader = new ImageLoader();
        loader.data = new org.eclipse.swt.graphics.ImageData[] {image.getImageData()};
        image.dispose();
        Path folder = Files.createDirectories(Path.of("target/screenshots"));
        loader.save(folder.resolve(name + ".png").toString(), SWT.IMAGE_PNG);
    }

    @Override
    public void close() {
        work.close();
        for (Shell each : display.getShells()) {
            if (!each.isDisposed()) {
                each.dispose();
            }
        }
        while (display.readAndDispatch()) {
            // what is left
        }
    }
}
