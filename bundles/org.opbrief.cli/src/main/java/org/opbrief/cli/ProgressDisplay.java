package org.opbrief.cli;

import org.opbrief.api.data.Progress;

/** Shows progress on standard error: a bar that is redrawn on a terminal, else a line a step. */
final class ProgressDisplay implements Progress, AutoCloseable {
    private static final int WIDTH = 28;
    private static final int STEP_WIDTH = 44;
    private static final long REDRAW_NANOS = 80_000_000;
    private static final String ERASE = "\r\u001b[K";

    private final Console console;
    private final Thread onInterrupt = new Thread(this::erase, "opbrief-progress");
    private String shown = "";
    private long drawn = System.nanoTime() - REDRAW_NANOS;
    private boolean bar;

    ProgressDisplay(Console console) {
        this.console = console;
    }

    @Override
    public synchronized void at(String step, double fraction) {
        if (console.terminal()) {
            long now = System.nanoTime();
            if (!step.equals(shown) || now - drawn >= REDRAW_NANOS) {
                drawn = now;
                show();
                console.raw(ERASE + bar(step, fraction));
            }
        } else if (!step.equals(shown)) {
            console.error(step);
        }
        shown = step;
    }

    static String bar(String step, double fraction) {
        double part = Math.max(0, Math.min(1, fraction));
        int full = (int) (part * WIDTH);
        String cut = step.length() <= STEP_WIDTH ? step : step.substring(0, STEP_WIDTH - 3) + "...";
        return "[" + "#".repeat(full) + ".".repeat(WIDTH - full) + "] " + Math.round(part * 100) + "% " + cut;
    }

    /** Whoever interrupts finds an empty line, not half a bar. */
    private void show() {
        if (!bar) {
            bar = true;
            try {
                Runtime.getRuntime().addShutdownHook(onInterrupt);
            } catch (IllegalStateException e) {
                // interrupted already: nobody needs the bar
                bar = false;
            }
        }
    }

    private synchronized void erase() {
        if (bar) {
            console.raw(ERASE);
            bar = false;
        }
    }

    /** Takes the bar away. */
    @Override
    public void close() {
        boolean drawnOnce = bar;
        erase();
        if (drawnOnce) {
            try {
                Runtime.getRuntime().removeShutdownHook(onInterrupt);
            } catch (IllegalStateException e) {
                // the process is ending and runs the hook, which finds nothing left to erase
                bar = false;
            }
        }
    }
}
