package org.opbrief.cli;

import java.util.List;
import org.opbrief.api.pack.PackFile;
import org.opbrief.api.pack.Signature;

/** What a pack is, in words. */
final class PackWords {

    private PackWords() {}

    static String signed(Signature signature) {
        return switch (signature.verdict()) {
            case UNSIGNED -> "Not signed.";
            case TRUSTED -> "Signed by " + signature.signer() + ", whom this workspace trusts.";
            default ->
                "Signed by " + signature.signer()
                        + ", not trusted: " + signature.detail().replaceFirst("\\.$", "")
                        + " (SHA-256 of the certificate: "
                        + signature.fingerprint() + ").";
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
