package org.opbrief.bench.inside;

import java.io.PrintStream;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;

/** Runs briefings one after the other as the key for it does, and tells what stays in the heap. */
final class Runs {
    private static final int RUNS = 10;

    private final OpenWindow window;
    private final PrintStream out;

    Runs(OpenWindow window, PrintStream out) {
        this.window = window;
        this.out = out;
    }

    void run() throws Exception {
        press(SWT.MOD3, '2', '2');
        print("before");
        for (int i = 1; i <= RUNS; i++) {
            press(SWT.MOD1, 'r', (char) ('r' & 0x1f));
            if (i == 1 || i == RUNS / 2 || i == RUNS) {
                print("after briefing " + i);
            }
        }
    }

    private void press(int modifier, int key, char character) throws Exception {
        window.in(() -> {
            Event event = new Event();
            event.stateMask = modifier;
            event.keyCode = key;
            event.character = character;
            window.focus().notifyListeners(SWT.KeyDown, event);
            return event;
        });
        window.rest();
    }

    private void print(String when) throws InterruptedException {
        out.printf("%s: %.1f MB%n", when, OpenWindow.heap() / 1e6);
    }
}
