package org.opbrief.packs.definition;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.opbrief.api.data.Column.Term;
import org.opbrief.packs.yaml.DefinitionException;
import org.opbrief.packs.yaml.Settings;
import org.opbrief.packs.yaml.Value;

/** Reads the accepted values of a column, their labels and synonyms. */
public final class VocabularyReader {

    private VocabularyReader() {}

    /** A list of values that are their own labels, or a map of value and label, or of value and label and synonyms. */
    public static List<Term> read(Value value) throws DefinitionException {
        List<Term> terms = new ArrayList<>();
        Map<String, String> taken = new HashMap<>();
        if (value.isList()) {
            for (Value element : value.list()) {
                add(new Term(element.text(), element.text(), List.of()), element, terms, taken);
            }
        } else {
            for (Map.Entry<String, Value> entry : value.entries().entrySet()) {
                add(term(entry.getKey(), entry.getValue()), entry.getValue(), terms, taken);
            }
        }
        if (terms.isEmpty()) {
            throw value.error("a vocabulary needs at least one value");
        }
        return terms;
    }

    private static Term term(String name, Value value) throws DefinitionException {
        if (value.isEmpty()) {
            return new Term(name, name, List.of());
        }
        if (!value.isMap()) {
            return term(name, value.text(), List.of());
        }
        Settings settings = value.settings();
        String label = settings.text("label");
        List<String> synonyms = settings.texts("synonyms");
        settings.end();
        return term(name, label.isEmpty() ? name : label, synonyms);
    }

    /** What a reader sees is also read. */
    private static Term term(String name, String label, List<String> synonyms) {
        if (label.equalsIgnoreCase(name) || synonyms.stream().anyMatch(label::equalsIgnoreCase)) {
            return new Term(name, label, synonyms);
        }
        List<String> words = new ArrayList<>(synonyms);
        words.add(label);
        return new Term(name, label, words);
    }

    /** What a file may say for a term is said for no other one. */
    private static void add(Term term, Value at, List<Term> terms, Map<String, String> taken)
            throws DefinitionException {
        List<String> words = new ArrayList<>(term.synonyms());
        words.add(term.value());
        for (String word : words) {
            String other = taken.putIfAbsent(word.toLowerCase(Locale.ROOT), term.value());
            if (other != null && !other.equals(term.value())) {
                throw at.error("'" + word + "' stands for '" + other + "' and for '" + term.value() + "'");
            }
        }
        if (terms.stream().anyMatch(other -> other.value().equals(term.value()))) {
            throw at.error("'" + term.value() + "' stands here a second time");
        }
        terms.add(term);
    }
}
