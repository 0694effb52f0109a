package org.opbrief.workbench.explore;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.opbrief.api.data.FileFaults;
import org.opbrief.api.data.Progress;
import org.opbrief.api.pack.PackAuthoring;
import org.opbrief.api.pack.PackException;
import org.opbrief.api.pack.PackProblem;
import org.opbrief.workbench.jobs.Task;

/**
 * Writes a question as a pack of its own: a folder that can be edited, and the jar that can be installed.
 *
 * @param folder to be made; its name is the report's
 */
record SavedReport(PackAuthoring authoring, Question question, String title, Path folder) implements Task<Path> {

    /** @return the jar */
    @Override
    public Path run(Progress progress) throws PackException {
        String id = folder.getFileName().toString();
        authoring.createReport(folder, Optional.of(question.dataSet().id()));
        Path report = folder.resolve("OPBRIEF-INF").resolve("reports").resolve(id);
        try {
            Files.writeString(report.resolve("report.yaml"), new ReportYaml(question, id, title).text());
            Files.deleteIfExists(report.resolve("text.md"));
        } catch (IOException e) {
            throw new PackException("The report cannot be written: " + FileFaults.reason(e) + ".", e);
        }
        List<PackProblem> problems = authoring.check(folder);
        if (!problems.isEmpty()) {
            throw new PackException(Messages.get("save.problems", problems.get(0)));
        }
        Path jar = folder.resolve(authoring.jarName(folder));
        authoring.write(folder, jar, Optional.empty());
        return jar;
    }
}
