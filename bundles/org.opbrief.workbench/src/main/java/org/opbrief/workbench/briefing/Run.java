package org.opbrief.workbench.briefing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.opbrief.api.data.FileFaults;
import org.opbrief.api.data.Progress;
import org.opbrief.api.output.OutputException;
import org.opbrief.api.output.Tracing;
import org.opbrief.api.report.Briefing;
import org.opbrief.api.report.Report;
import org.opbrief.api.report.ReportException;
import org.opbrief.api.report.RunRequest;
import org.opbrief.workbench.session.Session;

/**
 * Builds briefings and writes their files: for the preview into a folder that goes again, for an export into the one that
 * the user chose. Both are written as the command line writes them. Not for the UI thread.
 */
public final class Run implements AutoCloseable {
    /** The next opening of the workspace deletes folders of this name that were left behind. */
    private static final String SCRATCH = ".tmp-preview-";

    private final Session session;
    private Optional<Path> scratch = Optional.empty();

    public Run(Session session) {
        this.session = session;
    }

    /** A briefing that was built, and its files for the preview. */
    public record Result(Report report, RunRequest request, Briefing briefing, Written written) {}

    /** @throws ReportException as the command line tells it */
    public Result preview(RunRequest request, Progress progress) throws ReportException, OutputException {
        Report report = session.catalog()
                .report(request.report())
                .orElseThrow(() -> new ReportException(Messages.of("run.absent", request.report())));
        progress.at(Messages.of("run.computing"), 0);
        Briefing briefing = session.catalog().build(session.store().during(progress), request);
        progress.at(Messages.of("run.writing"), 0.6);
        Path folder = scratch(session.workspace()).resolve(request.report());
        List<Path> files = session.outputs().write(briefing, report, session.formats(), folder);
        return new Result(
                report, request, briefing, Written.of(files, session.services().tracing()));
    }

    /** Writes the files of a briefing that was built, all or none. */
    public List<Path> export(Result result, List<String> formats, Path folder, Progress progress)
            throws OutputException {
        progress.at(Messages.of("run.writing"), 0);
        return session.outputs().write(result.briefing(), result.report(), formats, folder);
    }

    /** What the manifest of files that were written earlier says. */
    public Written read(List<Path> files) throws OutputException {
        return Written.of(files, session.services().tracing());
    }

    /** Names the source rows of a figure. */
    FigureRows.Source rows(Tracing.Manifest manifest) {
        return (figure, consumer) -> session.services().tracing().rows(session.store(), manifest, figure, consumer);
    }

    @Override
    public synchronized void close() {
        scratch.ifPresent(Run::delete);
        scratch = Optional.empty();
    }

    private synchronized Path scratch(Path workspace) throws OutputException {
        if (scratch.filter(folder -> workspace.equals(folder.getParent()) && Files.isDirectory(folder))
                .isEmpty()) {
            close();
            try {
                scratch = Optional.of(Files.createTempDirectory(workspace, SCRATCH));
            } catch (IOException e) {
                throw new OutputException(Messages.of("run.scratch", workspace, FileFaults.reason(e)), e);
            }
        }
        return scratch.get();
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            // the next opening of the workspace deletes it
        }
    }
}
