package org.opbrief.workbench.jobs;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;

/** All that runs, how far it is, and a button each to cancel it. */
public final class ProgressView extends Composite {

    private static final int REFRESH_MILLISECONDS = 200;

    private final Work work;
    private final ScrolledComposite scrolled;
    private final Composite list;
    private final Label none;
    private final Map<Job, JobRow> rows = new LinkedHashMap<>();
    private final Runnable again = this::refresh;

    public ProgressView(Composite parent, Work work) {
        super(parent, SWT.NONE);
        this.work = work;
        setData("id", "progress");
        setLayout(new FillLayout());
        scrolled = new ScrolledComposite(this, SWT.V_SCROLL);
        scrolled.setExpandHorizontal(true);
        scrolled.setExpandVertical(true);
        list = new Composite(scrolled, SWT.NONE);
        list.setLayout(new GridLayout());
        scrolled.setContent(list);
        none = new Label(list, SWT.NONE);
        none.setText(Messages.get("progress.none"));
        none.setLayoutData(new GridData());
        Runnable leave = work.listen(this::refresh);
        addDisposeListener(event -> leave.run());
        refresh();
    }

    private void refresh() {
        if (isDisposed()) {
            return;
        }
        List<Job> running = work.running();
        boolean other = rows.keySet().retainAll(running);
        for (JobRow row : List.copyOf(rows.values())) {
            row.refresh();
        }
        for (var child : list.getChildren()) {
            if (child instanceof JobRow row && !rows.containsValue(row)) {
                row.dispose();
            }
        }
        for (Job job : running) {
            if (!rows.containsKey(job)) {
                rows.put(job, new JobRow(list, job));
                other = true;
            }
        }
        none.setVisible(running.isEmpty());
        ((GridData) none.getLayoutData()).exclude = !running.isEmpty();
        if (other) {
            scrolled.setMinSize(list.computeSize(SWT.DEFAULT, SWT.DEFAULT));
            list.layout();
        }
        if (!running.isEmpty()) {
            getDisplay().timerExec(REFRESH_MILLISECONDS, again);
        }
    }
}
