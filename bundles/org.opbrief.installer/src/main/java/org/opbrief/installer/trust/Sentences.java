package org.opbrief.installer.trust;

import org.opbrief.api.pack.Code;
import org.opbrief.api.pack.Signature;
import org.opbrief.api.pack.Signature.Verdict;

/** What people read when a pack is not let in at once. */
final class Sentences {

    private static final String CARE = "agree only if you know where it comes from.";

    private Sentences() {}

    static String question(String pack, Signature signature, Code code) {
        return signature.verdict() == Verdict.UNSIGNED
                ? unsigned(pack, signature, code) + ", so nobody vouches for it; " + CARE
                : signed(pack, signature) + "; " + CARE;
    }

    static String refusal(String pack, Signature signature, Code code) {
        return signature.verdict() == Verdict.UNSIGNED
                ? unsigned(pack, signature, code)
                        + "; ask its author for a signed one, or let this workspace ask with \"opbrief trust policy ask\"."
                : signed(pack, signature) + "; " + advice(signature);
    }

    private static String unsigned(String pack, Signature signature, Code code) {
        String unsigned = signature.detail().replaceFirst("^it ", "");
        return switch (code) {
            case NONE -> "The pack " + pack + " " + unsigned;
            case EXPRESSIONS -> "The pack " + pack + " has expressions in its layouts and " + unsigned;
            case JAVA -> "The pack " + pack + " has Java code and " + unsigned;
        };
    }

    private static String signed(String pack, Signature signature) {
        return "The pack %s is signed by %s, but %s".formatted(pack, signature.signer(), signature.detail());
    }

    private static String advice(Signature signature) {
        return switch (signature.verdict()) {
            case UNKNOWN, SELF_SIGNED ->
                "if you know that this certificate is really theirs (SHA-256 %s), trust it with \"opbrief trust add FILE\"."
                        .formatted(signature.fingerprint());
            case EXPIRED, UNSUITABLE -> "ask its author to sign it again with a valid certificate for signing code.";
            case NOT_YET_VALID -> "check the date of this machine, or wait until then.";
            case REVOKED -> "do not use it, and ask its author for a new one.";
            case UNSIGNED, TRUSTED -> throw new IllegalArgumentException("needs no advice");
        };
    }
}
