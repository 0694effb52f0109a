package org.opbrief.cli;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.opbrief.api.data.Store;
import org.opbrief.api.data.StoreException;
import org.opbrief.api.output.OutputException;
import org.opbrief.api.output.Tracing;
import org.opbrief.api.output.Tracing.Manifest;

/** The workspace that a command works in: named by an option, else by a variable, else the one in the home folder. */
final class Workspaces {
    static final String VARIABLE = "OPBRIEF_WORKSPACE";

    /** What tells a workspace from any other folder. */
    private static final String MARK = "opbrief.duckdb";

    private final Invocation call;
    private final Path folder;
    private final boolean named;

    Workspaces(Invocation call) throws CommandException {
        this.call = call;
        Optional<String> option = call.option("--workspace");
        Optional<String> variable = Optional.ofNullable(
                        call.surroundings().environment().get(VARIABLE))
                .filter(value -> !value.isBlank());
        Optional<String> given = option.or(() -> variable);
        this.named = given.isPresent();
        this.folder = named
                ? call.path(given.get())
                : call.surroundings().home().resolve("opbrief").toAbsolutePath().normalize();
    }

    Path folder() {
        return folder;
    }

    /** The folder, if the user named one; else it is the usual one. */
    Optional<Path> named() {
        return Optional.of(folder).filter(any -> named);
    }

    boolean exists() {
        return isWorkspace(folder);
    }

    /** Opens the workspace, and makes it if there is none. */
    Store open() throws CommandException, StoreException {
        return call.services().stores().open(folder);
    }

    /** Opens the workspace; one that is only read is never made. */
    Store openExisting() throws CommandException, StoreException {
        if (!exists()) {
            throw new CommandException(none());
        }
        return open();
    }

    String none() {
        if (Files.isRegularFile(folder)) {
            return folder + " is a file, no workspace; name a folder with --workspace.";
        }
        return "There is no workspace in " + folder + " yet: \""
                + call.suggestion("import FILE --as DATASET") + "\" or \"" + call.suggestion("demo")
                + "\" makes it, and --workspace names another.";
    }

    /**
     * Opens the workspace that a manifest was written from: the named one, else the default one, one beside the
     * manifest's folder, one around it, or the current folder.
     *
     * @throws CommandException if none of them holds its batches
     */
    Store openHolding(Path file, Manifest manifest) throws CommandException, StoreException, OutputException {
        if (named) {
            return openExisting();
        }
        Tracing tracing = call.services().tracing();
        List<String> seen = new ArrayList<>();
        for (Path candidate : candidates(file)) {
            Store store;
            try {
                store = call.services().stores().open(candidate);
            } catch (StoreException e) {
                seen.add(e.getMessage());
                continue;
            }
            if (tracing.holds(store, manifest)) {
                return store;
            }
            store.close();
            seen.add(candidate + " holds other data.");
        }
        throw new CommandException("No workspace was found that holds the data of " + file.getFileName()
                + ": name it with --workspace." + (seen.isEmpty() ? "" : " " + String.join(" ", seen)));
    }

    private Set<Path> candidates(Path file) throws CommandException {
        Set<Path> candidates = new LinkedHashSet<>();
        candidates.add(folder);
        Path beside = file.toAbsolutePath().getParent();
        if (beside.getParent() != null) {
            candidates.addAll(workspacesIn(beside.getParent()));
        }
        for (Path around = beside; around != null; around = around.getParent()) {
            candidates.add(around);
        }
        candidates.add(call.surroundings().folder());
        candidates.removeIf(candidate -> !isWorkspace(candidate));
        return candidates;
    }

    private static List<Path> workspacesIn(Path parent) {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(parent, Workspaces::isWorkspace)) {
            folders.forEach(found::add);
        } catch (IOException | java.nio.file.DirectoryIteratorException e) {
            return List.of();
        }
        found.sort(null);
        return found;
    }

    private static boolean isWorkspace(Path folder) {
        return Files.isRegularFile(folder.resolve(MARK));
    }
}
