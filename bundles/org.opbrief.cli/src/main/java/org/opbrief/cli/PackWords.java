package org.opbrief.cli;

import java.util.List;
import java.util.stream.Stream;
import org.opbrief.api.pack.PackFile;
import org.opbrief.api.pack.Signature;

/** What a pack is, in words. */
final class PackWords {

    private PackWords() {}

    /** Who signed it, why this workspace trusts them or not, and what is to be seen to. */
    static String signed(Signature signature) {
        String sentence =
                switch (signature.verdict()) {
                    case UNSIGNED -> sentence(signature.detail().replaceFirst("^it is n", "N"));
                    case TRUSTED -> "Signed by " + signature.signer() + "; " + sentence(signature.detail());
                    default ->
                        "Signed by " + signature.signer() + ", not trusted: "
                                + sentence(signature.detail().replaceFirst("\\.$", "")
                                        + " (SHA-256 of the certificate: " + signature.fingerprint() + ")");
                };
        return String.join(
                " ",
                Stream.concat(Stream.of(sentence), signature.remarks().stream()).toList());
    }

    private static String sentence(String text) {
        return text.endsWith(".") ? text : text + ".";
    }

    /** Whether there is more to say of a signature than a list has room for. */
    static boolean isRemarkable(Signature signature) {
        return switch (signature.verdict()) {
            case UNSIGNED -> !signature.equals(Signature.NONE);
            case TRUSTED -> !signature.remarks().isEmpty();
            default -> true;
        };
    }

    static String code(PackFile pack) {
        return switch (pack.code()) {
            case NONE -> "No Java code.";
            case EXPRESSIONS -> "No Java code but the expressions of its layouts, which a filter confines.";
            case JAVA -> "Java code, which can do whatever Opbrief can do.";
        };
    }

    /** For a list. */
    static String signer(Signature signature) {
        return switch (signature.verdict()) {
            case UNSIGNED -> "unsigned";
            case TRUSTED -> signature.signer();
            default -> signature.signer() + " (not trusted)";
        };
    }

    /** A fingerprint in groups of four digits, to be compared by eye. */
    static String grouped(String fingerprint) {
        return String.join(" ", List.of(fingerprint.split("(?<=\\G.{4})")));
    }
}
