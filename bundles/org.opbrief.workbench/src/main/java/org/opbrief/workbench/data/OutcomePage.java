package org.opbrief.workbench.data;

import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.widgets.Composite;
import org.opbrief.workbench.jobs.Job;

/** What a run of the import would do, or did. */
final class OutcomePage extends WizardPage {
    private final Optional<Consumer<ImportFile>> columns;
    private OutcomePanel panel;

    /** @param columns shows the columns of a file; empty if it is too late for that */
    OutcomePage(String name, Optional<Consumer<ImportFile>> columns) {
        super(name, Messages.get("import.title"), null);
        setDescription(Messages.get("import." + name + ".what"));
        this.columns = columns;
        setPageComplete(false);
    }

    @Override
    public void createControl(Composite parent) {
        panel = new OutcomePanel(parent, "import." + getName());
        columns.ifPresent(panel::offerColumns);
        setControl(panel);
    }

    @Override
    public void setVisible(boolean visible) {
        super.setVisible(visible);
        if (visible) {
            panel.setFocus();
        }
    }

    void follow(ImportRun run, Job job, Runnable ended) {
        setPageComplete(false);
        panel.follow(run, job, ended);
    }
}
