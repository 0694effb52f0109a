package org.opbrief.packs.definition;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.opbrief.api.data.Unit;
import org.opbrief.packs.yaml.DefinitionException;
import org.opbrief.packs.yaml.Value;

/** Checks of names that definitions give or use. */
final class Names {

    private Names() {}

    static String id(Value value, Pattern pattern) throws DefinitionException {
        String id = value.text();
        if (!pattern.matcher(id).matches()) {
            throw value.error(
                    "the id '" + id + "' is not lower case letters, digits and hyphens, starting with a letter");
        }
        return id;
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

    static Optional<Unit> unit(Optional<Value> value) throws DefinitionException {
        if (value.isEmpty()) {
            return Optional.empty();
        }
        String id = value.get().text();
        return Optional.of(Unit.of(id).orElseThrow(() -> value.get()
                .unknown("the unit", id, Unit.known().stream().map(Unit::id).toList())));
    }
}
