package org.opbrief.installer.lock;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which packs a workspace has.
 *
 * @param packs by name
 * @param earlier the packs before the last change, before the one before it, and so on
 */
public record PacksLock(List<LockedPack> packs, List<List<LockedPack>> earlier) {

    public static final PacksLock EMPTY = new PacksLock(List.of(), List.of());

    public PacksLock {
        packs = sorted(packs);
        earlier = earlier.stream().map(PacksLock::sorted).toList();
    }

    private static List<LockedPack> sorted(Collection<LockedPack> packs) {
        return packs.stream().sorted(LockedPack.ORDER).toList();
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
        return new PacksLock(List.copyOf(changed), history);
    }

    /** Before the last change. */
    public Optional<PacksLock> undone() {
        return earlier.isEmpty()
                ? Optional.empty()
                : Optional.of(new PacksLock(earlier.get(0), earlier.subList(1, earlier.size())));
    }

    /** Without the way back. */
    public PacksLock pruned() {
        return new PacksLock(packs, List.of());
    }

    /** Packs that are kept for the way back only, each once, newest state first. */
    public List<LockedPack> kept() {
        return earlier.stream()
                .flatMap(List::stream)
                .filter(pack -> packs.stream().noneMatch(now -> now.fileName().equals(pack.fileName())))
                .collect(Collectors.toMap(
                        LockedPack::fileName, pack -> pack, (first, second) -> first, LinkedHashMap::new))
                .values()
                .stream()
                .toList();
    }

    /** Names of all jars that must stay. */
    public Collection<String> fileNames() {
        return Stream.concat(packs.stream(), kept().stream())
                .map(LockedPack::fileName)
                .collect(Collectors.toSet());
    }
}
