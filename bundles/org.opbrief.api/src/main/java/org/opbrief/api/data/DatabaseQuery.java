package org.opbrief.api.data;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A question to a database.
 *
 * @param url as JDBC has it, e.g. {@code jdbc:postgresql://host/db}, without a password
 * @param user empty for the one that the database assumes
 * @param password never told by anything, {@link #toString} included
 * @param sql one SELECT
 */
public record DatabaseQuery(String url, Optional<String> user, Optional<char[]> password, String sql) {
    private static final Pattern SECRET =
            Pattern.compile("//[^/?]*:[^/?]*@|[?&;][^=&;]*(password|secret|token)[^=&;]*=", Pattern.CASE_INSENSITIVE);

    /** @throws IllegalArgumentException if the URL has a password in it */
    public DatabaseQuery {
        if (hasSecret(url)) {
            throw new IllegalArgumentException("A password stands in the URL");
        }
    }

    /** Whether a password stands in that URL, where others can read it. */
    public static boolean hasSecret(String url) {
        return SECRET.matcher(url).find();
    }

    /** Where the rows are from and what gave them, for {@link Lineage#query}. */
    public String told() {
        return url + "\n" + sql.strip();
    }

    @Override
    public String toString() {
        return told();
    }
}
