package org.opbrief.authoring;

import java.text.Normalizer;
import java.util.Locale;
import org.opbrief.api.pack.PackException;

/** Names of packs and reports in the making. */
final class Names {

    private Names() {}

    /** Refuses what cannot be the id of a report, with what could be. */
    static void checkId(String id) throws PackException {
        if (!id.matches("(?=.{1,60}$)[a-z][a-z0-9]*(-[a-z0-9]+)*")) {
            throw new PackException(
                    "The name '" + id + "' cannot be that of a report: it is lower case letters, digits and"
                            + " single hyphens, beginning with a letter, 60 at most; for example '" + like(id) + "'.");
        }
    }

    private static String like(String name) {
        String like = Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^[0-9-]+|-+$", "");
        return like.isEmpty()
                ? "my-report"
                : like.length() > 60 ? like.substring(0, 60).replaceAll("-+$", "") : like;
    }
}
