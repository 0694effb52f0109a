package org.opbrief.packs;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.opbrief.api.pack.InstalledPack;

/**
 * Packs by name, each once. There are two of a name if a bundle's definitions are used and its report in Java is not, or while a version takes
 * the place of another.
 */
final class OneEach {

    private OneEach() {}

    static List<InstalledPack> of(Stream<InstalledPack> packs) {
        Map<String, InstalledPack> byName = new TreeMap<>();
        packs.forEach(pack -> byName.merge(pack.name(), pack, OneEach::merged));
        return List.copyOf(byName.values());
    }

    /** What either brings; the one that is not used tells why, and its version. */
    private static InstalledPack merged(InstalledPack first, InstalledPack second) {
        InstalledPack told = first.rejected().isPresent() ? first : second;
        return new InstalledPack(
                told.name(),
                told.version(),
                told.rejected(),
                both(first.reports(), second.reports()),
                both(first.dataSets(), second.dataSets()),
                both(first.factorSets(), second.factorSets()),
                both(first.vocabularies(), second.vocabularies()));
    }

    private static List<String> both(List<String> first, List<String> second) {
        TreeSet<String> both = new TreeSet<>(first);
        both.addAll(second);
        return List.copyOf(both);
    }
}
