package org.opbrief.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.opbrief.api.data.Column;
import org.opbrief.api.data.Mapping;
import org.opbrief.api.data.Vocabulary;
import org.opbrief.api.data.Vocabulary.Belonging;
import org.opbrief.api.data.Vocabulary.Entry;
import org.opbrief.api.data.Vocabulary.Validity;

/**
 * SQL of the one value that a word leads to on a day. A word that leads to several, or to another one on another day while
 * the row has no day, leads to none: no row is given to one of them by chance.
 */
record Lookup(Vocabulary vocabulary) {
    private static final int WORDS_SHOWN = 12;

    /** Empty if the column is not read through that vocabulary. */
    static Optional<Lookup> of(Column column, Mapping.Through through) {
        return column.reading().through().stream()
                .filter(vocabulary -> vocabulary.id().equals(through.vocabulary()))
                .findFirst()
                .map(Lookup::new);
    }

    /**
     * @param text SQL of the word
     * @param day SQL of the row's day; empty if rows have none
     */
    String value(String text, Optional<String> day) {
        return byWord(text, entry -> value(entry, day)) + " END";
    }

    /** SQL of the reason why a word leads to no value. */
    String problem(String text) {
        List<String> known =
                vocabulary.entries().stream().map(entry -> entry.term().value()).toList();
        String shown = known.stream().limit(WORDS_SHOWN).collect(Collectors.joining(", "));
        String more = known.size() > WORDS_SHOWN ? " and " + (known.size() - WORDS_SHOWN) + " more" : "";
        return byWord(text, entry -> Sql.text(problem(entry))) + " ELSE "
                + Sql.text("is not one of " + shown + more + " (" + vocabulary.title() + ")") + " END";
    }

    private String byWord(String text, Function<Entry, String> result) {
        Map<String, Entry> words = new LinkedHashMap<>();
        for (Entry entry : vocabulary.entries()) {
            words.put(entry.term().value().toLowerCase(Locale.ROOT), entry);
            entry.term().synonyms().forEach(word -> words.putIfAbsent(word.toLowerCase(Locale.ROOT), entry));
        }
        StringBuilder sql = new StringBuilder("CASE lower(" + text + ")");
        words.forEach((word, entry) ->
                sql.append(" WHEN ").append(Sql.text(word)).append(" THEN ").append(result.apply(entry)));
        return sql.toString();
    }

    private static String value(Entry entry, Optional<String> day) {
        List<Belonging> belongs = entry.belongs();
        if (belongs.isEmpty()) {
            return "NULL";
        }
        if (belongs.size() == 1 && belongs.get(0).valid().isAlways()) {
            return Sql.text(belongs.get(0).to());
        }
        String count = belongs.stream()
                .map(belonging -> "CAST(" + holds(belonging.valid(), day) + " AS INTEGER)")
                .collect(Collectors.joining(" + "));
        String which = belongs.stream()
                .map(belonging -> "WHEN " + holds(belonging.valid(), day) + " THEN " + Sql.text(belonging.to()))
                .collect(Collectors.joining(" "));
        return "CASE WHEN " + count + " = 1 THEN CASE " + which + " END END";
    }

    /** NULL if it depends on a day that there is not. */
    private static String holds(Validity valid, Optional<String> day) {
        if (valid.isAlways()) {
            return "true";
        }
        String value = day.orElse("CAST(NULL AS DATE)");
        List<String> conditions = new ArrayList<>();
        valid.from().ifPresent(from -> conditions.add("(" + value + ") >= DATE '" + from + "'"));
        valid.until().ifPresent(until -> conditions.add("(" + value + ") <= DATE '" + until + "'"));
        return "(" + String.join(" AND ", conditions) + ")";
    }

    private static String problem(Entry entry) {
        if (entry.belongs().isEmpty()) {
            return "leads to none of the values";
        }
        String candidates = entry.belongs().stream()
                .map(belonging -> belonging.to()
                        + (belonging.valid().isAlways()
                                ? ""
                                : " (" + belonging.valid().words() + ")"))
                .collect(Collectors.joining(", "));
        return isShared(entry)
                ? "is shared by " + candidates + ": only a part of it, e.g. a county or an office, leads to one"
                : "leads to one on certain days only: " + candidates;
    }

    private static boolean isShared(Entry entry) {
        List<Belonging> belongs = entry.belongs();
        for (int one = 0; one < belongs.size(); one++) {
            for (int other = one + 1; other < belongs.size(); other++) {
                if (belongs.get(one).valid().meets(belongs.get(other).valid())) {
                    return true;
                }
            }
        }
        return false;
    }
}
