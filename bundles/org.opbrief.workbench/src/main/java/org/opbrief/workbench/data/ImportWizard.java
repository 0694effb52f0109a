package org.opbrief.workbench.data;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.jface.wizard.IWizardPage;
import org.eclipse.jface.wizard.Wizard;
import org.opbrief.api.data.ImportException;
import org.opbrief.api.data.ImportRequest.Option;
import org.opbrief.api.data.ImportResult;
import org.opbrief.api.data.Progress;
import org.opbrief.api.data.Store;
import org.opbrief.workbench.jobs.Job;
import org.opbrief.workbench.jobs.Work;
import org.opbrief.workbench.session.Change;
import org.opbrief.workbench.session.Session;

/** Files are chosen, checked without keeping anything, and imported. Open it with {@link ImportDialog}. */
final class ImportWizard extends Wizard {

    /** Where it stands. */
    enum Stage {
        CHOOSING,
        CHECKING,
        CHECKED,
        IMPORTING,
        ENDED
    }

    private final Session session;
    private final Work work;
    private final FilesPage choose;
    private final ColumnsPage columns;
    private final OutcomePage check = new OutcomePage("check", Optional.of(this::columns));
    private final OutcomePage result = new OutcomePage("result", Optional.empty());
    private Optional<Job> job = Optional.empty();
    private Stage stage = Stage.CHOOSING;
    /** Errors that the page of the check has shown. */
    private Set<String> read = Set.of();
    /** Whether nobody looks at the result. */
    private volatile boolean left;

    ImportWizard(Session session, Work work, List<Path> files) {
        this.session = session;
        this.work = work;
        choose = new FilesPage(work, Recognition.in(session), this::columns);
        columns = new ColumnsPage(session.services().mappings(), choose::files, choose::replace);
        choose.add(files);
        setWindowTitle(Messages.get("import.title"));
    }

    @Override
    public void addPages() {
        addPage(choose);
        addPage(columns);
        addPage(check);
        addPage(result);
    }

    Stage stage() {
        return stage;
    }

    @Override
    public IWizardPage getNextPage(IWizardPage page) {
        return page == choose || page == columns ? check : null;
    }

    @Override
    public IWizardPage getPreviousPage(IWizardPage page) {
        return page == columns || page == check && stage != Stage.IMPORTING ? choose : null;
    }

    @Override
    public boolean canFinish() {
        return stage == Stage.CHECKED && check.isPageComplete() || stage == Stage.ENDED;
    }

    /** Begins the check, when its page is shown. */
    void check() {
        stage = Stage.CHECKING;
        start(check, EnumSet.of(Option.DRY_RUN), run -> {
            stage = Stage.CHECKED;
            read = run.outcomes().stream()
                    .flatMap(outcome -> outcome.result().stream())
                    .flatMap(result -> ImportRun.errors(result.plan()).stream())
                    .collect(Collectors.toSet());
            check.setPageComplete(run.outcomes().stream().anyMatch(ImportWizard::isOfUse));
        });
    }

    /** The import goes on without its window; what fails is told when it ends. */
    void leave() {
        left = true;
    }

    /** Back on the first page. */
    void choose() {
        job.ifPresent(Job::cancel);
        stage = Stage.CHOOSING;
    }

    private void columns(ImportFile file) {
        choose();
        columns.show(file);
        getContainer().showPage(columns);
    }

    private static boolean isOfUse(ImportRun.Outcome outcome) {
        return outcome.result()
                .filter(done -> done.outcome() != ImportResult.Outcome.REFUSED
                        && done.batch().rowsAccepted() > 0)
                .isPresent();
    }

    private void start(OutcomePage page, Set<Option> wanted, java.util.function.Consumer<ImportRun> ended) {
        Set<Option> options = EnumSet.copyOf(wanted.isEmpty() ? EnumSet.noneOf(Option.class) : wanted);
        if (choose.isStrict()) {
            options.add(Option.STRICT);
        }
        Store store = session.store();
        ImportRun run = new ImportRun(store, choose.files(), choose.asOf(), options, read);
        String names =
                String.join(", ", choose.files().stream().map(ImportFile::name).toList());
        Job started = work.start(
                Messages.get(run.isDry() ? "import.job.check" : "import.job", names),
                progress -> imported(run, progress),
                done -> {});
        job = Optional.of(started);
        page.follow(run, started, () -> {
            if (job.filter(started::equals).isPresent()) {
                ended.accept(run);
                getContainer().updateButtons();
            }
        });
        getContainer().updateButtons();
    }

    private ImportRun imported(ImportRun run, Progress progress) throws ImportException {
        try {
            run.run(progress);
        } finally {
            // those before one that was cancelled have come, too
            if (!run.isDry() && !run.outcomes().isEmpty()) {
                session.changed(Change.DATA);
            }
        }
        if (left) {
            run.tellFailure();
        }
        return run;
    }

    @Override
    public boolean performFinish() {
        if (stage == Stage.ENDED) {
            return true;
        }
        stage = Stage.IMPORTING;
        getContainer().showPage(result);
        start(result, Set.of(), run -> {
            stage = Stage.ENDED;
            result.setPageComplete(true);
        });
        return false;
    }

    @Override
    public boolean performCancel() {
        boolean importing = stage == Stage.IMPORTING;
        job.ifPresent(Job::cancel);
        // first what was done by then is shown
        return !importing;
    }
}
