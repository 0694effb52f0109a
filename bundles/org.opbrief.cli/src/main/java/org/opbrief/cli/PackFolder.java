package org.opbrief.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.opbrief.api.data.FileFaults;
import org.opbrief.api.pack.PackException;
import org.opbrief.api.pack.PackProblem;

/** A pack in the making. */
record PackFolder(Invocation call, Path folder) {

    static PackFolder named(Invocation call, String given) throws CommandException {
        Path folder = call.path(given);
        if (!Files.isDirectory(folder)) {
            throw new CommandException(
                    Files.exists(folder)
                            ? folder + " is a file: name the folder of a pack, which has a pack.yaml."
                            : "There is no folder " + folder + ": make one with "
                                    + call.suggestion(
                                            "new report " + call.surroundings().pasted(folder)));
        }
        return new PackFolder(call, folder);
    }

    /** @throws CommandException if it has problems, which are printed */
    void check() throws CommandException, PackException {
        List<PackProblem> problems = call.services().authoring().check(folder);
        if (problems.isEmpty()) {
            return;
        }
        problems.forEach(problem -> call.console().error(located(problem).toString()));
        throw new CommandException(
                problems.size() == 1
                        ? "The pack has a problem, told above: mend it and run this again."
                        : "The pack has " + Words.number(problems.size())
                                + " problems, told above: mend them and run this again.");
    }

    /** With a path that an editor finds from the current folder. */
    private PackProblem located(PackProblem problem) {
        Path file = problem.file().isEmpty() ? folder : folder.resolve(problem.file());
        return new PackProblem(call.surroundings().shown(file), problem.line(), problem.text());
    }

    /** A folder for files on the way to their place, so that they arrive there whole. */
    static Scratch scratchIn(Path target) throws CommandException {
        try {
            return Scratch.in(target);
        } catch (IOException e) {
            throw new CommandException(
                    "The folder " + target + " cannot be written: " + FileFaults.reason(e) + ". Name another --out.",
                    e);
        }
    }
}
