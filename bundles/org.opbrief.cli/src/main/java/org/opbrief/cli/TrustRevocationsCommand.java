package org.opbrief.cli;

import org.opbrief.api.pack.PackException;
import picocli.CommandLine.Model.CommandSpec;

/** {@code trust revocations FILE}. */
final class TrustRevocationsCommand implements Command {

    @Override
    public String name() {
        return "revocations";
    }

    @Override
    public String summary() {
        return "Reads a list of revoked certificates, in the place of an older one of its issuer.";
    }

    @Override
    public void describe(CommandSpec spec) {
        spec.addPositional(Specs.argument(0, true, "FILE", "A certificate revocation list (PEM or DER)."));
    }

    @Override
    public boolean usesPacks() {
        return true;
    }

    @Override
    public int run(Invocation call) throws CommandException, PackException {
        String issuer =
                call.packs().trust().addRevocations(call.path(call.argument(0).orElseThrow()));
        call.console()
                .line("The revocations of " + issuer + " hold in "
                        + call.workspaces().folder() + " from now on.");
        return Opbrief.DONE;
    }
}
