package org.opbrief.installer.trust;

import org.opbrief.api.pack.Code;
import org.opbrief.api.pack.Signature;
import org.opbrief.api.pack.Signature.Verdict;

/** What people read when a pack is not let in at once. */
final class Sentences {

    private Sentences() {}

    static String question(String pack, Signature signature, Code code) {
        return switch (signature.verdict()) {
            case UNSIGNED -> "%s%s is not signed, so nobody vouches for it. Install it?".formatted(pack, with(code));
            default ->
                "%s%s is signed by %s, but %s. Install it?"
                        .formatted(pack, with(code), signature.signer(), signature.detail());
        };
    }

    static String refusal(String pack, Signature signature, Code code) {
        if (signature.verdict() == Verdict.UNSIGNED) {
            return "%s%s is not signed; ask its author for a signed one, or allow it with: opbrief trust policy ask"
                    .formatted(pack, with(code));
        }
        return "%s is signed by %s, but %s; %s"
                .formatted(pack, signature.signer(), signature.detail(), advice(signature));
    }

    private static String with(Code code) {
        return switch (code) {
            case NONE -> "";
            case EXPRESSIONS -> " has expressions in its layouts and";
            case JAVA -> " has Java code and";
        };
    }

    private static String advice(Signature signature) {
        return switch (signature.verdict()) {
            case UNKNOWN, SELF_SIGNED ->
                "if you know that this is really theirs (SHA-256 %s), trust it with: opbrief trust add FILE"
                        .formatted(signature.fingerprint());
            case EXPIRED, UNSUITABLE -> "ask its author to sign it again with a valid certificate for signing code";
            case NOT_YET_VALID -> "check the date of this machine, or wait until then";
            case REVOKED -> "do not use it, and ask its author for a new one";
            case UNSIGNED, TRUSTED -> throw new IllegalArgumentException("needs no advice");
        };
    }
}
