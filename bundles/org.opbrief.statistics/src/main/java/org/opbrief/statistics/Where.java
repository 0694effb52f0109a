package org.opbrief.statistics;

import java.util.ArrayList;
import java.util.List;

/**
 * A condition as SQL: one test, or several joined by {@code and} or {@code or}.
 *
 * @param parts SQL of the tests, complete with parentheses; empty if every row satisfies the condition
 * @param word between them
 */
record Where(List<String> parts, String word) {
    private static final String AND = " and ";
    private static final String OR = " or ";

    static final Where ALL = new Where(List.of(), AND);
    static final Where NOTHING = of("1 = 0");

    static Where of(String sql) {
        return new Where(List.of(sql), AND);
    }

    static Where and(List<Where> wheres) {
        return joined(wheres, AND);
    }

    /** At least one of them. */
    static Where or(List<Where> wheres) {
        return wheres.stream().anyMatch(Where::isAll) ? ALL : joined(wheres, OR);
    }

    Where and(Where other) {
        return and(List.of(this, other));
    }

    Where or(Where other) {
        return or(List.of(this, other));
    }

    boolean isAll() {
        return parts.isEmpty();
    }

    String sql() {
        return String.join(word, parts);
    }

    /** The condition as the end of a SELECT. */
    String clause() {
        return isAll() ? "" : " where " + sql();
    }

    private static Where joined(List<Where> wheres, String word) {
        List<String> parts = new ArrayList<>();
        for (Where where : wheres) {
            boolean flat = where.word.equals(word) || where.parts.size() == 1;
            for (String part : flat ? where.parts : List.of("(" + where.sql() + ")")) {
                if (!parts.contains(part)) {
                    parts.add(part);
                }
            }
        }
        return new Where(parts, word);
    }
}
