package org.opbrief.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.opbrief.api.data.Column;
import org.opbrief.api.data.DataSet;
import org.opbrief.api.data.Nearest;
import org.opbrief.api.data.Vocabulary;
import org.opbrief.api.data.Vocabulary.Belonging;
import org.opbrief.api.data.Vocabulary.Entry;
import org.opbrief.api.data.Vocabulary.Validity;
import picocli.CommandLine.Model.CommandSpec;

/** {@code data vocabularies [VOCABULARY]}. */
final class DataVocabulariesCommand implements Command {

    @Override
    public String name() {
        return "vocabularies";
    }

    @Override
    public String summary() {
        return "Lists the vocabularies that packs share, or shows the words of one and where they come from.";
    }

    @Override
    public void describe(CommandSpec spec) {
        spec.addPositional(Specs.argument(0, false, "VOCABULARY", "Id of a vocabulary (default: list all)."));
    }

    @Override
    public boolean lists() {
        return true;
    }

    @Override
    public boolean usesPacks() {
        return true;
    }

    @Override
    public int run(Invocation call) throws CommandException {
        List<Vocabulary> vocabularies = call.services().catalog().vocabularies();
        Optional<String> id = call.argument(0);
        if (id.isPresent()) {
            show(call, vocabularies, named(vocabularies, id.get()));
        } else {
            list(call, vocabularies);
        }
        return Opbrief.DONE;
    }

    private static Vocabulary named(List<Vocabulary> vocabularies, String id) throws CommandException {
        List<String> ids = vocabularies.stream().map(Vocabulary::id).toList();
        return vocabularies.stream()
                .filter(vocabulary -> vocabulary.id().equals(id))
                .findFirst()
                .orElseThrow(
                        () -> new CommandException("There is no vocabulary \"" + id + "\"" + Nearest.hint(id, ids)));
    }

    private static void list(Invocation call, List<Vocabulary> vocabularies) throws CommandException {
        if (call.json()) {
            Json.write(call.console(), json -> {
                json.writeStartArray();
                for (Vocabulary vocabulary : vocabularies) {
                    json.writeStartObject();
                    describe(json, vocabulary);
                    json.writeNumberField("words", vocabulary.entries().size());
                    json.writeEndObject();
                }
                json.writeEndArray();
            });
            return;
        }
        if (vocabularies.isEmpty()) {
            call.console().line("There are no vocabularies: no pack that shares any is installed.");
            return;
        }
        TextTable table = new TextTable("vocabulary", "words", "leads to", "title").numbers(1);
        vocabularies.forEach(vocabulary -> table.add(
                vocabulary.id(),
                Words.number(vocabulary.entries().size()),
                vocabulary.leadsTo().orElse(""),
                vocabulary.title()));
        table.print(call.console());
    }

    private static void show(Invocation call, List<Vocabulary> all, Vocabulary vocabulary) throws CommandException {
        List<String> columns = columns(call.services().catalog().dataSets(), all, vocabulary);
        if (call.json()) {
            Json.write(call.console(), json -> json(json, vocabulary, columns));
            return;
        }
        Console console = call.console();
        console.line(vocabulary.id() + ": " + vocabulary.title());
        if (!vocabulary.description().isEmpty()) {
            Words.wrapped("", "", vocabulary.description()).forEach(console::line);
        }
        Words.wrapped("Source: ", "  ", vocabulary.source()).forEach(console::line);
        if (!columns.isEmpty()) {
            Words.wrapped("Columns: ", "  ", Words.list(columns)).forEach(console::line);
        }
        console.line("");
        boolean leads = vocabulary.leadsTo().isPresent();
        TextTable table = leads
                ? new TextTable("word", "label", "in " + vocabulary.leadsTo().get(), "files may say")
                : new TextTable("word", "label", "in use", "files may say");
        for (Entry entry : vocabulary.entries()) {
            Column.Term term = entry.term();
            table.add(
                    term.value(),
                    term.label(),
                    leads ? belongs(entry) : entry.valid().words(),
                    term.synonyms().stream()
                            .filter(word -> !word.equals(term.label()))
                            .collect(Collectors.joining(", ")));
        }
        table.print(console);
        for (Entry entry : vocabulary.entries()) {
            if (!entry.source().isEmpty()) {
                Words.wrapped("", "  ", entry.term().value() + ": " + entry.source())
                        .forEach(console::line);
            }
        }
    }

    private static String belongs(Entry entry) {
        return entry.belongs().isEmpty()
                ? "not known"
                : entry.belongs().stream()
                        .map(belonging -> belonging.to()
                                + (belonging.valid().isAlways()
                                        ? ""
                                        : " (" + belonging.valid().words() + ")"))
                        .collect(Collectors.joining(", "));
    }

    /** Those that have its words, and those that are read through it. */
    private static List<String> columns(List<DataSet> dataSets, List<Vocabulary> all, Vocabulary vocabulary) {
        // of two with the same words, a column has those of the one that leads nowhere
        boolean isFirst = all.stream()
                .filter(other -> other.terms().equals(vocabulary.terms()))
                .min(Comparator.comparing(other -> other.leadsTo().isPresent()))
                .filter(vocabulary::equals)
                .isPresent();
        return dataSets.stream()
                .flatMap(dataSet -> dataSet.columns().stream()
                        .filter(column ->
                                isFirst && column.constraint().vocabulary().equals(vocabulary.terms())
                                        || column.reading().through().contains(vocabulary))
                        .map(column -> dataSet.id() + "." + column.name()))
                .toList();
    }

    private static void describe(JsonGenerator json, Vocabulary vocabulary) throws IOException {
        json.writeStringField("id", vocabulary.id());
        json.writeStringField("title", vocabulary.title());
        json.writeStringField("description", vocabulary.description());
        json.writeStringField("source", vocabulary.source());
        json.writeStringField("leadsTo", vocabulary.leadsTo().orElse(""));
    }

    private static void json(JsonGenerator json, Vocabulary vocabulary, List<String> columns) throws IOException {
        json.writeStartObject();
        describe(json, vocabulary);
        Json.strings(json, "columns", columns);
        json.writeArrayFieldStart("words");
        for (Entry entry : vocabulary.entries()) {
            json.writeStartObject();
            json.writeStringField("word", entry.term().value());
            json.writeStringField("label", entry.term().label());
            Json.strings(json, "synonyms", entry.term().synonyms());
            json.writeStringField("source", entry.source());
            validity(json, entry.valid());
            json.writeArrayFieldStart("in");
            for (Belonging belonging : entry.belongs()) {
                json.writeStartObject();
                json.writeStringField("to", belonging.to());
                validity(json, belonging.valid());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void validity(JsonGenerator json, Validity valid) throws IOException {
        json.writeStringField("from", valid.from().map(Object::toString).orElse(""));
        json.writeStringField("until", valid.until().map(Object::toString).orElse(""));
    }
}
