package org.opbrief.installer.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.opbrief.api.pack.InstalledPack;
import org.opbrief.api.pack.PackCheck;
import org.opbrief.api.pack.PackFiles;
import org.opbrief.api.pack.PackProblem;
import org.opbrief.installer.plan.Judgement.Broken;
import org.opbrief.installer.resolve.PackResource;
import org.opbrief.installer.resolve.Resolution;
import org.opbrief.installer.running.ShippedFiles;

/** What the catalog would have after a change, and what of it would not work. */
final class Effects {

    private final Surroundings surroundings;
    private final Draft draft;
    private final Map<String, InstalledPack> afterwards = new LinkedHashMap<>();

    Effects(Surroundings surroundings, Draft draft) {
        this.surroundings = surroundings;
        this.draft = draft;
        List<PackFiles> added = new ArrayList<>();
        for (String name : draft.going()) {
            // a pack that came with Opbrief comes back
            surroundings.running().shipped(name).map(ShippedFiles::new).ifPresent(added::add);
        }
        draft.coming().forEach(candidate -> added.add(candidate.pack().content()));
        for (InstalledPack pack : surroundings.packs().after(added, draft.going())) {
            afterwards.put(pack.name(), pack);
        }
    }

    Optional<InstalledPack> afterwards(String name) {
        return Optional.ofNullable(afterwards.get(name));
    }

    /** What is wrong in the packs that come, by file and line. */
    Collection<String> problems() {
        Set<String> problems = new LinkedHashSet<>();
        List<PackFiles> coming =
                draft.coming().stream().map(each -> each.pack().content()).toList();
        for (Candidate candidate : draft.coming()) {
            List<String> found = new ArrayList<>();
            for (PackCheck check : surroundings.checks().get()) {
                check.check(candidate.pack().content(), coming).stream()
                        .map(PackProblem::toString)
                        .forEach(found::add);
            }
            if (found.isEmpty()) {
                afterwards(candidate.name()).flatMap(InstalledPack::rejected).ifPresent(found::add);
            }
            found.forEach(problem -> problems.add(candidate.pack().title() + ": " + problem));
        }
        return problems;
    }

    /** Packs that stay, work now and would not. */
    List<Broken> broken(Resolution resolution) {
        Map<String, String> broken = new LinkedHashMap<>();
        Set<String> usable = resolution.packs().stream().map(PackResource::name).collect(Collectors.toSet());
        Set<String> before =
                draft.before().packs().stream().map(PackResource::name).collect(Collectors.toSet());
        for (PackResource pack : draft.remaining()) {
            if (resolution.problems().isEmpty() && before.contains(pack.name()) && !usable.contains(pack.name())) {
                broken.put(pack.name(), draft.lacks(pack, resolution.packs()));
            }
        }
        for (InstalledPack pack : surroundings.packs().installed()) {
            boolean stays = !draft.going().contains(pack.name())
                    && draft.coming(pack.name()).isEmpty();
            if (stays && pack.rejected().isEmpty()) {
                afterwards(pack.name())
                        .flatMap(InstalledPack::rejected)
                        .ifPresent(reason -> broken.putIfAbsent(pack.name(), reason));
            }
        }
        return broken.entrySet().stream()
                .map(entry -> new Broken(entry.getKey(), entry.getValue()))
                .toList();
    }
}
