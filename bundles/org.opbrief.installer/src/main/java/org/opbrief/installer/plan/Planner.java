package org.opbrief.installer.plan;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.opbrief.api.pack.InstallRequest;
import org.opbrief.api.pack.PackException;
import org.opbrief.installer.lock.LockedPack;
import org.opbrief.installer.lock.PacksFolder;
import org.opbrief.installer.lock.PacksLock;
import org.opbrief.installer.repository.Repository;
import org.opbrief.installer.source.Given;
import org.opbrief.installer.source.Named;
import org.opbrief.installer.source.Scratch;
import org.opbrief.installer.source.Sources;

/** Works out what a change would do. Changes nothing: what comes is in the scratch folder. */
public final class Planner {

    private final Surroundings surroundings;
    private final Scratch scratch;
    private final PacksLock base;
    private final Kept kept;

    public Planner(Surroundings surroundings, Scratch scratch, PacksLock base) {
        this.surroundings = surroundings;
        this.scratch = scratch;
        this.base = base;
        this.kept = new Kept(surroundings.folder(), base, scratch);
    }

    public Prepared install(InstallRequest request) throws PackException {
        Draft draft = new Draft(surroundings, scratch, base);
        Given given = Sources.find(request.sources(), scratch, surroundings.download());
        draft.open(given.repositories());
        draft.open(request.repositories());
        for (Given.Jar jar : given.jars()) {
            draft.add(draft.verify(jar.copy(), jar.source()), !jar.one());
        }
        for (Named named : given.names()) {
            draft.add(fetch(draft, named), false);
        }
        if (request.lock().isPresent()) {
            addLocked(draft, request.lock().get());
        }
        return new Judgement(surroundings, draft, Judgement.Kind.NEW).prepared(base::with);
    }

    private Candidate fetch(Draft draft, Named named) throws PackException {
        Optional<Repository.Entry> entry = draft.find(named);
        if (entry.isPresent()) {
            return draft.fetch(entry.get());
        }
        Optional<LockedPack> own = kept.find(named);
        if (own.isPresent()) {
            return kept(draft, own.get());
        }
        if (draft.repositories().isEmpty()) {
            throw new PackException("There is no file " + named
                    + ", and no repository was given in which a pack could be found by its name.");
        }
        String places = draft.repositories().stream().map(Repository::name).collect(Collectors.joining(", "));
        Set<String> versions = draft.repositories().stream()
                .flatMap(repository -> repository.entries().stream())
                .filter(each -> each.pack().name().equals(named.name()))
                .map(each -> each.pack().version().toString())
                .collect(Collectors.toCollection(java.util.LinkedHashSet::new));
        throw new PackException(
                versions.isEmpty()
                        ? "No repository has a pack " + named.name() + "; looked in " + places + "."
                        : "No repository has the version " + named.version().orElseThrow() + " of the pack "
                                + named.name() + ", only " + String.join(", ", versions) + ".");
    }

    /** The packs that another workspace's lock file names, byte for byte. */
    private void addLocked(Draft draft, Path file) throws PackException {
        if (!Files.exists(file)) {
            throw new PackException("There is no file " + file + ".");
        }
        List<LockedPack> wanted = PacksFolder.read(file).packs();
        Set<String> allowed = wanted.stream().map(LockedPack::sha256).collect(Collectors.toSet());
        draft.onlyAlong(entry -> allowed.contains(entry.sha256()));
        for (LockedPack pack : wanted) {
            boolean there = Stream.concat(
                            base.packs().stream().map(LockedPack::sha256),
                            draft.coming().stream()
                                    .map(candidate -> candidate.pack().sha256()))
                    .anyMatch(pack.sha256()::equals);
            if (!there) {
                draft.add(locked(draft, pack, file), false);
            }
        }
    }

    private Candidate locked(Draft draft, LockedPack pack, Path file) throws PackException {
        Optional<LockedPack> own = kept.find(pack.sha256());
        Optional<Path> copy = own.isPresent() ? kept.copy(own.get()) : Optional.empty();
        if (copy.isPresent()) {
            return draft.verify(copy.get(), pack.source());
        }
        for (Repository repository : draft.repositories()) {
            for (Repository.Entry entry : repository.entries()) {
                if (entry.sha256().equals(pack.sha256())) {
                    return draft.fetch(entry);
                }
            }
        }
        Named named = Named.of(pack.name() + "@" + pack.version());
        throw new PackException(
                draft.find(named).isPresent()
                        ? "The repository's pack %s is not the one that %s names: its SHA-256 is %s, and not %s."
                                .formatted(pack, file, draft.find(named).get().sha256(), pack.sha256())
                        : "%s names the pack %s (SHA-256 %s), which is neither given nor in a repository."
                                .formatted(file, pack, pack.sha256()));
    }

    private Candidate kept(Draft draft, LockedPack pack) throws PackException {
        Optional<Path> copy = kept.copy(pack);
        if (copy.isEmpty()) {
            throw new PackException("The pack " + pack + " cannot be brought back: its file "
                    + surroundings.folder().jar(pack)
                    + " is gone or was changed after it was installed; install it from where it came: " + pack.source()
                    + ".");
        }
        return draft.verify(copy.get(), pack.source());
    }

    /** @param names all packs of the workspace if there are none */
    public Prepared update(Collection<String> names, List<String> repositories) throws PackException {
        Draft draft = new Draft(surroundings, scratch, base);
        if (repositories.isEmpty()) {
            throw new PackException("No repository was given in which newer versions could be.");
        }
        draft.open(repositories);
        for (String name : names.isEmpty() ? base.byName().keySet() : names) {
            requireInstalled(name);
            Optional<Repository.Entry> newest = draft.repositories().stream()
                    .flatMap(repository -> repository.entries().stream())
                    .filter(entry -> entry.pack().name().equals(name))
                    .max(java.util.Comparator.comparing(entry -> entry.pack().version()));
            if (newest.isPresent()
                    && newest.get()
                                    .pack()
                                    .version()
                                    .compareTo(draft.version(name).orElseThrow())
                            > 0) {
                draft.add(draft.fetch(newest.get()), false);
            }
        }
        return new Judgement(surroundings, draft, Judgement.Kind.NEW).prepared(base::with);
    }

    public Prepared removal(Collection<String> names, boolean withDependents) throws PackException {
        Draft draft = new Draft(surroundings, scratch, base);
        Set<String> refused = new HashSet<>();
        for (String name : names) {
            if (base.pack(name).isEmpty()
                    && surroundings.running().shipped(name).isPresent()) {
                refused.add("The pack " + name + " comes with Opbrief and cannot be removed.");
            } else {
                requireInstalled(name);
                draft.remove(name);
            }
        }
        Judgement judgement = new Judgement(surroundings, draft, Judgement.Kind.REMOVAL);
        judgement.refuse(refused);
        if (withDependents) {
            judgement.removeDependents();
        } else {
            judgement.refuseDependents();
        }
        return judgement.prepared(base::with);
    }

    private void requireInstalled(String name) throws PackException {
        if (base.pack(name).isEmpty()) {
            String all = base.packs().isEmpty()
                    ? "it has none"
                    : "it has " + base.packs().stream().map(LockedPack::name).collect(Collectors.joining(", "));
            throw new PackException("This workspace has no pack " + name + "; " + all + ".");
        }
    }

    public Prepared rollback() throws PackException {
        PacksLock undone = base.undone()
                .orElseThrow(() -> new PackException("There is no earlier state of the packs to go back to."));
        Draft draft = new Draft(surroundings, scratch, base);
        Map<String, LockedPack> wanted = new LinkedHashMap<>(undone.byName());
        for (LockedPack now : base.packs()) {
            LockedPack then = wanted.get(now.name());
            if (then == null) {
                draft.remove(now.name());
            } else if (then.sha256().equals(now.sha256())) {
                wanted.remove(now.name());
            }
        }
        for (LockedPack pack : wanted.values()) {
            draft.add(kept(draft, pack), false);
        }
        return new Judgement(surroundings, draft, Judgement.Kind.RETURN).prepared(packs -> undone);
    }
}
