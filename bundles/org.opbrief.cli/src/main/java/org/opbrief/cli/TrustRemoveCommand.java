package org.opbrief.cli;

import java.util.Locale;
import org.opbrief.api.pack.PackException;
import picocli.CommandLine.Model.CommandSpec;

/** {@code trust remove FINGERPRINT}. */
final class TrustRemoveCommand implements Command {

    @Override
    public String name() {
        return "remove";
    }

    @Override
    public String summary() {
        return "Trusts a certificate no longer; what is installed stays.";
    }

    @Override
    public void describe(CommandSpec spec) {
        spec.addPositional(Specs.argument(
                0,
                true,
                "FINGERPRINT",
                "SHA-256 of the certificate, or as much of its beginning as tells it from others."));
    }

    @Override
    public boolean usesPacks() {
        return true;
    }

    @Override
    public int run(Invocation call) throws PackException {
        String fingerprint =
                call.argument(0).orElseThrow().replaceAll("[\\s:]", "").toLowerCase(Locale.ROOT);
        call.console()
                .line("No longer trusted: "
                        + CertificateText.subject(call.packs().trust().remove(fingerprint)));
        return Opbrief.DONE;
    }
}
