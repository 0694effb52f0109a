package org.opbrief.installer.resolve;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.opbrief.installer.resolve.Resolution.Need;

/** Packs that need each other, so that none of them can come first. */
public final class Circles {

    private final Collection<Need> needs;

    public Circles(Collection<Need> needs) {
        this.needs = needs;
    }

    /** The first circle that has this pack in it, as a sentence that is the same for all packs in it. */
    public Optional<String> with(PackResource pack) {
        return way(pack, pack, new HashSet<>(), List.of())
                .map(Circles::fromTheFirstName)
                .map(way -> "The packs need each other in a circle, so that none can come first: "
                        + String.join(
                                ", ",
                                way.stream()
                                        .map(need -> need.by().name() + " needs the " + need.what() + " of "
                                                + need.from().orElseThrow().name())
                                        .toList())
                        + ".");
    }

    private static List<Need> fromTheFirstName(List<Need> circle) {
        Need first =
                Collections.min(circle, Comparator.comparing(need -> need.by().name()));
        List<Need> turned = new ArrayList<>(circle);
        Collections.rotate(turned, -circle.indexOf(first));
        return turned;
    }

    private Optional<List<Need>> way(PackResource from, PackResource to, Set<PackResource> seen, List<Need> before) {
        for (Need need : needs) {
            if (need.by() != from || need.from().isEmpty()) {
                continue;
            }
            List<Need> way = new ArrayList<>(before);
            way.add(need);
            PackResource next = need.from().get();
            if (next == to) {
                return Optional.of(way);
            }
            if (seen.add(next)) {
                Optional<List<Need>> found = way(next, to, seen, way);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    /** Those that are needed before those that need them. */
    public static List<PackResource> ordered(Collection<PackResource> packs, Collection<Need> needs) {
        Set<PackResource> ordered = new java.util.LinkedHashSet<>();
        packs.forEach(pack -> place(pack, packs, needs, ordered, new HashSet<>()));
        return List.copyOf(ordered);
    }

    private static void place(
            PackResource pack,
            Collection<PackResource> packs,
            Collection<Need> needs,
            Set<PackResource> ordered,
            Set<PackResource> open) {
        if (!open.add(pack)) {
            return;
        }
        needs.stream()
                .filter(need -> need.by() == pack)
                .flatMap(need -> need.from().stream())
                .filter(packs::contains)
                .forEach(needed -> place(needed, packs, needs, ordered, open));
        ordered.add(pack);
    }
}
