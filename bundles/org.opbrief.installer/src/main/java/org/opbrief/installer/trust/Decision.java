package org.opbrief.installer.trust;

import org.opbrief.api.pack.Code;
import org.opbrief.api.pack.Signature;
import org.opbrief.api.pack.Signature.Verdict;
import org.opbrief.api.pack.Trust.Policy;

/** Whether the policy of a workspace lets a pack in. */
public sealed interface Decision {

    record Accepted() implements Decision {}

    /** @param sentence says what is missing; to be answered with yes or no */
    record Question(String sentence) implements Decision {}

    /** @param sentence says why, and what to do */
    record Refusal(String sentence) implements Decision {}

    /** @param pack name and version, for the sentences */
    static Decision decide(String pack, Signature signature, Code code, Policy policy) {
        if (signature.verdict() == Verdict.TRUSTED) {
            return new Accepted();
        }
        boolean harmless = signature.verdict() == Verdict.UNSIGNED && code == Code.NONE;
        return switch (policy) {
            case ANY -> new Accepted();
            case ASK ->
                signature.verdict() == Verdict.REVOKED
                        ? new Refusal(Sentences.refusal(pack, signature, code))
                        : new Question(Sentences.question(pack, signature, code));
            case SIGNED_CODE -> harmless ? new Accepted() : new Refusal(Sentences.refusal(pack, signature, code));
            case SIGNED_ONLY -> new Refusal(Sentences.refusal(pack, signature, code));
        };
    }
}
