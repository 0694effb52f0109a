package org.opbrief.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.opbrief.api.pack.Trust.Policy;

/** Policies as users write them. */
final class Policies {

    private Policies() {}

    static List<String> names() {
        return Arrays.stream(Policy.values()).map(Policies::name).toList();
    }

    static String name(Policy policy) {
        return policy.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Policy> named(String name) {
        return Arrays.stream(Policy.values())
                .filter(policy -> name(policy).equals(name))
                .findFirst();
    }

    static String inWords(Policy policy) {
        return name(policy) + ", "
                + switch (policy) {
                    case SIGNED_CODE ->
                        "packs with Java or expressions must be signed by somebody trusted; others need"
                                + " not be signed, but if they are, then so.";
                    case SIGNED_ONLY -> "all packs must be signed by somebody trusted.";
                    case ASK -> "packs that are not signed by somebody trusted are asked about.";
                    case ANY -> "all packs may be installed.";
                };
    }
}
