package org.opbrief.workbench.briefing;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.e4.core.di.annotations.Creatable;
import org.opbrief.api.output.Tracing.TracedFigure;
import org.opbrief.api.report.RunRequest;
import org.opbrief.workbench.jobs.Job;
import org.opbrief.workbench.jobs.Work;
import org.opbrief.workbench.session.Change;
import org.opbrief.workbench.session.Session;

/** What the parts of the perspective Briefing share: the briefing that is shown and the figure that is asked about. */
@Creatable
@Singleton
public final class BriefingDesk {

    /** What may be other than it was. */
    public enum Topic {
        SHOWN,
        FIGURE,
        FILES,
        COVERS
    }

    private final Session session;
    private final Work work;
    private final Run run;
    private final Runnable deaf;
    private final List<Consumer<Topic>> listeners = new ArrayList<>();
    private Optional<Run.Result> result = Optional.empty();
    private Optional<Written> shown = Optional.empty();
    private Optional<TracedFigure> figure = Optional.empty();
    private Optional<Job> job = Optional.empty();
    private Optional<Runnable> chosen = Optional.empty();
    private Optional<Runnable> exporter = Optional.empty();
    private Optional<Runnable> printer = Optional.empty();
    private Optional<Path> lastFolder = Optional.empty();
    private Covers covers;

    @Inject
    public BriefingDesk(Session session, Work work) {
        this.session = session;
        this.work = work;
        run = new Run(session);
        deaf = session.listen(this::changed);
        covers = readCovers();
    }

    private Covers readCovers() {
        Covers read = new Covers(session.workspace());
        work.quietly(
                Messages.of("covers.read"),
                progress -> {
                    read.read();
                    return read;
                },
                done -> tell(Topic.COVERS));
        return read;
    }

    /** Runs a report and shows what comes out; a run that has not ended yet is cancelled. */
    public void run(RunRequest request) {
        job.filter(Job::running).ifPresent(Job::cancel);
        Job[] own = new Job[1];
        own[0] = work.start(
                Messages.of("run.title", title(request.report())), progress -> run.preview(request, progress), done -> {
                    if (job.filter(last -> last == own[0]).isPresent()) {
                        result = Optional.of(done);
                        show(done.written());
                    }
                });
        job = Optional.of(own[0]);
    }

    /** Runs what the form asks for, if there is one yet. */
    public void runChosen() {
        chosen.ifPresent(Runnable::run);
    }

    /** Asks where to write the briefing that is shown. */
    public void askExport() {
        exporter.ifPresent(Runnable::run);
    }

    /** Asks how to print the briefing that is shown. */
    public void askPrint() {
        printer.ifPresent(Runnable::run);
    }

    /** @param form runs the report with what its fields say */
    void chosenBy(Runnable form) {
        chosen = Optional.of(form);
    }

    /** @param dialog asks where to write the briefing */
    void exportedBy(Runnable dialog) {
        exporter = Optional.of(dialog);
    }

    /** @param dialog asks how to print the briefing; empty if there are no pages */
    void printedBy(Optional<Runnable> dialog) {
        printer = dialog;
    }

    boolean isPrintable() {
        return printer.isPresent();
    }

    /** Shows files that were written earlier, the manifest last. */
    public void open(List<Path> files) {
        work.quietly(Messages.of("preview.loading", files.get(0).getFileName()), progress -> run.read(files), read -> {
            result = Optional.empty();
            show(read);
        });
    }

    /** Asks about a figure; one that is not in the briefing is not heard. */
    public void figure(String id) {
        shown.flatMap(written -> written.manifest().figure(id)).ifPresent(found -> {
            figure = Optional.of(found);
            tell(Topic.FIGURE);
        });
    }

    /** Writes the briefing that is shown into a folder. Nothing happens if none was run. */
    public void export(List<String> formats, Path folder) {
        result.ifPresent(exported -> {
            lastFolder = Optional.of(folder);
            work.start(
                    Messages.of("export.title", exported.briefing().title()),
                    progress -> run.export(exported, formats, folder, progress),
                    files -> tell(Topic.FILES));
        });
    }

    /** The briefing that was run and is shown. */
    public Optional<Run.Result> result() {
        return result;
    }

    public Optional<Written> shown() {
        return shown;
    }

    /** The pages of what is shown. */
    Optional<Path> pdf() {
        return shown.flatMap(written -> written.file("pdf"));
    }

    /** Takes the first page of a briefing that was run as the cover of its report; none if it cannot be drawn. */
    void cover(String report, Optional<Cover> cover) {
        Covers kept = covers;
        kept.take(report, cover);
        tell(Topic.COVERS);
        work.quietly(
                Messages.of("covers.keep"),
                progress -> {
                    kept.keep(report);
                    return kept;
                },
                done -> {});
    }

    /** The first page of a report's latest briefing. */
    Optional<Cover> cover(String report) {
        return covers.of(report);
    }

    public Optional<TracedFigure> figure() {
        return figure;
    }

    /** The folder that the last export went to. */
    public Optional<Path> lastFolder() {
        return lastFolder;
    }

    FigureRows.Source rows() {
        return run.rows(shown.orElseThrow().manifest());
    }

    /**
     * Calls back on the UI thread.
     *
     * @return takes the listener away
     */
    public Runnable listen(Consumer<Topic> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    @PreDestroy
    void close() {
        deaf.run();
        run.close();
    }

    private String title(String report) {
        return session.catalog()
                .report(report)
                .map(found -> found.info().title())
                .orElse(report);
    }

    private void show(Written written) {
        shown = Optional.of(written);
        figure = figure.flatMap(before -> written.manifest().figure(before.id()));
        tell(Topic.SHOWN);
        tell(Topic.FIGURE);
    }

    private void changed(Change change) {
        switch (change) {
            case DATA -> result.ifPresent(last -> run(last.request()));
            case PACKS -> {}
            case WORKSPACE -> {
                job.filter(Job::running).ifPresent(Job::cancel);
                job = Optional.empty();
                result = Optional.empty();
                shown = Optional.empty();
                figure = Optional.empty();
                covers = readCovers();
                List.of(Topic.values()).forEach(this::tell);
            }
        }
    }

    private void tell(Topic topic) {
        List.copyOf(listeners).forEach(listener -> listener.accept(topic));
    }
}
