package org.opbrief.packs.definition;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.opbrief.api.data.Column.Term;
import org.opbrief.api.data.Vocabulary;
import org.opbrief.packs.yaml.DefinitionException;
import org.opbrief.packs.yaml.Value;

/** The vocabularies that columns of a pack may name: its own, and those that other packs share. */
public final class Vocabularies {

    private final Map<String, List<Term>> terms = new TreeMap<>();
    private final Map<String, Vocabulary> shared = new TreeMap<>();
    private final Map<String, Vocabulary> own = new LinkedHashMap<>();

    /** @param others what other packs share */
    public Vocabularies(Collection<Vocabulary> others) {
        others.forEach(this::put);
    }

    /** Reads one of the pack's own; it can be named even if it has a fault. */
    public void read(String name, Value file) throws DefinitionException {
        terms.put(name, List.of());
        if (VocabularyReader.isShared(file)) {
            Vocabulary vocabulary = VocabularyReader.shared(name, file);
            put(vocabulary);
            own.put(name, vocabulary);
        } else {
            terms.put(name, VocabularyReader.read(file));
        }
    }

    private void put(Vocabulary vocabulary) {
        terms.put(vocabulary.id(), vocabulary.terms());
        shared.put(vocabulary.id(), vocabulary);
    }

    /** Those of the pack that others may name. */
    public List<Vocabulary> own() {
        return List.copyOf(own.values());
    }

    /** The terms of a vocabulary that a definition names. */
    List<Term> terms(Value name) throws DefinitionException {
        List<Term> found = terms.get(name.text());
        if (found == null) {
            throw terms.isEmpty()
                    ? name.error(
                            "the pack has no file vocabularies/" + name.text() + ".yaml, and no other pack shares it")
                    : name.unknown("the vocabulary", name.text(), terms.keySet());
        }
        return found;
    }

    /** A vocabulary that leads to another one. */
    Vocabulary leading(Value name, String to) throws DefinitionException {
        Vocabulary found = shared.get(name.text());
        if (found == null) {
            throw name.unknown("the vocabulary", name.text(), new TreeSet<>(shared.keySet()));
        }
        if (found.leadsTo().filter(to::equals).isEmpty()) {
            throw name.error("the vocabulary '" + found.id() + "' does not lead to '" + to + "'");
        }
        return found;
    }

    /** What leads to a term that is not there. */
    public Optional<String> astray(Vocabulary vocabulary) {
        if (vocabulary.leadsTo().isEmpty()) {
            return Optional.empty();
        }
        String to = vocabulary.leadsTo().get();
        List<Term> known = terms.get(to);
        if (known == null) {
            return Optional.of("it leads to the vocabulary '" + to + "', which is missing");
        }
        List<String> values = known.stream().map(Term::value).toList();
        return vocabulary.entries().stream()
                .flatMap(entry -> entry.belongs().stream()
                        .filter(belonging -> !known.isEmpty() && !values.contains(belonging.to()))
                        .map(belonging -> "'" + entry.term().value() + "' leads to '" + belonging.to() + "', which '"
                                + to + "' does not have"))
                .findFirst();
    }
}
