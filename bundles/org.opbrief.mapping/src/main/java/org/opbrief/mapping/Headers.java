package org.opbrief.mapping;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.opbrief.api.data.Column;
import org.opbrief.api.data.Mapping;
import org.opbrief.api.data.Unit;

/** How headers are compared. */
final class Headers {
    private Headers() {}

    /** Without case, spaces and punctuation. */
    static String bare(String header) {
        return header.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    /** All names that a data set has for a column. */
    static List<String> names(Column column) {
        List<String> names = new ArrayList<>();
        names.add(column.name());
        names.addAll(column.reading().headers());
        return names;
    }

    /** As a message names a column. */
    static String shown(Column column) {
        List<String> others = column.reading().headers();
        return others.isEmpty() ? column.name() : column.name() + " (or " + String.join(", ", others) + ")";
    }

    /** The words of a header in lower case, without those that are a unit. */
    static Set<String> words(String header) {
        Set<String> words = new TreeSet<>();
        for (String word : split(header)) {
            if (unit(word).isEmpty()) {
                words.add(word);
            }
        }
        return words;
    }

    /** The unit of measurement that a header names, if it names one. */
    static Optional<Unit> unitOf(String header) {
        return split(header).stream().flatMap(word -> unit(word).stream()).findFirst();
    }

    /** The unit that a header names, if the column's numbers could be in it. */
    static Optional<Unit> unit(Column column, String header) {
        return unitOf(header)
                .filter(unit -> column.unit().filter(unit::convertsTo).isPresent());
    }

    /** The file's column of that header, read in the unit that it names. */
    static Mapping.FromHeader inItsUnit(Column column, String header) {
        Optional<Mapping.NumberUnit> unit = unit(column, header)
                .filter(found -> !found.equals(column.unit().orElseThrow()))
                .map(Mapping.SameUnit::new);
        return new Mapping.FromHeader(header, unit, Map.of(), Optional.empty(), Optional.empty());
    }

    private static Optional<Unit> unit(String word) {
        String singular = word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
        return Unit.known().stream()
                .filter(unit -> unit.dimension() == Unit.Dimension.MASS)
                .filter(unit -> unit.id().equals(singular) || unit.singular().equals(singular))
                .findFirst();
    }

    private static List<String> split(String header) {
        String spaced = header.replaceAll("(\\p{Ll})(\\p{Lu})", "$1 $2").toLowerCase(Locale.ROOT);
        return Arrays.stream(spaced.split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
