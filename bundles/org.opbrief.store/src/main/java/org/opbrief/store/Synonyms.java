package org.opbrief.store;

import java.util.Map;

/** SQL that reads another value instead of one of the file. */
final class Synonyms {
    private Synonyms() {}

    static String replaced(String raw, Map<String, String> values) {
        if (values.isEmpty()) {
            return raw;
        }
        StringBuilder sql = new StringBuilder("CASE lower(trim(" + raw + "))");
        values.forEach((from, to) ->
                sql.append(" WHEN lower(trim(" + Sql.text(from) + ")) THEN ").append(Sql.text(to)));
        return sql + " ELSE " + raw + " END";
    }
}
