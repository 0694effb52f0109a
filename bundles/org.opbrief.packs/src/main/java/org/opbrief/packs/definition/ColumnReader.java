package org.opbrief.packs.definition;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import org.opbrief.api.data.Column;
import org.opbrief.api.data.ColumnType;
import org.opbrief.api.data.Unit;
import org.opbrief.api.data.Vocabulary;
import org.opbrief.packs.yaml.DefinitionException;
import org.opbrief.packs.yaml.Settings;
import org.opbrief.packs.yaml.Value;

/** Reads a column of a data set. */
final class ColumnReader {

    private static final Map<String, ColumnType> TYPES = Map.of(
            "text", ColumnType.TEXT,
            "integer", ColumnType.INTEGER,
            "decimal", ColumnType.DECIMAL,
            "date", ColumnType.DATE,
            "boolean", ColumnType.BOOLEAN);
    static final List<String> TYPE_NAMES = List.of("text", "integer", "decimal", "date", "boolean");
    private static final int MOST_DIGITS = 18;
    private static final int USUAL_SCALE = 6;

    /** Look-around and back references, which the engine's regular expressions (RE2) do not have. */
    private static final Pattern NOT_RE2 = Pattern.compile("\\(\\?(<?[=!]|>)|\\\\[1-9]");

    private final Vocabularies vocabularies;

    ColumnReader(Vocabularies vocabularies) {
        this.vocabularies = vocabularies;
    }

    Column read(String name, Value value) throws DefinitionException {
        Names.name(name, value);
        if (name.equals("any")) {
            throw value.error("a column cannot be named 'any', which is a word of queries");
        }
        Settings settings = value.settings();
        String title = settings.needText("title");
        String description = settings.text("description");
        ColumnType type = type(settings);
        Column column = new Column(
                name,
                title,
                description,
                type,
                scale(settings, type),
                unit(settings, type),
                reading(settings, type),
                constraint(settings, type));
        settings.end();
        return column;
    }

    private static ColumnType type(Settings settings) throws DefinitionException {
        return settings.has("type") ? type(settings.need("type")) : ColumnType.TEXT;
    }

    static ColumnType type(Value value) throws DefinitionException {
        return TYPES.get(value.word(TYPE_NAMES));
    }

    private static int scale(Settings settings, ColumnType type) throws DefinitionException {
        Optional<Value> scale = settings.find("scale");
        if (type != ColumnType.DECIMAL) {
            refuse(scale, "only a decimal column has a scale");
            return 0;
        }
        return scale.isPresent() ? scale.get().whole(0, MOST_DIGITS) : USUAL_SCALE;
    }

    private static Optional<Unit> unit(Settings settings, ColumnType type) throws DefinitionException {
        Optional<Value> unit = settings.find("unit");
        if (!isNumber(type)) {
            refuse(unit, "only a number has a unit");
        }
        return Names.unit(unit);
    }

    static boolean isNumber(ColumnType type) {
        return type == ColumnType.INTEGER || type == ColumnType.DECIMAL;
    }

    private Column.Reading reading(Settings settings, ColumnType type) throws DefinitionException {
        Optional<Value> matches = settings.find("matches");
        if (type != ColumnType.BOOLEAN) {
            refuse(matches, "only a boolean column has 'matches'");
        }
        return new Column.Reading(
                settings.texts("headers"), expression(settings.find("strip")), expression(matches), through(settings));
    }

    private static Optional<String> expression(Optional<Value> value) throws DefinitionException {
        if (value.isEmpty()) {
            return Optional.empty();
        }
        String expression = value.get().text();
        try {
            Pattern.compile(expression);
        } catch (PatternSyntaxException e) {
            throw value.get().error("'" + expression + "' is not a regular expression: " + e.getDescription());
        }
        if (NOT_RE2.matcher(expression).find()) {
            throw value.get()
                    .error("'" + expression + "' looks around or refers back, which is not possible here (RE2)");
        }
        return Optional.of(expression);
    }

    private Column.Constraint constraint(Settings settings, ColumnType type) throws DefinitionException {
        boolean required = settings.flag("required", false);
        Optional<BigDecimal> minimum = bound(settings, "minimum", type);
        Optional<BigDecimal> maximum = bound(settings, "maximum", type);
        if (minimum.isPresent() && maximum.isPresent() && minimum.get().compareTo(maximum.get()) > 0) {
            throw settings.need("minimum").error("the minimum is above the maximum");
        }
        Optional<Value> vocabulary = settings.find("vocabulary");
        if (type != ColumnType.TEXT) {
            refuse(vocabulary, "only a text column has a vocabulary");
        }
        Optional<Value> open = settings.find("open");
        if (vocabulary.isEmpty()) {
            refuse(open, "only a column with a vocabulary is open");
        }
        return new Column.Constraint(
                required,
                minimum,
                maximum,
                vocabulary.isPresent() ? vocabulary(vocabulary.get()) : List.of(),
                open.isPresent() && open.get().bool());
    }

    private static Optional<BigDecimal> bound(Settings settings, String key, ColumnType type)
            throws DefinitionException {
        Optional<Value> bound = settings.find(key);
        if (!isNumber(type)) {
            refuse(bound, "only a number has a " + key);
        }
        return bound.isPresent() ? Optional.of(bound.get().number()) : Optional.empty();
    }

    /** Written out, or the name of one that is shared. */
    private List<Column.Term> vocabulary(Value value) throws DefinitionException {
        return value.isText() ? vocabularies.terms(value) : VocabularyReader.read(value);
    }

    /** What leads to words of the column's vocabulary. */
    private List<Vocabulary> through(Settings settings) throws DefinitionException {
        Optional<Value> through = settings.find("through");
        Optional<Value> vocabulary = settings.find("vocabulary");
        List<Vocabulary> found = new ArrayList<>();
        if (through.isPresent()) {
            if (vocabulary.isEmpty() || !vocabulary.get().isText() || settings.flag("open", false)) {
                throw through.get()
                        .error("only a column with a shared vocabulary that is not open is read through others");
            }
            vocabularies.terms(vocabulary.get());
            for (Value name : through.get().oneOrMore()) {
                found.add(vocabularies.leading(name, vocabulary.get().text()));
            }
        }
        return found;
    }

    private static void refuse(Optional<Value> value, String reason) throws DefinitionException {
        if (value.isPresent()) {
            throw value.get().error(reason);
        }
    }

    /** All that a file may call the column. */
    static Stream<String> headers(Column column) {
        return Stream.concat(Stream.of(column.name()), column.reading().headers().stream());
    }
}
