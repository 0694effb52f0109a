package org.opbrief.workbench.data;

import java.util.List;
import java.util.Optional;
import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.opbrief.api.data.Batch;
import org.opbrief.api.data.DataSet;
import org.opbrief.workbench.jobs.Job;
import org.opbrief.workbench.jobs.Work;
import org.opbrief.workbench.session.Session;
import org.opbrief.workbench.widget.Controls;

/** Compares two batches of a data set that are chosen in it. */
final class CompareDialog extends Dialog {
    private final Session session;
    private final Work work;
    private final DataSet dataSet;
    private final List<Batch> batches;
    private final Batch wanted;
    private Combo earlier;
    private Combo later;
    private ComparisonPanel panel;
    private Optional<Job> job = Optional.empty();

    /**
     * @param batches of the data set, at least two, by id
     * @param wanted the later one to begin with
     */
    CompareDialog(Shell parent, Session session, Work work, DataSet dataSet, List<Batch> batches, Batch wanted) {
        super(parent);
        this.session = session;
        this.work = work;
        this.dataSet = dataSet;
        this.batches = List.copyOf(batches);
        this.wanted = wanted;
        setShellStyle(getShellStyle() | SWT.RESIZE);
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText(Messages.get("compare.title", dataSet.title()));
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        Composite area = new Composite((Composite) super.createDialogArea(parent), SWT.NONE);
        area.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        area.setLayout(new GridLayout(2, false));
        earlier = combo(area, "compare.earlier");
        later = combo(area, "compare.later");
        later.select(Math.max(1, batches.indexOf(wanted)));
        earlier.select(before(later.getSelectionIndex()));
        panel = new ComparisonPanel(area, dataSet);
        panel.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true, 2, 1));
        parent.addDisposeListener(event -> job.ifPresent(Job::cancel));
        compare();
        return area;
    }

    private Combo combo(Composite area, String text) {
        new Label(area, SWT.NONE).setText(Messages.get(text));
        Combo combo = Controls.id(new Combo(area, SWT.READ_ONLY), text);
        batches.forEach(batch -> combo.add(Messages.get("navigator.batch", batch.id(), batch.file(), batch.asOf())));
        combo.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        combo.addListener(SWT.Selection, event -> compare());
        return combo;
    }

    /** The one that it replaced, if it did; else the one before. */
    private int before(int index) {
        long replaced =
                batches.get(index).lineage().supersedes().stream().findFirst().orElse(0L);
        return batches.stream()
                .filter(batch -> batch.id() == replaced)
                .findFirst()
                .map(batches::indexOf)
                .orElse(index - 1);
    }

    private void compare() {
        job.ifPresent(Job::cancel);
        long one = batches.get(earlier.getSelectionIndex()).id();
        long other = batches.get(later.getSelectionIndex()).id();
        if (one == other) {
            panel.say(Messages.get("compare.same"));
            return;
        }
        panel.say(Messages.get("compare.comparing"));
        job = Optional.of(work.quietly(
                Messages.get("compare.title", dataSet.title()),
                progress -> session.store().during(progress).compare(dataSet, one, other),
                comparison -> {
                    if (!panel.isDisposed()
                            && comparison.earlier().id()
                                    == batches.get(earlier.getSelectionIndex()).id()
                            && comparison.later().id()
                                    == batches.get(later.getSelectionIndex()).id()) {
                        panel.show(comparison);
                    }
                },
                problem -> {
                    if (!panel.isDisposed()) {
                        panel.say(problem.message());
                    }
                }));
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        Controls.id(createButton(parent, IDialogConstants.OK_ID, Messages.get("compare.close"), true), "compare.close");
    }

    @Override
    protected Point getInitialSize() {
        return new Point(Controls.scaled(getShell(), 820), Controls.scaled(getShell(), 600));
    }
}
