package org.opbrief.bench.inside;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Slider;
import org.eclipse.swt.widgets.Table;

/** Jumps to rows anywhere in the table, waits each time until they are there, and tells what stays in the heap. */
final class Jumps {
    private static final int JUMPS = 300;
    private static final String WAITING = "…";

    private final OpenWindow window;
    private final PrintStream out;

    Jumps(OpenWindow window, PrintStream out) {
        this.window = window;
        this.out = out;
    }

    void run() throws Exception {
        Table table = window.rows("Drug seizures");
        Slider slider = window.in(() -> slider(table));
        out.printf("rows: %,d%n", window.in(slider::getMaximum));
        print("before");
        SplittableRandom random = new SplittableRandom(1);
        long[] times = new long[JUMPS];
        for (int i = 1; i <= JUMPS; i++) {
            long start = System.nanoTime();
            window.in(() -> {
                slider.setSelection(random.nextInt(slider.getMaximum()));
                slider.notifyListeners(SWT.Selection, new Event());
                return slider;
            });
            Callable<Boolean> waits = () -> table.getItem(0).getText(0).equals(WAITING);
            while (window.in(waits)) {
                Thread.sleep(2);
            }
            times[i - 1] = System.nanoTime() - start;
            if (i == 10 || i == JUMPS / 3 || i == JUMPS) {
                print("after " + i + " jumps");
            }
        }
        Arrays.sort(times);
        out.printf(
                "a jump: median %.0f ms, 95 %% %.0f ms, max %.0f ms%n",
                times[JUMPS / 2] / 1e6, times[JUMPS * 95 / 100] / 1e6, times[JUMPS - 1] / 1e6);
    }

    private static Slider slider(Table table) {
        for (Control beside : table.getParent().getChildren()) {
            if (beside instanceof Slider slider) {
                return slider;
            }
        }
        throw new IllegalStateException("The table cannot be scrolled");
    }

    private void print(String when) throws InterruptedException {
        out.printf("%s: %.1f MB%n", when, OpenWindow.heap() / 1e6);
    }
}
