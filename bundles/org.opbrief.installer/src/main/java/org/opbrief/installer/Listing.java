package org.opbrief.installer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.opbrief.api.pack.InstalledPack;
import org.opbrief.api.pack.PackStatus;
import org.opbrief.installer.lock.LockedPack;
import org.opbrief.installer.lock.PacksLock;
import org.opbrief.installer.plan.Describing;
import org.opbrief.installer.plan.Surroundings;
import org.opbrief.installer.running.Startable;

/** What packs there are. */
final class Listing {

    private final Surroundings surroundings;

    Listing(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** @param tried takes the place of one with its name */
    List<PackStatus> of(PacksLock lock, Optional<Startable> tried) {
        Map<String, InstalledPack> known = new TreeMap<>();
        for (InstalledPack pack : surroundings.packs().installed()) {
            known.put(pack.name(), pack);
        }
        surroundings.running().failed().forEach((pack, reason) -> known.put(pack.name(), rejected(pack, reason)));
        Describing describing = new Describing(surroundings);
        List<PackStatus> list = new ArrayList<>();
        known.forEach((name, pack) -> {
            boolean isTried = tried.filter(each -> each.name().equals(name)).isPresent();
            Optional<LockedPack> locked = lock.pack(name).filter(each -> !isTried);
            list.add(new PackStatus(
                    pack,
                    lock.pack(name).isEmpty() && !isTried,
                    locked.flatMap(describing::verified),
                    earlier(lock, name)));
        });
        return list;
    }

    private static InstalledPack rejected(Startable pack, String reason) {
        return new InstalledPack(pack.name(), pack.version(), Optional.of(reason), List.of(), List.of(), List.of());
    }

    private static List<String> earlier(PacksLock lock, String name) {
        return lock.kept().stream()
                .filter(pack -> pack.name().equals(name))
                .map(LockedPack::version)
                .distinct()
                .sorted(Comparator.comparing(org.osgi.framework.Version::parseVersion)
                        .reversed())
                .toList();
    }
}
