package org.opbrief.bench.inside;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.opbrief.api.data.DataSet;
import org.opbrief.api.data.ImportRequest;
import org.opbrief.api.data.ImportResult;
import org.opbrief.api.data.Progress;
import org.opbrief.api.data.Store;

/**
 * Presses keys in the table of rows, and measures how long it takes from each press, which waits for its turn in the
 * window's thread like any other event, until it is handled, and until the table was painted.
 */
final class KeyPresses {
    private static final int BEFORE = 300;
    private static final int PAUSE_MILLIS = 40;
    private static final int PATIENCE_SECONDS = 10;

    private final OpenWindow window;
    private final PrintStream out;
    private Optional<CompletableFuture<Long>> painted = Optional.empty();

    KeyPresses(OpenWindow window, PrintStream out) {
        this.window = window;
        this.out = out;
    }

    /** Milliseconds. */
    private record Answer(double handled, double painted, double cpu) {}

    void during(Supplier<Store> store, DataSet dataSet, Path file) throws Exception {
        Table table = window.rows("Drug seizures");
        out.println("rows in sight: " + window.in(table::getItemCount));
        window.in(() -> {
            table.setFocus();
            table.addListener(SWT.Paint, event -> painted.ifPresent(press -> press.complete(System.nanoTime())));
            return table;
        });
        press(table, 50); // classes are loaded
        print("before", press(table, BEFORE));
        CompletableFuture<ImportResult> imported = CompletableFuture.supplyAsync(() -> {
            try {
                return store.get()
                        .importFile(
                                new ImportRequest(file, dataSet, LocalDate.of(2024, 1, 1), Set.of(), Progress.NONE));
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        List<Answer> during = new ArrayList<>();
        while (!imported.isDone()) {
            during.addAll(press(table, 10));
        }
        out.printf("imported: %,d rows%n", imported.get().batch().rowsAccepted());
        print("while they were imported", during);
    }

    private List<Answer> press(Table table, int times) throws Exception {
        List<Answer> answers = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            answers.add(answer(table, key(i)));
            Thread.sleep(PAUSE_MILLIS);
        }
        return answers;
    }

    /** Mostly to the next row, at times a page further or back to the first. */
    private static int key(int i) {
        return i % 50 == 49 ? SWT.HOME : i % 10 == 9 ? SWT.PAGE_DOWN : SWT.ARROW_DOWN;
    }

    private Answer answer(Table table, int key) throws Exception {
        CompletableFuture<Long> seen = new CompletableFuture<>();
        long start = System.nanoTime();
        double[] handled = window.in(() -> {
            long cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            Event event = new Event();
            event.keyCode = key;
            table.notifyListeners(SWT.KeyDown, event);
            painted = Optional.of(seen);
            table.redraw();
            return new double[] {
                (System.nanoTime() - start) / 1e6,
                (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpu) / 1e6
            };
        });
        try {
            long end = seen.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            return new Answer(handled[0], (end - start) / 1e6, handled[1]);
        } catch (TimeoutException e) {
            throw new IllegalStateException("The table is not painted", e);
        }
    }

    private void print(String when, List<Answer> answers) {
        out.printf("%s, %d key presses, ms:%n", when, answers.size());
        print("handled", answers, Answer::handled);
        print("painted", answers, Answer::painted);
        print("CPU of handling", answers, Answer::cpu);
    }

    private void print(String what, List<Answer> answers, ToDoubleFunction<Answer> part) {
        double[] sorted = answers.stream().mapToDouble(part).sorted().toArray();
        out.printf(
                "  %-16s median %.1f, 95 %% %.1f, max %.1f%n",
                what, sorted[sorted.length / 2], sorted[sorted.length * 95 / 100], sorted[sorted.length - 1]);
    }
}
