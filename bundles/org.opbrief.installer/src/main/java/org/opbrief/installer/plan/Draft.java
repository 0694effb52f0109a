package org.opbrief.installer.plan;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.opbrief.api.pack.PackException;
import org.opbrief.installer.lock.PacksLock;
import org.opbrief.installer.repository.Repository;
import org.opbrief.installer.resolve.Missing;
import org.opbrief.installer.resolve.Offer;
import org.opbrief.installer.resolve.PackResource;
import org.opbrief.installer.resolve.Resolution;
import org.opbrief.installer.running.RunningPacks;
import org.opbrief.installer.source.Named;
import org.opbrief.installer.source.Scratch;
import org.osgi.framework.Bundle;
import org.osgi.framework.Version;

/** A change that is being put together: what comes, what goes, and what has to come along. */
final class Draft {

    private final Surroundings surroundings;
    private final Scratch scratch;
    private final PacksLock base;
    private final Present present;
    private final Map<String, Candidate> coming = new TreeMap<>();
    private final Set<String> going = new TreeSet<>();
    private final List<Repository> repositories = new ArrayList<>();
    private Predicate<Repository.Entry> mayComeAlong = entry -> true;

    Draft(Surroundings surroundings, Scratch scratch, PacksLock base) {
        this.surroundings = surroundings;
        this.scratch = scratch;
        this.base = base;
        this.present = new Present(surroundings.folder(), base);
    }

    PacksLock base() {
        return base;
    }

    Collection<Candidate> coming() {
        return coming.values();
    }

    Optional<Candidate> coming(String name) {
        return Optional.ofNullable(coming.get(name));
    }

    Set<String> going() {
        return going;
    }

    void open(List<String> places) throws PackException {
        for (String place : places) {
            repositories.add(Repository.open(place, scratch, surroundings.download()));
        }
    }

    List<Repository> repositories() {
        return repositories;
    }

    void onlyAlong(Predicate<Repository.Entry> allowed) {
        mayComeAlong = allowed;
    }

    Candidate verify(Path jar, String source) throws PackException {
        return Candidate.of(surroundings.verifier().verify(jar, source), source);
    }

    Candidate fetch(Repository.Entry entry) throws PackException {
        Path jar = entry.fetch(scratch, surroundings.download());
        Candidate candidate = verify(jar, entry.address().toString());
        if (!candidate.name().equals(entry.pack().name())
                || !candidate.pack().version().equals(entry.pack().version())) {
            throw new PackException("The repository's index says that " + entry.address() + " is " + entry.pack()
                    + ", but it is " + candidate.pack().title() + ": its index has to be made again.");
        }
        return candidate;
    }

    /** @param replaces whether a newer version takes the place of one that was added before */
    void add(Candidate candidate, boolean replaces) throws PackException {
        Candidate other = coming.get(candidate.name());
        if (other == null || other.pack().sha256().equals(candidate.pack().sha256())) {
            coming.put(candidate.name(), candidate);
            return;
        }
        int newer = candidate.pack().version().compareTo(other.pack().version());
        if (newer == 0) {
            throw new PackException("%s and %s are both the pack %s, with different content: give one of them."
                    .formatted(
                            other.source(), candidate.source(), candidate.pack().title()));
        }
        if (!replaces) {
            throw new PackException("%s is the pack %s, and %s is its version %s: give one of them."
                    .formatted(
                            other.source(),
                            other.pack().title(),
                            candidate.source(),
                            candidate.pack().version()));
        }
        if (newer > 0) {
            coming.put(candidate.name(), candidate);
        }
    }

    /** Something that needs no change after all. */
    void drop(Candidate candidate) {
        coming.remove(candidate.name());
    }

    void remove(String name) {
        going.add(name);
    }

    /** The pack in the first repository that has it, in its newest version or in the one that is asked for. */
    Optional<Repository.Entry> find(Named named) {
        return repositories.stream()
                .flatMap(repository -> repository.entries().stream())
                .filter(entry -> named.fits(entry.pack().name(), entry.pack().version()))
                .findFirst();
    }

    /** Finds what is needed besides and adds it. */
    Resolution settle() throws PackException {
        while (true) {
            Map<PackResource, Repository.Entry> available = available();
            Resolution resolution = Resolution.of(comingResources(), remaining(), available.keySet(), offer());
            List<PackResource> chosen =
                    resolution.packs().stream().filter(available::containsKey).toList();
            if (chosen.isEmpty()) {
                return resolution;
            }
            Set<String> names = new HashSet<>();
            for (PackResource pack : chosen) {
                if (!names.add(pack.name())) {
                    throw new PackException("The packs need two versions of " + pack.name()
                            + " at once, and there can be one only: install them one after the other.");
                }
                add(fetch(available.get(pack)), false);
            }
        }
    }

    /** How all fit together without this change. */
    Resolution before() {
        return Resolution.of(
                List.of(), present.all(), List.of(), offer(base.byName().keySet()));
    }

    /**
     * What a pack of the workspace lacks after the change, in words.
     *
     * @param usable packs that can be used then
     */
    String lacks(PackResource pack, Collection<PackResource> usable) {
        return Missing.lacks(pack, usable, offer()).orElse("it cannot be put together with the others");
    }

    /** The packs of the workspace that stay as they are. */
    List<PackResource> remaining() {
        return present.all().stream()
                .filter(pack -> !going.contains(pack.name()) && !coming.containsKey(pack.name()))
                .toList();
    }

    List<PackResource> comingResources() {
        return coming.values().stream().map(Candidate::resource).toList();
    }

    private Map<PackResource, Repository.Entry> available() {
        Map<PackResource, Repository.Entry> available = new LinkedHashMap<>();
        repositories.stream()
                .flatMap(repository -> repository.entries().stream())
                .filter(entry -> !coming.containsKey(entry.pack().name())
                        && !going.contains(entry.pack().name())
                        && isNewer(entry.pack())
                        && mayComeAlong.test(entry))
                .forEach(entry -> available.put(entry.pack(), entry));
        return available;
    }

    private boolean isNewer(PackResource pack) {
        return version(pack.name())
                .map(version -> pack.version().compareTo(version) > 0)
                .orElse(true);
    }

    /** The version that is there now, in the workspace or with Opbrief. */
    Optional<Version> version(String name) {
        return base.pack(name)
                .map(pack -> Version.parseVersion(pack.version()))
                .or(() -> surroundings.running().shipped(name).map(Bundle::getVersion));
    }

    /** Packages that a pack imports, be it optionally, although they are closed to packs. */
    List<String> closedImports(Candidate candidate) {
        Collection<String> imports = candidate.pack().imports();
        // what is on offer is known only after asking all bundles
        return imports.isEmpty()
                ? List.of()
                : imports.stream().filter(offer()::exports).toList();
    }

    private Offer offer() {
        Set<String> replaced = new HashSet<>(base.byName().keySet());
        replaced.removeAll(going);
        replaced.addAll(coming.keySet());
        return offer(replaced);
    }

    private Offer offer(Set<String> replaced) {
        return Offer.of(
                surroundings.context(),
                bundle -> !RunningPacks.isOfWorkspace(bundle) && !replaced.contains(bundle.getSymbolicName()));
    }
}
