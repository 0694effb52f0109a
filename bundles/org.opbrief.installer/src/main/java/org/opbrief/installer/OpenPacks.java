package org.opbrief.installer;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.opbrief.api.pack.InstallPlan;
import org.opbrief.api.pack.InstallRequest;
import org.opbrief.api.pack.PackException;
import org.opbrief.api.pack.PackStatus;
import org.opbrief.api.pack.Trust;
import org.opbrief.api.pack.WorkspacePacks;
import org.opbrief.installer.lock.FolderChange;
import org.opbrief.installer.lock.LockedPack;
import org.opbrief.installer.lock.PacksLock;
import org.opbrief.installer.plan.Planner;
import org.opbrief.installer.plan.Prepared;
import org.opbrief.installer.plan.Surroundings;
import org.opbrief.installer.running.Startable;
import org.opbrief.installer.source.Scratch;
import org.opbrief.installer.verify.VerifiedPack;

/** The packs of the workspace that is open. */
final class OpenPacks implements WorkspacePacks {

    private final Path workspace;
    private final Surroundings surroundings;
    private final Runnable whenClosed;

    /** What was planned since the last change; two plans that say the same may come from different files. */
    private final Map<InstallPlan, Planned> plans = new IdentityHashMap<>();

    private PacksLock started;
    private Optional<Tried> tried = Optional.empty();
    private boolean closed;

    private record Planned(Prepared prepared, Scratch scratch) {}

    private record Tried(Startable pack, Scratch scratch) {}

    private OpenPacks(Path workspace, Surroundings surroundings, Runnable whenClosed, PacksLock started) {
        this.workspace = workspace;
        this.surroundings = surroundings;
        this.whenClosed = whenClosed;
        this.started = started;
    }

    static OpenPacks open(Path workspace, Surroundings surroundings, Runnable whenClosed) throws PackException {
        PacksLock lock = surroundings.folder().read();
        OpenPacks packs = new OpenPacks(workspace, surroundings, whenClosed, lock);
        surroundings.running().open(packs.startables(lock.packs()));
        return packs;
    }

    Path workspace() {
        return workspace;
    }

    @Override
    public synchronized List<PackStatus> list() {
        return new Listing(surroundings).of(started, tried.map(Tried::pack));
    }

    @Override
    public InstallPlan plan(InstallRequest request) throws PackException {
        return plan(planner -> planner.install(request));
    }

    @Override
    public InstallPlan planUpdate(Collection<String> names, List<String> repositories) throws PackException {
        return plan(planner -> planner.update(names, repositories));
    }

    @Override
    public InstallPlan planRemoval(Collection<String> names, boolean withDependents) throws PackException {
        return plan(planner -> planner.removal(names, withDependents));
    }

    @Override
    public InstallPlan planRollback() throws PackException {
        return plan(Planner::rollback);
    }

    @FunctionalInterface
    private interface Planning {
        Prepared plan(Planner planner) throws PackException;
    }

    private synchronized InstallPlan plan(Planning planning) throws PackException {
        refresh();
        Scratch scratch = new Scratch();
        try {
            Prepared prepared = planning.plan(new Planner(surroundings, scratch, started));
            plans.put(prepared.plan(), new Planned(prepared, scratch));
            return prepared.plan();
        } catch (PackException | RuntimeException e) {
            scratch.close();
            throw e;
        }
    }

    /** Follows what another process changed. */
    private void refresh() throws PackException {
        if (closed) {
            throw new IllegalStateException("closed");
        }
        PacksLock now = surroundings.folder().read();
        if (!now.packs().equals(started.packs())) {
            become(startables(now.packs()), tried, List.of());
        }
        started = now;
    }

    @Override
    public synchronized void carryOut(InstallPlan plan) throws PackException {
        Planned planned = plans.get(plan);
        if (planned == null) {
            throw new PackException("The packs were changed since this was planned: plan it again.");
        }
        if (!plan.refusals().isEmpty()) {
            throw new PackException(String.join(" ", plan.refusals()));
        }
        if (plan.changes().isEmpty()) {
            return;
        }
        Prepared prepared = planned.prepared();
        List<Startable> before = startables(started.packs());
        try (FolderChange change = surroundings.folder().begin(prepared.base())) {
            for (Map.Entry<LockedPack, Path> jar : prepared.jars().entrySet()) {
                change.add(jar.getKey(), jar.getValue());
            }
            begin(prepared);
            try {
                requireAccepted(prepared);
                change.commit(prepared.after());
            } catch (PackException | RuntimeException e) {
                become(before, tried, List.of());
                throw e;
            }
            started = prepared.after();
        }
        forgetPlans();
    }

    private void begin(Prepared prepared) throws PackException {
        try {
            become(ordered(prepared), tried, prepared.order());
        } catch (PackException e) {
            throw new PackException(e.getMessage() + "; nothing was changed.", e);
        }
    }

    /** What is needed first is started first. */
    private List<Startable> ordered(Prepared prepared) {
        Map<String, LockedPack> packs = new TreeMap<>(prepared.after().byName());
        List<LockedPack> ordered = new ArrayList<>();
        prepared.order().forEach(name -> ordered.add(packs.remove(name)));
        ordered.addAll(0, packs.values());
        return startables(ordered);
    }

    private void requireAccepted(Prepared prepared) throws PackException {
        for (var pack : surroundings.packs().installed()) {
            if (prepared.order().contains(pack.name()) && pack.rejected().isPresent()) {
                throw new PackException("The pack " + pack.name() + " " + pack.version() + " cannot be used: "
                        + pack.rejected().get() + "; nothing was changed.");
            }
        }
    }

    private List<Startable> startables(Collection<LockedPack> packs) {
        return packs.stream()
                .map(pack -> new Startable(
                        pack.name(),
                        pack.version(),
                        pack.sha256(),
                        surroundings.folder().jar(pack)))
                .toList();
    }

    /**
     * @param trying is started in the place of one with its name
     * @param required names of those that must start
     */
    private void become(List<Startable> packs, Optional<Tried> trying, Collection<String> required)
            throws PackException {
        List<Startable> wanted = new ArrayList<>(packs);
        trying.map(Tried::pack).ifPresent(pack -> {
            wanted.removeIf(other -> other.name().equals(pack.name()));
            wanted.add(pack);
        });
        surroundings.running().become(wanted, required);
    }

    private void forgetPlans() {
        plans.values().forEach(planned -> planned.scratch().close());
        plans.clear();
    }

    @Override
    public synchronized List<String> prune() throws PackException {
        refresh();
        List<String> deleted = started.kept().stream().map(LockedPack::toString).toList();
        if (!started.pruned().equals(started)) {
            try (FolderChange change = surroundings.folder().begin(started)) {
                change.commit(started.pruned());
                started = started.pruned();
            }
            forgetPlans();
        }
        return deleted;
    }

    @Override
    public synchronized void tryOut(Path jar) throws PackException {
        refresh();
        Scratch scratch = new Scratch();
        try {
            VerifiedPack pack = surroundings.verifier().verify(scratch.copy(jar), jar.toString());
            Tried now = new Tried(
                    new Startable(pack.name(), pack.version().toString(), pack.sha256(), pack.jar()), scratch);
            begin(now);
            tried.ifPresent(before -> before.scratch().close());
            tried = Optional.of(now);
        } catch (PackException | RuntimeException e) {
            scratch.close();
            throw e;
        }
    }

    private void begin(Tried trying) throws PackException {
        try {
            become(
                    startables(started.packs()),
                    Optional.of(trying),
                    List.of(trying.pack().name()));
        } catch (PackException e) {
            throw new PackException(e.getMessage() + ".", e);
        }
    }

    @Override
    public Trust trust() {
        return surroundings.trust();
    }

    @Override
    public void close() {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
            surroundings.running().close();
            forgetPlans();
            tried.ifPresent(pack -> pack.scratch().close());
        }
        whenClosed.run();
    }
}
