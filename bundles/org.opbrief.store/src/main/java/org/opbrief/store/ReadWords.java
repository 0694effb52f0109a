package org.opbrief.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.opbrief.api.data.Column;
import org.opbrief.api.data.Finding;

/** Tells which words of a file were read as which values. */
final class ReadWords {
    /** So many records are looked at first; a column whose words are all values there is not looked at again. */
    private static final int PROBED = 1000;

    private static final int SHOWN = 12;

    private final Connection connection;
    private final RowQuery query;

    ReadWords(Connection connection, RowQuery query) {
        this.connection = connection;
        this.query = query;
    }

    private record Word(String text, String value, long rows) {}

    List<Finding> all() throws SQLException {
        List<Finding> findings = new ArrayList<>();
        for (Filling filling : query.worded()) {
            if (!words(filling.column(), OptionalLong.of(PROBED)).isEmpty()) {
                List<Word> words = words(filling.column(), OptionalLong.empty());
                findings.add(Finding.note(text(filling, words)).of(filling.header()));
            }
        }
        return findings;
    }

    private List<Word> words(Column column, OptionalLong limit) throws SQLException {
        return Sql.list(
                connection,
                query.words(column, limit),
                List.of(),
                row -> new Word(row.getString(1), row.getString(2), row.getLong(3)));
    }

    private static String text(Filling filling, List<Word> words) {
        Map<String, List<String>> byValue = new LinkedHashMap<>();
        words.stream().limit(SHOWN).forEach(word -> byValue.computeIfAbsent(word.value, value -> new ArrayList<>())
                .add('"' + word.text + "\" (" + Suspicion.rows(word.rows) + ")"));
        String shown = byValue.entrySet().stream()
                .map(entry -> String.join(", ", entry.getValue()) + " as " + entry.getKey())
                .collect(Collectors.joining("; "));
        return "Words of " + filling.header() + " were read as values of "
                + filling.column().name() + ": " + shown
                + (words.size() > SHOWN ? "; and " + (words.size() - SHOWN) + " more words" : "") + ".";
    }
}
