package org.opbrief.packs.definition;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.opbrief.api.data.Column.Term;
import org.opbrief.api.data.Vocabulary;
import org.opbrief.api.data.Vocabulary.Belonging;
import org.opbrief.api.data.Vocabulary.Entry;
import org.opbrief.api.data.Vocabulary.Validity;
import org.opbrief.packs.yaml.DefinitionException;
import org.opbrief.packs.yaml.Settings;
import org.opbrief.packs.yaml.Value;

/** Reads the accepted values of a column, their labels and synonyms; see {@code schema/vocabulary.schema.json}. */
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
        Term term = term(name, settings);
        settings.end();
        return term;
    }

    private static Term term(String name, Settings settings) throws DefinitionException {
        String label = settings.text("label");
        return term(name, label.isEmpty() ? name : label, settings.texts("synonyms"));
    }

    /** Whether a file is a vocabulary that packs share, and not just a list of terms. */
    public static boolean isShared(Value file) throws DefinitionException {
        return file.isMap()
                && file.entries().containsKey("title")
                && file.entries().containsKey("terms");
    }

    /** One that packs share: with a title, a source, and what is known of each term. */
    public static Vocabulary shared(String id, Value file) throws DefinitionException {
        Settings settings = file.settings();
        Names.id(id, file);
        String title = settings.needText("title");
        String description = settings.text("description");
        String source = settings.needText("source");
        Optional<Value> leadsTo = settings.find("leads_to");
        List<Entry> entries = entries(settings.need("terms"), leadsTo.isPresent());
        settings.end();
        return new Vocabulary(
                id,
                title,
                description,
                source,
                leadsTo.isPresent() ? Optional.of(Names.id(leadsTo.get())) : Optional.empty(),
                entries);
    }

    private static List<Entry> entries(Value terms, boolean leads) throws DefinitionException {
        List<Entry> entries = new ArrayList<>();
        List<Term> read = new ArrayList<>();
        Map<String, String> taken = new HashMap<>();
        for (Map.Entry<String, Value> each : terms.entries().entrySet()) {
            Value value = each.getValue();
            Entry entry = entry(each.getKey(), value, leads);
            add(entry.term(), value, read, taken);
            entries.add(entry);
        }
        if (entries.isEmpty()) {
            throw terms.error("a vocabulary needs at least one value");
        }
        return entries;
    }

    private static Entry entry(String name, Value value, boolean leads) throws DefinitionException {
        if (value.isEmpty() || !value.isMap()) {
            return new Entry(term(name, value), Validity.ALWAYS, "", List.of());
        }
        Settings settings = value.settings();
        Term term = term(name, settings);
        Validity valid = validity(settings, value);
        String source = settings.text("source");
        List<Belonging> belongs = new ArrayList<>();
        Optional<Value> in = leads ? settings.find("in") : Optional.empty();
        if (in.isPresent()) {
            for (Value belonging : in.get().oneOrMore()) {
                belongs.add(belonging(belonging));
            }
        }
        settings.end();
        return new Entry(term, valid, source, belongs);
    }

    private static Belonging belonging(Value value) throws DefinitionException {
        if (!value.isMap()) {
            return new Belonging(value.text(), Validity.ALWAYS);
        }
        Settings settings = value.settings();
        String to = settings.needText("to");
        Validity valid = validity(settings, value);
        settings.end();
        return new Belonging(to, valid);
    }

    private static Validity validity(Settings settings, Value at) throws DefinitionException {
        Optional<Value> from = settings.find("from");
        Optional<Value> until = settings.find("until");
        Validity valid = new Validity(
                from.isPresent() ? Optional.of(from.get().date()) : Optional.empty(),
                until.isPresent() ? Optional.of(until.get().date()) : Optional.empty());
        if (from.isPresent()
                && until.isPresent()
                && valid.from().get().isAfter(valid.until().get())) {
            throw at.error("the last day is before the first");
        }
        return valid;
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
