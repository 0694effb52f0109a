package org.opbrief.cli;

import org.opbrief.api.pack.PackException;
import org.opbrief.api.pack.Trust;
import org.opbrief.api.pack.Trust.Certificate;
import picocli.CommandLine.Model.CommandSpec;

/** {@code trust add FILE}. */
final class TrustAddCommand implements Command {

    @Override
    public String name() {
        return "add";
    }

    @Override
    public String summary() {
        return "Trusts a certificate, and all packs that are signed with it or with one that it vouches for.";
    }

    @Override
    public void describe(CommandSpec spec) {
        spec.addPositional(Specs.argument(
                0, true, "FILE", "A certificate (PEM or DER), or a signed pack, whose signer's is meant."));
        spec.addOption(Specs.flag("--yes", "Trust it without being asked."));
    }

    @Override
    public boolean usesPacks() {
        return true;
    }

    @Override
    public int run(Invocation call) throws CommandException, PackException {
        Trust trust = call.packs().trust();
        Certificate certificate = trust.read(call.path(call.argument(0).orElseThrow()));
        CertificateText.print(call.console(), certificate);
        if (trust.certificates().stream().anyMatch(known -> known.fingerprint().equals(certificate.fingerprint()))) {
            call.console().line("It is trusted already.");
            return Opbrief.DONE;
        }
        if (!call.has("--yes")) {
            if (!call.console().interactive()) {
                throw new CommandException("Trusting a certificate needs a yes, and nobody is at a terminal to give it:"
                        + " compare the SHA-256 with what its owner says, then run this again with --yes.");
            }
            if (!call.console().agreed("Is this what its owner says, and do you trust its packs?")) {
                call.console().line("Nothing was changed.");
                return Opbrief.FAILED;
            }
        }
        trust.add(certificate);
        call.console().line("It is trusted in " + call.workspaces().folder() + " from now on.");
        return Opbrief.DONE;
    }
}
