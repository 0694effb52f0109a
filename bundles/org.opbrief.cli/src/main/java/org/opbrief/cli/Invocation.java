package org.opbrief.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.opbrief.api.pack.WorkspacePacks;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/**
 * One call of a command.
 *
 * @param parsed the call from the program's name on; the last subcommand is the one that runs
 * @param opened packs of the workspace, for commands that use them
 */
record Invocation(
        ParseResult parsed,
        Services services,
        Console console,
        Surroundings surroundings,
        Optional<WorkspacePacks> opened) {

    Invocation with(WorkspacePacks packs) {
        return new Invocation(parsed, services, console, surroundings, Optional.of(packs));
    }

    WorkspacePacks packs() {
        return opened.orElseThrow(() -> new IllegalStateException("The command does not say that it uses packs"));
    }

    private ParseResult own() {
        List<ParseResult> chain = chain();
        return chain.get(chain.size() - 1);
    }

    private List<ParseResult> chain() {
        List<ParseResult> chain = new ArrayList<>();
        for (ParseResult at = parsed; at != null; at = at.hasSubcommand() ? at.subcommand() : null) {
            chain.add(at);
        }
        return chain;
    }

    /** The value of an option of the command or of those above it; the last one given counts. */
    <T> Optional<T> option(String name) {
        return chain().stream()
                .filter(at -> at.hasMatchedOption(name))
                .reduce((above, below) -> below)
                .map(at -> at.matchedOptionValue(name, (T) null));
    }

    boolean has(String option) {
        return chain().stream().anyMatch(at -> at.hasMatchedOption(option));
    }

    /** All values of an option that may be repeated. */
    List<String> all(String option) {
        return this.<List<String>>option(option).orElse(List.of());
    }

    /** The argument at that position, if it was given. */
    Optional<String> argument(int position) {
        List<String> values = arguments();
        return position < values.size() ? Optional.of(values.get(position)) : Optional.empty();
    }

    /** The positional arguments in order. */
    List<String> arguments() {
        return own().matchedPositionals().stream()
                .flatMap(position -> position.stringValues().stream())
                .toList();
    }

    boolean json() {
        return has("--json");
    }

    ParameterException misused(String message) {
        return new ParameterException(own().commandSpec().commandLine(), message);
    }

    Workspaces workspaces() throws CommandException {
        return new Workspaces(this);
    }

    Path path(String given) throws CommandException {
        return surroundings.path(given);
    }

    /** A command line to go on with. */
    String suggestion(String rest) {
        return surroundings.program() + " " + rest;
    }

    /** A command line to go on with in the same workspace. */
    String suggestionHere(String rest) throws CommandException {
        return suggestion((has("--workspace")
                        ? "--workspace " + surroundings.pasted(workspaces().folder()) + " "
                        : "")
                + rest);
    }
}
