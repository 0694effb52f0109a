package org.opbrief.packs.definition;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.opbrief.api.data.DataSet;
import org.opbrief.api.data.Unit;
import org.opbrief.packs.yaml.DefinitionException;
import org.opbrief.packs.yaml.Value;

/** Checks of names that definitions give or use. */
final class Names {

    /** Columns, measures, queries, figures and parameters: they stand in SQL and in texts. */
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,59}");

    /** Data sets, factor sets, reports and editions. */
    private static final Pattern ID = Pattern.compile("(?=.{1,60}$)[a-z][a-z0-9]*(-[a-z0-9]+)*");

    private Names() {}

    static String id(Value value) throws DefinitionException {
        return id(value.text(), value);
    }

    static String id(String id, Value at) throws DefinitionException {
        if (!ID.matcher(id).matches()) {
            throw at.error("the id '" + id
                    + "' is not lower case letters, digits and single hyphens, starting with a letter, 60 at most");
        }
        return id;
    }

    static String name(String name, Value at) throws DefinitionException {
        if (!NAME.matcher(name).matches()) {
            throw at.error("the name '" + name
                    + "' is not lower case letters, digits and underscores, starting with a letter, 60 at most");
        }
        return name;
    }

    static void check(Value at, String what, String name, Collection<String> known) throws DefinitionException {
        if (!known.contains(name)) {
            throw at.unknown(what, name, known);
        }
    }

    /** A list of names, each known; none if there is no value. */
    static List<String> known(Optional<Value> value, String what, Collection<String> known) throws DefinitionException {
        List<String> names = new ArrayList<>();
        if (value.isPresent()) {
            for (Value name : value.get().oneOrMore()) {
                check(name, what, name.text(), known);
                names.add(name.text());
            }
        }
        return names;
    }

    static DataSet dataSet(Value id, Function<String, Optional<DataSet>> dataSets) throws DefinitionException {
        return dataSet(id, id.text(), dataSets);
    }

    static DataSet dataSet(Value at, String id, Function<String, Optional<DataSet>> dataSets)
            throws DefinitionException {
        Optional<DataSet> dataSet = dataSets.apply(id);
        if (dataSet.isEmpty()) {
            throw at.error("the data set '" + id + "' is missing; install the pack that brings it");
        }
        return dataSet.get();
    }

    static Optional<Unit> unit(Optional<Value> value) throws DefinitionException {
        return value.isPresent() ? Optional.of(unit(value.get())) : Optional.empty();
    }

    static Unit unit(Value value) throws DefinitionException {
        Optional<Unit> unit = Unit.of(value.text());
        if (unit.isEmpty()) {
            throw value.unknown(
                    "the unit",
                    value.text(),
                    Unit.known().stream().map(Unit::id).toList());
        }
        return unit.get();
    }
}
