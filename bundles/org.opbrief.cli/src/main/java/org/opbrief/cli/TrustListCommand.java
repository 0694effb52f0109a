package org.opbrief.cli;

import java.util.List;
import org.opbrief.api.pack.PackException;
import org.opbrief.api.pack.Trust;
import org.opbrief.api.pack.Trust.Certificate;
import org.opbrief.api.pack.Trust.Policy;

/** {@code trust list}. */
final class TrustListCommand implements Command {

    @Override
    public String name() {
        return "list";
    }

    @Override
    public String summary() {
        return "Lists the certificates that the workspace trusts, and its policy.";
    }

    @Override
    public boolean lists() {
        return true;
    }

    @Override
    public boolean usesPacks() {
        return true;
    }

    @Override
    public int run(Invocation call) throws CommandException, PackException {
        Trust trust = call.packs().trust();
        Policy policy = trust.policy();
        List<Certificate> certificates = trust.certificates();
        if (call.json()) {
            Json.write(call.console(), json -> {
                json.writeStartObject();
                json.writeStringField("policy", Policies.name(policy));
                json.writeArrayFieldStart("certificates");
                for (Certificate certificate : certificates) {
                    json.writeStartObject();
                    json.writeStringField("subject", CertificateText.subject(certificate));
                    json.writeStringField("issuer", CertificateText.issuer(certificate));
                    json.writeStringField("from", CertificateText.from(certificate));
                    json.writeStringField("until", CertificateText.until(certificate));
                    json.writeStringField("fingerprint", certificate.fingerprint());
                    json.writeEndObject();
                }
                json.writeEndArray();
                json.writeEndObject();
            });
            return Opbrief.DONE;
        }
        call.console().line("Policy: " + Policies.inWords(policy));
        if (certificates.isEmpty()) {
            call.console().line("No certificate is trusted; to trust one: " + call.suggestionHere("trust add FILE"));
        }
        for (Certificate certificate : certificates) {
            CertificateText.print(call.console(), certificate);
        }
        return Opbrief.DONE;
    }
}
