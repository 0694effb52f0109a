package org.opbrief.workbench.jobs;

import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.ProgressBar;
import org.opbrief.workbench.widget.Controls;

/** A job in the Progress view. */
final class JobRow extends Composite {

    private static final int THOUSANDTHS = 1_000;

    private final Job job;
    private final Label text;
    private final ProgressBar bar;
    private final Button cancel;

    JobRow(Composite parent, Job job) {
        super(parent, SWT.NONE);
        this.job = job;
        setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        setLayout(new GridLayout(2, false));
        text = new Label(this, SWT.NONE);
        text.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false, 2, 1));
        bar = new ProgressBar(this, SWT.HORIZONTAL);
        bar.setMaximum(THOUSANDTHS);
        bar.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        Controls.named(bar, job.title());
        cancel = new Button(this, SWT.PUSH);
        cancel.setText(Messages.get("progress.cancel"));
        Controls.roomy(cancel);
        cancel.setData("id", "cancel");
        cancel.addListener(SWT.Selection, event -> job.cancel());
        setBackground(parent.getBackground());
        text.setBackground(parent.getBackground());
        refresh();
    }

    void refresh() {
        String step = job.isCancelled() ? Messages.get("progress.cancelling") : job.step();
        text.setText(step.isEmpty() ? job.title() : job.title() + " – " + step);
        bar.setSelection((int) Math.round(job.fraction() * THOUSANDTHS));
        cancel.setEnabled(!job.isCancelled());
    }
}
