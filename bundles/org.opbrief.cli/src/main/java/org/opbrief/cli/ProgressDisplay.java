package org.opbrief.cli;

import org.opbrief.api.data.Progress;

/** Shows progress on standard error: a bar that is redrawn on a terminal, else a line a step. */
final class ProgressDisplay implements Progress, AutoCloseable {
    private static final int WIDTH = 28;
    private static final int STEP_WIDTH = 44;
    private static final long REDRAW_NANOS = 80_000_000;
    private static final String ERASE = "\r\u001b[K";

    private final Console console;
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
                bar = true;
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

    /** Takes the bar away. */
    @Override
    public synchronized void close() {
        if (bar) {
            console.raw(ERASE);
            bar = false;
        }
    }
}
