package org.opbrief.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.opbrief.api.pack.InstallRequest;
import org.opbrief.api.pack.PackException;
import picocli.CommandLine.Model.CommandSpec;

/** {@code install FILE|FOLDER|URL|NAME…}. */
final class InstallCommand implements Command {

    @Override
    public String name() {
        return "install";
    }

    @Override
    public String summary() {
        return "Installs packs, after telling what that would do; all of them or none.";
    }

    @Override
    public void describe(CommandSpec spec) {
        spec.addPositional(
                Specs.someArguments(
                        "PACK",
                        "Files, folders, web addresses, or names (NAME or NAME@VERSION) of packs in a repository, or kept in the workspace."));
        spec.addOption(Repositories.option());
        spec.addOption(Specs.value(
                "--lock", "FILE", "Install the packs of another workspace's packs.lock, with just the same bytes."));
        Plans.describe(spec);
    }

    @Override
    public boolean usesPacks() {
        return true;
    }

    @Override
    public int run(Invocation call) throws CommandException, PackException {
        List<String> sources = call.arguments();
        Optional<Path> lock = lock(call);
        if (sources.isEmpty() && lock.isEmpty()) {
            throw call.misused("Missing: PACK, or --lock FILE.");
        }
        refuseUnpacked(call, sources);
        InstallRequest request = new InstallRequest(sources, Repositories.named(call), lock);
        return Plans.carryOut(call, call.packs().plan(request), "There is nothing to do: this is installed already.");
    }

    private static void refuseUnpacked(Invocation call, List<String> sources) throws CommandException {
        for (String source : sources) {
            if (!source.contains(":") && Files.exists(call.path(source).resolve("pack.yaml"))) {
                throw new CommandException(source + " is a pack in the making: make it one file with "
                        + call.suggestionHere("pack " + call.surroundings().pasted(call.path(source)))
                        + ", and install that.");
            }
        }
    }

    private static Optional<Path> lock(Invocation call) throws CommandException {
        Optional<String> given = call.option("--lock");
        if (given.isEmpty()) {
            return Optional.empty();
        }
        Path file = call.path(given.get());
        if (!Files.isRegularFile(file)) {
            throw new CommandException("There is no file " + file + ": --lock wants the packs.lock of a workspace.");
        }
        return Optional.of(file);
    }
}
