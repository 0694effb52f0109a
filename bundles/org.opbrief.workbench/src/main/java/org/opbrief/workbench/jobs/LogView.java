package org.opbrief.workbench.jobs;

import java.util.List;
import java.util.concurrent.Executor;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.opbrief.workbench.jobs.EntryTable.Line;
import org.opbrief.workbench.widget.WindowThread;

/** The log. */
public final class LogView extends Composite {

    private final Log log;
    private final EntryTable table;

    public LogView(Composite parent, Log log) {
        super(parent, SWT.NONE);
        this.log = log;
        setLayout(new FillLayout());
        table = new EntryTable(
                this,
                "log",
                List.of(Messages.get("log.time"), Messages.get("log.source"), Messages.get("log.message")),
                80,
                200,
                560);
        Executor window = new WindowThread(getDisplay());
        Runnable leave = log.listen(() -> window.execute(this::refresh));
        addDisposeListener(event -> leave.run());
        refresh();
    }

    @Override
    public boolean setFocus() {
        return table.setFocus();
    }

    private void refresh() {
        if (!isDisposed()) {
            table.show(log.all().stream()
                    .map(entry -> new Line(
                            List.of(entry.time().toString(), entry.source(), entry.message()),
                            entry.message() + "\n\n" + entry.detail()))
                    .toList());
        }
    }
}
