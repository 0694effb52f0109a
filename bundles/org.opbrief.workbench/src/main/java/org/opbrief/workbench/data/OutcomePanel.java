package org.opbrief.workbench.data;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.ProgressBar;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.opbrief.api.data.Batch;
import org.opbrief.api.data.ImportPlan;
import org.opbrief.api.data.ImportResult;
import org.opbrief.api.data.Problem;
import org.opbrief.workbench.jobs.Job;
import org.opbrief.workbench.widget.Controls;

/** How far an import has come, and what became of each file, with the rows that were rejected. */
final class OutcomePanel extends Composite {
    private static final int STEPS = 1000;
    private static final int LOOK_MS = 80;
    private static final int AIR = 12;
    private static final int LOW = 56;
    private static final int HIGH = 160;
    private static final int FEW_LINES = 8;

    private final Label summary;
    private final ProgressBar bar;
    private final Button stop;
    private final Table files;
    private final Table rejects;
    private final Text notes;
    private final String id;
    private List<ImportRun.Outcome> shown = List.of();

    OutcomePanel(Composite parent, String id) {
        super(parent, SWT.NONE);
        this.id = id;
        setLayout(new GridLayout(2, false));
        summary = Controls.id(new Label(this, SWT.WRAP), id + ".summary");
        summary.setLayoutData(wide(false));
        bar = Controls.named(new ProgressBar(this, SWT.NONE), Messages.get("import.progress"));
        bar.setMaximum(STEPS);
        bar.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        stop = Controls.id(new Button(this, SWT.PUSH), id + ".stop");
        stop.setText(Messages.get("import.stop"));
        stop.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, false, false));
        Controls.roomy(stop);
        files = table(
                "import.files",
                "import.file",
                "import.dataset",
                "-import.read",
                "-import.accepted",
                "-import.rejected",
                "import.form");
        rejects = table(
                "import.rejects", "import.file", "-import.line", "import.column", "import.value", "import.reason");
        Label told = new Label(this, SWT.NONE);
        told.setText(Messages.get("import.notes"));
        told.setLayoutData(wide(false));
        notes = Controls.id(
                new Text(this, SWT.MULTI | SWT.READ_ONLY | SWT.WRAP | SWT.V_SCROLL | SWT.BORDER), id + ".notes");
        GridData low = wide(false);
        low.heightHint = LOW;
        notes.setLayoutData(low);
    }

    /** Has a button that shows the columns of the selected file. */
    void offerColumns(Consumer<ImportFile> columns) {
        Button look = Controls.id(new Button(this, SWT.PUSH), id + ".columns");
        look.setText(Messages.get("import.columns"));
        look.setToolTipText(Messages.get("import.columns.tip"));
        look.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, false, false));
        Control label =
                Arrays.asList(getChildren()).get(Arrays.asList(getChildren()).indexOf(files) - 1);
        label.setLayoutData(new GridData(SWT.FILL, SWT.END, true, false));
        look.moveBelow(label);
        // the label is no longer what comes just before
        Controls.named(files, Messages.get("import.files").replace("&", ""));
        look.setEnabled(false);
        look.addListener(
                SWT.Selection,
                event -> columns.accept(shown.get(files.getSelectionIndex()).file()));
        files.addListener(
                SWT.Selection,
                event -> look.setEnabled(
                        files.getSelectionIndex() >= 0 && hasColumns(shown.get(files.getSelectionIndex()))));
    }

    /** Columns of a data set that the file has yet to begin cannot be filled otherwise. */
    private static boolean hasColumns(ImportRun.Outcome outcome) {
        return outcome.file()
                .dataSet()
                .filter(dataSet -> !dataSet.isUndefined())
                .isPresent();
    }

    /** Not on a button: Enter is to go on. */
    @Override
    public boolean setFocus() {
        return files.setFocus();
    }

    private static GridData wide(boolean high) {
        return new GridData(SWT.FILL, SWT.FILL, true, high, 2, 1);
    }

    private Table table(String title, String... columns) {
        Label label = new Label(this, SWT.NONE);
        label.setText(Messages.get(title));
        label.setLayoutData(wide(false));
        Table table = HeadedTable.in(this, id + title.replace("import", ""), columns);
        GridData data = wide(true);
        data.heightHint = 90;
        table.setLayoutData(data);
        return table;
    }

    /** Follows a run until it ends. */
    void follow(ImportRun run, Job job, Runnable ended) {
        stop.setEnabled(true);
        for (org.eclipse.swt.widgets.Listener before : stop.getListeners(SWT.Selection)) {
            stop.removeListener(SWT.Selection, before);
        }
        stop.addListener(SWT.Selection, event -> {
            job.cancel();
            stop.setEnabled(false);
        });
        show(List.of());
        look(run, job, ended);
    }

    private void look(ImportRun run, Job job, Runnable ended) {
        if (isDisposed()) {
            return;
        }
        if (job.running()) {
            bar.setSelection((int) (job.fraction() * STEPS));
            summary.setText(Messages.get(run.isDry() ? "import.checking" : "import.importing", job.step()));
            getDisplay().timerExec(LOOK_MS, () -> look(run, job, ended));
            return;
        }
        stop.setEnabled(false);
        bar.setSelection(job.state() == Job.State.CANCELLED ? 0 : STEPS);
        show(run.outcomes());
        summary.setText(
                job.state() == Job.State.CANCELLED
                        ? Messages.get("import.cancelled", imported(run.outcomes()))
                        : summary(run));
        ended.run();
        layout(true, true);
    }

    private static int imported(List<ImportRun.Outcome> outcomes) {
        return (int) outcomes.stream()
                .flatMap(outcome -> outcome.result().stream())
                .filter(result -> result.outcome() == ImportResult.Outcome.IMPORTED)
                .count();
    }

    private static String summary(ImportRun run) {
        List<ImportRun.Outcome> outcomes = run.outcomes();
        long accepted = 0;
        long rejected = 0;
        for (ImportRun.Outcome outcome : outcomes) {
            Optional<Batch> batch = outcome.result().map(ImportResult::batch);
            rejected += batch.map(Batch::rowsRejected).orElse(0L);
            boolean refused = outcome.result()
                    .filter(result -> result.outcome() == ImportResult.Outcome.REFUSED)
                    .isPresent();
            accepted += refused ? 0 : batch.map(Batch::rowsAccepted).orElse(0L);
        }
        long failed = outcomes.stream()
                .filter(outcome -> outcome.failure().isPresent())
                .count();
        String text = run.isDry() ? "import.would" : "import.did";
        return (rejected == 0 ? Messages.get(text + ".all", accepted) : Messages.get(text, accepted, rejected))
                + (failed > 0 ? " " + Messages.get("import.failed", failed) : "");
    }

    private void show(List<ImportRun.Outcome> outcomes) {
        shown = outcomes;
        files.removeAll();
        rejects.removeAll();
        StringBuilder told = new StringBuilder();
        for (ImportRun.Outcome outcome : outcomes) {
            TableItem item = new TableItem(files, SWT.NONE);
            String dataSet = outcome.file().dataSet().map(of -> of.title()).orElse("");
            outcome.failure().ifPresent(failure -> {
                item.setText(new String[] {outcome.file().name(), dataSet, "", "", "", Messages.get("import.not")});
                told.append(outcome.file().name()).append(": ").append(failure).append('\n');
            });
            outcome.result().ifPresent(result -> {
                Batch batch = result.batch();
                boolean refused = result.outcome() == ImportResult.Outcome.REFUSED;
                item.setText(new String[] {
                    batch.file(),
                    dataSet,
                    number(batch.rowsRead()),
                    number(refused ? 0 : batch.rowsAccepted()),
                    number(batch.rowsRejected()),
                    batch.form()
                });
                result.problems().forEach(problem -> reject(batch.file(), problem));
                long more = batch.rowsRejected() - result.problems().size();
                if (more > 0) {
                    new TableItem(rejects, SWT.NONE)
                            .setText(new String[] {batch.file(), "…", "", "", Messages.get("import.more", more)});
                }
                if (refused) {
                    told.append(Messages.get("import.refused", batch.file())).append('\n');
                }
                result.plan().findings().forEach(finding -> told.append(Messages.get(
                                "import." + finding.severity().name().toLowerCase(Locale.ROOT),
                                batch.file(),
                                finding.text()))
                        .append('\n'));
                told.append(begun(result.plan()));
            });
        }
        pack(files);
        pack(rejects);
        if (!outcomes.isEmpty()) {
            files.select(firstFailed(outcomes));
        }
        files.notifyListeners(SWT.Selection, new Event());
        notes.setText(told.toString().strip());
        ((GridData) notes.getLayoutData()).heightHint = notes.getLineCount() > FEW_LINES ? HIGH : LOW;
    }

    /** The columns of a data set that a file begins, and why they are so. */
    private static String begun(ImportPlan plan) {
        if (plan.begun().isEmpty()) {
            return "";
        }
        StringBuilder text = new StringBuilder(
                Messages.get("import.begun", plan.batch().file(), plan.dataSet().id()));
        plan.begun()
                .forEach(each -> text.append(Messages.get(
                        each.blanks() == 0 ? "import.begun.column" : "import.begun.column.blanks",
                        each.column().title(),
                        Messages.get("import.type."
                                        + each.column().type().name().toLowerCase(Locale.ROOT))
                                + each.column()
                                        .unit()
                                        .map(unit -> " (" + unit.id() + ")")
                                        .orElse(""),
                        each.why(),
                        each.blanks())));
        return text.append('\n').toString();
    }

    /** The first one that needs a look. */
    private static int firstFailed(List<ImportRun.Outcome> outcomes) {
        return outcomes.stream()
                .filter(outcome -> outcome.failure().isPresent()
                        || outcome.result()
                                .filter(done -> done.plan().hasErrors())
                                .isPresent())
                .findFirst()
                .map(outcomes::indexOf)
                .orElse(0);
    }

    private void reject(String file, Problem problem) {
        new TableItem(rejects, SWT.NONE).setText(new String[] {
            file,
            number(problem.line()),
            problem.column().orElse(""),
            problem.value().orElse(""),
            problem.reason()
        });
    }

    private static void pack(Table table) {
        for (TableColumn column : table.getColumns()) {
            column.pack();
            column.setWidth(column.getWidth() + AIR);
        }
    }

    private static String number(long number) {
        return "%,d".formatted(number);
    }
}
