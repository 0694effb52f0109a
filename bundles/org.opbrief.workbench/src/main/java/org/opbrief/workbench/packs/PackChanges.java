package org.opbrief.workbench.packs;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.widgets.Shell;
import org.opbrief.api.pack.InstallPlan;
import org.opbrief.api.pack.InstallRequest;
import org.opbrief.api.pack.PackException;
import org.opbrief.workbench.jobs.Work;
import org.opbrief.workbench.session.Change;
import org.opbrief.workbench.session.Session;

/** Changes of the packs: planned off the UI thread, shown, and carried out if the user says so. */
public final class PackChanges {
    private final Shell shell;
    private final Session session;
    private final Work work;

    public PackChanges(Shell shell, Session session, Work work) {
        this.shell = shell;
        this.session = session;
        this.work = work;
    }

    /** Makes a plan. */
    @FunctionalInterface
    interface Planner {
        InstallPlan plan() throws PackException;
    }

    /** Shows the plan of installing these files. */
    public void install(List<Path> files) {
        install(files.stream().map(Path::toString).toList(), List.of());
    }

    /** @param sources names of packs that the repositories have, or files */
    void install(List<String> sources, List<String> repositories) {
        change("install", () -> session.packs().plan(new InstallRequest(sources, repositories, Optional.empty())));
    }

    /** @param names all if none is given */
    void update(List<String> names, List<String> repositories) {
        change("update", () -> session.packs().planUpdate(names, repositories));
    }

    /** What needs the pack goes too, if the user says so. */
    void uninstall(String name) {
        change(
                "uninstall",
                () -> session.packs().planRemoval(List.of(name), false),
                Optional.of(() -> change("uninstall", () -> session.packs().planRemoval(List.of(name), true))));
    }

    void rollBack() {
        change("rollback", () -> session.packs().planRollback());
    }

    private void change(String kind, Planner planner) {
        change(kind, planner, Optional.empty());
    }

    /** @param otherwise offered if the plan is refused */
    private void change(String kind, Planner planner, Optional<Runnable> otherwise) {
        work.start(
                Messages.get(kind + ".planning"),
                progress -> planner.plan(),
                plan -> show(kind, plan, otherwise),
                problem -> {
                    if (!shell.isDisposed()) {
                        MessageDialog.openError(shell, Messages.get(kind + ".title"), problem.message());
                    }
                });
    }

    private void show(String kind, InstallPlan plan, Optional<Runnable> otherwise) {
        if (shell.isDisposed()) {
            return;
        }
        PlanDialog dialog = new PlanDialog(shell, plan, Messages.get(kind + ".title"), Messages.get(kind + ".go"));
        if (otherwise.isPresent() && !plan.refusals().isEmpty()) {
            dialog.offer(Messages.get(kind + ".otherwise"));
        }
        int answer = dialog.open();
        if (answer == Window.OK) {
            carryOut(kind, plan);
        } else if (answer == PlanDialog.OTHERWISE) {
            otherwise.ifPresent(Runnable::run);
        }
    }

    private void carryOut(String kind, InstallPlan plan) {
        work.start(
                Messages.get(kind + ".doing"),
                progress -> {
                    session.packs().carryOut(plan);
                    return plan;
                },
                done -> session.changed(Change.PACKS),
                problem -> {
                    if (!shell.isDisposed()) {
                        MessageDialog.openError(shell, Messages.get(kind + ".title"), problem.message());
                    }
                });
    }
}
