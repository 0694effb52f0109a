package org.opbrief.packs.definition;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.opbrief.api.data.Column;
import org.opbrief.api.data.ColumnType;
import org.opbrief.api.data.DataSet;
import org.opbrief.api.report.Edition;
import org.opbrief.api.report.Marking;
import org.opbrief.api.report.Parameter;
import org.opbrief.packs.yaml.DefinitionException;
import org.opbrief.packs.yaml.Settings;
import org.opbrief.packs.yaml.Value;

/** Reads what a report may be asked for: its {@code parameters} and {@code editions}. */
final class ParameterReader {

    private static final List<Edition> USUAL_EDITIONS = List.of(
            new Edition("internal", "Internal", new Marking("FOR OFFICIAL USE ONLY", "#8a1c1c")),
            new Edition("public", "Public", Marking.NONE));

    private final Function<String, Optional<DataSet>> dataSets;

    ParameterReader(Function<String, Optional<DataSet>> dataSets) {
        this.dataSets = dataSets;
    }

    List<Parameter> parameters(Settings report) throws DefinitionException {
        List<Parameter> parameters = new ArrayList<>();
        for (Map.Entry<String, Value> entry : report.entries("parameters").entrySet()) {
            parameters.add(parameter(
                    Names.name(entry.getKey(), entry.getValue()),
                    entry.getValue().settings()));
        }
        return parameters;
    }

    private Parameter parameter(String name, Settings settings) throws DefinitionException {
        Optional<Value> type = settings.find("type");
        Optional<Value> initial = settings.find("default");
        Optional<Value> choices = settings.find("choices");
        Parameter parameter = new Parameter(
                name,
                settings.needText("label"),
                settings.text("description"),
                type.isPresent() ? ColumnReader.type(type.get()) : ColumnType.TEXT,
                settings.flag("required", false),
                initial.isPresent() ? Optional.of(initial.get().text()) : Optional.empty(),
                choices(choices),
                others(choices));
        settings.end();
        List<String> values =
                parameter.choices().stream().map(Parameter.Choice::value).toList();
        if (initial.isPresent() && !values.isEmpty()) {
            Names.check(initial.get(), "the choice", initial.get().text(), values);
        }
        if (type.isPresent() && parameter.type() != ColumnType.TEXT && !values.isEmpty()) {
            throw type.get().error("a parameter with choices is text");
        }
        return parameter;
    }

    /** A list of values, a map of values and labels, or {@code seizure.division} for the vocabulary of a column. */
    private List<Parameter.Choice> choices(Optional<Value> value) throws DefinitionException {
        if (value.isEmpty()) {
            return List.of();
        }
        List<Column.Term> terms = value.get().isText() ? vocabulary(value.get()) : VocabularyReader.read(value.get());
        return terms.stream()
                .map(term -> new Parameter.Choice(term.value(), term.label(), term.synonyms()))
                .toList();
    }

    private List<Column.Term> vocabulary(Value value) throws DefinitionException {
        return column(value).constraint().vocabulary();
    }

    /** The column whose vocabulary the choices are, if that is open. */
    private Optional<Parameter.DataColumn> others(Optional<Value> choices) throws DefinitionException {
        if (choices.isEmpty()
                || !choices.get().isText()
                || !column(choices.get()).constraint().open()) {
            return Optional.empty();
        }
        String[] names = choices.get().text().split("\\.", 2);
        return Optional.of(new Parameter.DataColumn(names[0], names[1]));
    }

    private Column column(Value value) throws DefinitionException {
        String[] names = value.text().split("\\.", 2);
        if (names.length < 2) {
            throw value.error("choices are a list, or dataset.column for that column's vocabulary");
        }
        DataSet dataSet = Names.dataSet(value, names[0], dataSets);
        Optional<Column> column = dataSet.column(names[1]);
        if (column.isEmpty()) {
            throw value.unknown(
                    "the column of " + names[0],
                    names[1],
                    dataSet.columns().stream().map(Column::name).toList());
        }
        if (column.get().constraint().vocabulary().isEmpty()) {
            throw value.error("the column '" + names[1] + "' of " + names[0] + " has no vocabulary to choose from");
        }
        return column.get();
    }

    static List<Edition> editions(Settings report) throws DefinitionException {
        List<Edition> editions = new ArrayList<>();
        for (Map.Entry<String, Value> entry : report.entries("editions").entrySet()) {
            Settings edition = entry.getValue().settings();
            Optional<Value> marking = edition.find("marking");
            editions.add(new Edition(
                    Names.id(entry.getKey(), entry.getValue()),
                    edition.needText("label"),
                    marking.isPresent() ? marking(marking.get().settings()) : Marking.NONE));
            edition.end();
        }
        return editions.isEmpty() ? USUAL_EDITIONS : editions;
    }

    private static Marking marking(Settings settings) throws DefinitionException {
        String text = settings.needText("text");
        Optional<Value> color = settings.find("color");
        if (color.isPresent() && !color.get().text().matches("#[0-9a-fA-F]{6}")) {
            throw color.get()
                    .error("a color is written \"#rrggbb\", not '" + color.get().text() + "'");
        }
        settings.end();
        return new Marking(text, color.isPresent() ? color.get().text() : Marking.NONE.color());
    }
}
