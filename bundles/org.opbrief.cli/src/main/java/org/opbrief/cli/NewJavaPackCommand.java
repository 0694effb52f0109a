package org.opbrief.cli;

import java.nio.file.Path;
import org.opbrief.api.pack.PackException;
import picocli.CommandLine.Model.CommandSpec;

/** {@code new java-pack NAME}. */
final class NewJavaPackCommand implements Command {

    @Override
    public String name() {
        return "java-pack";
    }

    @Override
    public String summary() {
        return "Makes a Maven project of a pack with a report in Java.";
    }

    @Override
    public void describe(CommandSpec spec) {
        spec.addPositional(Specs.argument(0, true, "NAME", "Name of the pack and of its folder."));
    }

    @Override
    public int run(Invocation call) throws CommandException, PackException {
        Path folder = call.path(call.argument(0).orElseThrow());
        NewFolder.tell(call, call.services().authoring().createJava(folder));
        call.console().line("Build it: mvn package, in " + call.surroundings().pasted(folder));
        return Opbrief.DONE;
    }
}
