package org.opbrief.workbench.packs;

import java.util.ArrayList;
import java.util.List;
import org.opbrief.api.pack.PackFile;
import org.opbrief.api.pack.PackStatus;
import org.opbrief.api.pack.Signature;

/** What a pack is, in words. */
final class PackWords {
    private PackWords() {}

    static String state(PackStatus status) {
        if (status.pack().rejected().isPresent()) {
            return Messages.get("state.rejected");
        }
        return Messages.get(status.shipped() ? "state.shipped" : "state.installed");
    }

    static String signer(PackStatus status) {
        if (status.shipped()) {
            return "";
        }
        Signature signature = status.file().map(PackFile::signature).orElse(Signature.NONE);
        return switch (signature.verdict()) {
            case UNSIGNED -> Messages.get("signer.none");
            case TRUSTED -> name(signature.signer());
            default -> Messages.get("signer.untrusted", name(signature.signer()));
        };
    }

    /** The common name of a subject alone, where it has one. */
    static String name(String subject) {
        for (String part : subject.split(",")) {
            if (part.strip().startsWith("CN=")) {
                return part.strip().substring(3);
            }
        }
        return subject;
    }

    /** Those that it has, or would have if it were used. */
    static List<String> reports(PackStatus status) {
        List<String> present = status.pack().reports();
        return present.isEmpty() ? status.file().map(PackFile::reports).orElse(List.of()) : present;
    }

    /** Who signed it, whether this workspace trusts them, and what is to be seen to. */
    static String signed(Signature signature) {
        List<String> sentences = new ArrayList<>(List.of(verdict(signature)));
        sentences.addAll(signature.remarks());
        return String.join(" ", sentences);
    }

    private static String verdict(Signature signature) {
        return switch (signature.verdict()) {
            case UNSIGNED -> Messages.get("signed.none");
            case TRUSTED -> Messages.get("signed.trusted", signature.signer());
            default ->
                Messages.get(
                        "signed.untrusted",
                        signature.signer(),
                        signature.detail().replaceFirst("\\.$", ""),
                        grouped(signature.fingerprint()));
        };
    }

    static String code(PackFile pack) {
        return Messages.get("code." + pack.code());
    }

    /** What a pack brings. */
    static String what(List<String> reports, List<String> dataSets, List<String> factorSets, List<String> services) {
        List<String> what = new ArrayList<>();
        add(what, "brings.reports", reports);
        add(what, "brings.datasets", dataSets);
        add(what, "brings.factorsets", factorSets);
        add(what, "brings.services", services);
        return what.isEmpty() ? Messages.get("brings.nothing") : String.join("; ", what);
    }

    private static void add(List<String> what, String key, List<String> ids) {
        if (!ids.isEmpty()) {
            what.add(Messages.get(key, String.join(", ", ids)));
        }
    }

    /** A fingerprint in groups of four digits, to be compared by eye. */
    static String grouped(String fingerprint) {
        return String.join(" ", fingerprint.split("(?<=\\G.{4})"));
    }
}
