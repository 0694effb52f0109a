package org.opbrief.installer.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.opbrief.api.pack.Code;
import org.opbrief.api.pack.Signature;
import org.opbrief.api.pack.Signature.Verdict;
import org.opbrief.api.pack.Trust.Policy;
import org.opbrief.installer.trust.Decision.Accepted;
import org.opbrief.installer.trust.Decision.Question;
import org.opbrief.installer.trust.Decision.Refusal;

class DecisionTest {

    private static final String PACK = "org.example.visits 1.0.0";

    private static Signature signed(Verdict verdict) {
        return verdict == Verdict.UNSIGNED
                ? Signature.NONE
                : new Signature(verdict, "CN=Report desk, O=Example", "ab12", "the certificate is so");
    }

    private static Decision decide(Verdict verdict, Code code, Policy policy) {
        return Decision.decide(PACK, signed(verdict), code, policy);
    }

    private static String refusal(Verdict verdict, Code code, Policy policy) {
        return ((Refusal) decide(verdict, code, policy)).sentence();
    }

    private static Set<Class<?>> kinds(Policy policy, Code code, Verdict... verdicts) {
        Set<Class<?>> kinds = new HashSet<>();
        for (Verdict verdict : verdicts) {
            kinds.add(decide(verdict, code, policy).getClass());
        }
        return kinds;
    }

    @Test
    void a_trusted_pack_is_accepted_by_all_policies() {
        for (Policy policy : Policy.values()) {
            for (Code code : Code.values()) {
                assertEquals(new Accepted(), decide(Verdict.TRUSTED, code, policy));
            }
        }
    }

    @Test
    void any_accepts_all() {
        for (Code code : Code.values()) {
            assertEquals(Set.of(Accepted.class), kinds(Policy.ANY, code, Verdict.values()));
        }
    }

    @Test
    void ask_asks_but_refuses_what_was_revoked() {
        assertEquals(
                Set.of(Question.class),
                kinds(
                        Policy.ASK,
                        Code.NONE,
                        Verdict.UNSIGNED,
                        Verdict.UNKNOWN,
                        Verdict.SELF_SIGNED,
                        Verdict.EXPIRED,
                        Verdict.NOT_YET_VALID,
                        Verdict.UNSUITABLE));
        assertEquals(Set.of(Refusal.class), kinds(Policy.ASK, Code.NONE, Verdict.REVOKED));
    }

    @Test
    void signed_only_refuses_all_that_is_not_trusted() {
        for (Verdict verdict : Verdict.values()) {
            if (verdict != Verdict.TRUSTED) {
                assertEquals(Set.of(Refusal.class), kinds(Policy.SIGNED_ONLY, Code.NONE, verdict));
            }
        }
    }

    @Test
    void signed_code_lets_definitions_be_unsigned_but_not_badly_signed() {
        assertEquals(new Accepted(), decide(Verdict.UNSIGNED, Code.NONE, Policy.SIGNED_CODE));
        assertEquals(Set.of(Refusal.class), kinds(Policy.SIGNED_CODE, Code.EXPRESSIONS, Verdict.UNSIGNED));
        assertEquals(Set.of(Refusal.class), kinds(Policy.SIGNED_CODE, Code.JAVA, Verdict.UNSIGNED));
        for (Verdict verdict : Verdict.values()) {
            if (verdict != Verdict.TRUSTED && verdict != Verdict.UNSIGNED) {
                assertEquals(Set.of(Refusal.class), kinds(Policy.SIGNED_CODE, Code.NONE, verdict));
            }
        }
    }

    @Test
    void a_refusal_says_what_to_do() {
        assertEquals(
                "The pack org.example.visits 1.0.0 has Java code and is not signed; ask its author for a signed one, or let this workspace ask with \"opbrief trust policy ask\".",
                refusal(Verdict.UNSIGNED, Code.JAVA, Policy.SIGNED_CODE));
        assertEquals(
                "The pack org.example.visits 1.0.0 has expressions in its layouts and is not signed; ask its author for a signed one, or let this workspace ask with \"opbrief trust policy ask\".",
                refusal(Verdict.UNSIGNED, Code.EXPRESSIONS, Policy.SIGNED_CODE));
        assertEquals(
                "The pack org.example.visits 1.0.0 is not signed; ask its author for a signed one, or let this workspace ask with \"opbrief trust policy ask\".",
                refusal(Verdict.UNSIGNED, Code.NONE, Policy.SIGNED_ONLY));
        assertEquals(
                "The pack org.example.visits 1.0.0 is signed by CN=Report desk, O=Example, but the certificate is so; if you know that this certificate is really theirs (SHA-256 ab12), trust it with \"opbrief trust add FILE\".",
                refusal(Verdict.UNKNOWN, Code.NONE, Policy.SIGNED_CODE));
        assertEquals(
                "The pack org.example.visits 1.0.0 is signed by CN=Report desk, O=Example, but the certificate is so; if you know that this certificate is really theirs (SHA-256 ab12), trust it with \"opbrief trust add FILE\".",
                refusal(Verdict.SELF_SIGNED, Code.NONE, Policy.SIGNED_CODE));
        assertEquals(
                "The pack org.example.visits 1.0.0 is signed by CN=Report desk, O=Example, but the certificate is so; ask its author to sign it again with a valid certificate for signing code.",
                refusal(Verdict.EXPIRED, Code.NONE, Policy.SIGNED_CODE));
        assertEquals(
                "The pack org.example.visits 1.0.0 is signed by CN=Report desk, O=Example, but the certificate is so; ask its author to sign it again with a valid certificate for signing code.",
                refusal(Verdict.UNSUITABLE, Code.NONE, Policy.SIGNED_CODE));
        assertEquals(
                "The pack org.example.visits 1.0.0 is signed by CN=Report desk, O=Example, but the certificate is so; check the date of this machine, or wait until then.",
                refusal(Verdict.NOT_YET_VALID, Code.NONE, Policy.SIGNED_CODE));
        assertEquals(
                "The pack org.example.visits 1.0.0 is signed by CN=Report desk, O=Example, but the certificate is so; do not use it, and ask its author for a new one.",
                refusal(Verdict.REVOKED, Code.NONE, Policy.ASK));
    }

    @Test
    void a_question_says_what_is_missing() {
        assertEquals(
                new Question(
                        "The pack org.example.visits 1.0.0 has Java code and is not signed, so nobody vouches for it; agree only if you know where it comes from."),
                decide(Verdict.UNSIGNED, Code.JAVA, Policy.ASK));
        assertEquals(
                new Question(
                        "The pack org.example.visits 1.0.0 is signed by CN=Report desk, O=Example, but the certificate is so; agree only if you know where it comes from."),
                decide(Verdict.EXPIRED, Code.NONE, Policy.ASK));
    }

    @Test
    void a_signature_that_was_taken_out_is_told() {
        Signature stripped =
                new Signature(Verdict.UNSIGNED, "", "", "it is not signed: it was, and its signature was taken out");
        assertEquals(
                new Question(
                        "The pack org.example.visits 1.0.0 is not signed: it was, and its signature was taken out, so nobody vouches for it; agree only if you know where it comes from."),
                Decision.decide(PACK, stripped, Code.NONE, Policy.ASK));
    }
}
