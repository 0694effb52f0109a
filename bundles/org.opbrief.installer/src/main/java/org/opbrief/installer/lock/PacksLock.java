package org.opbrief.installer.lock;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which packs a workspace has, and which of its jars it keeps besides. Going back takes the first of the earlier states, so that going back
 * again leads further back; what is left on the way is kept until it is pruned.
 *
 * @param packs by name
 * @param earlier the packs before the last change, before the one before it, and so on
 * @param left packs that were left by going back and that no earlier state has, the last one left first
 */
public record PacksLock(List<LockedPack> packs, List<List<LockedPack>> earlier, List<LockedPack> left) {

    public static final PacksLock EMPTY = new PacksLock(List.of(), List.of(), List.of());

    public PacksLock {
        packs = sorted(packs);
        earlier = earlier.stream().map(PacksLock::sorted).toList();
        List<LockedPack> others =
                distinct(Stream.concat(packs.stream(), earlier.stream().flatMap(List::stream)));
        left = without(distinct(left.stream()), others);
    }

    private static List<LockedPack> sorted(Collection<LockedPack> packs) {
        return packs.stream().sorted(LockedPack.ORDER).toList();
    }

    private static List<LockedPack> distinct(Stream<LockedPack> packs) {
        return packs
                .collect(Collectors.toMap(
                        LockedPack::fileName, pack -> pack, (first, second) -> first, LinkedHashMap::new))
                .values()
                .stream()
                .toList();
    }

    private static List<LockedPack> without(List<LockedPack> packs, Collection<LockedPack> others) {
        Set<String> names = fileNames(others);
        return packs.stream().filter(pack -> !names.contains(pack.fileName())).toList();
    }

    private static Set<String> fileNames(Collection<LockedPack> packs) {
        return packs.stream().map(LockedPack::fileName).collect(Collectors.toSet());
    }

    public Optional<LockedPack> pack(String name) {
        return packs.stream().filter(pack -> pack.name().equals(name)).findFirst();
    }

    public Map<String, LockedPack> byName() {
        return packs.stream()
                .collect(
                        Collectors.toMap(LockedPack::name, pack -> pack, (first, second) -> first, LinkedHashMap::new));
    }

    /** After a change, which can be undone. */
    public PacksLock with(Collection<LockedPack> changed) {
        List<List<LockedPack>> history = new ArrayList<>();
        history.add(packs);
        history.addAll(earlier);
        return new PacksLock(List.copyOf(changed), history, left);
    }

    /** Before the last change. */
    public Optional<PacksLock> undone() {
        if (earlier.isEmpty()) {
            return Optional.empty();
        }
        List<LockedPack> leaving = new ArrayList<>(packs);
        leaving.addAll(left);
        return Optional.of(new PacksLock(earlier.get(0), earlier.subList(1, earlier.size()), leaving));
    }

    /** Without what is kept. */
    public PacksLock pruned() {
        return new PacksLock(packs, List.of(), List.of());
    }

    /** Packs that are not used but kept, each once: those that were left, then those of earlier states, newest first. */
    public List<LockedPack> kept() {
        return without(distinct(Stream.concat(left.stream(), earlier.stream().flatMap(List::stream))), packs);
    }

    /** Names of all jars that must stay. */
    public Collection<String> fileNames() {
        Set<String> names = fileNames(packs);
        names.addAll(fileNames(kept()));
        return names;
    }
}
