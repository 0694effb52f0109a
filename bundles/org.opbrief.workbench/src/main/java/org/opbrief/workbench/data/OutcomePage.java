package org.opbrief.workbench.data;

import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.widgets.Composite;
import org.opbrief.workbench.jobs.Job;

/** What a run of the import would do, or did. */
final class OutcomePage extends WizardPage {
    private OutcomePanel panel;

    OutcomePage(String name) {
        super(name, Messages.get("import.title"), null);
        setDescription(Messages.get("import." + name + ".what"));
        setPageComplete(false);
    }

    @Override
    public void createControl(Composite parent) {
        panel = new OutcomePanel(parent, "import." + getName());
        setControl(panel);
    }

    void follow(ImportRun run, Job job, Runnable ended) {
        setPageComplete(false);
        panel.follow(run, job, ended);
    }
}
