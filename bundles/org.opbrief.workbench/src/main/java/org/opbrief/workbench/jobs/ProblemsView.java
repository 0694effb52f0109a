package org.opbrief.workbench.jobs;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Executor;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.opbrief.workbench.jobs.EntryTable.Line;
import org.opbrief.workbench.widget.WindowThread;

/** What went wrong since the start. */
public final class ProblemsView extends Composite {

    private final Problems problems;
    private final EntryTable table;

    public ProblemsView(Composite parent, Problems problems) {
        super(parent, SWT.NONE);
        this.problems = problems;
        setLayout(new FillLayout());
        table = new EntryTable(
                this,
                "problems",
                List.of(Messages.get("problems.time"), Messages.get("problems.task"), Messages.get("problems.message")),
                80,
                200,
                560);
        Executor window = new WindowThread(getDisplay());
        Runnable leave = problems.listen(problem -> window.execute(this::refresh));
        addDisposeListener(event -> leave.run());
        refresh();
    }

    @Override
    public boolean setFocus() {
        return table.setFocus();
    }

    private void refresh() {
        if (!isDisposed()) {
            table.show(problems.all().stream()
                    .map(problem -> new Line(
                            List.of(
                                    problem.time()
                                            .truncatedTo(ChronoUnit.SECONDS)
                                            .toString(),
                                    problem.task(),
                                    problem.message()),
                            problem.message() + "\n\n" + problem.detail()))
                    .toList());
        }
    }
}
