package org.opbrief.cli;

import java.util.Optional;
import org.opbrief.api.data.Nearest;
import org.opbrief.api.pack.PackException;
import org.opbrief.api.pack.Trust;
import org.opbrief.api.pack.Trust.Policy;
import picocli.CommandLine.Model.CommandSpec;

/** {@code trust policy [POLICY]}. */
final class TrustPolicyCommand implements Command {

    @Override
    public String name() {
        return "policy";
    }

    @Override
    public String summary() {
        return "Tells, or sets, which packs may be installed in the workspace.";
    }

    @Override
    public void describe(CommandSpec spec) {
        spec.addPositional(Specs.argument(0, false, "POLICY", "One of " + String.join(", ", Policies.names()) + "."));
    }

    @Override
    public boolean usesPacks() {
        return true;
    }

    @Override
    public int run(Invocation call) throws PackException {
        Trust trust = call.packs().trust();
        Optional<String> given = call.argument(0);
        if (given.isPresent()) {
            Policy policy = Policies.named(given.get())
                    .orElseThrow(() -> call.misused("There is no policy \"" + given.get() + "\""
                            + Nearest.hint(given.get(), Policies.names())));
            trust.setPolicy(policy);
        }
        call.console().line(Policies.inWords(trust.policy()));
        return Opbrief.DONE;
    }
}
