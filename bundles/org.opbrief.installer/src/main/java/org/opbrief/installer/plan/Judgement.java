package org.opbrief.installer.plan;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.opbrief.api.pack.Code;
import org.opbrief.api.pack.InstallPlan;
import org.opbrief.api.pack.InstallPlan.Change;
import org.opbrief.api.pack.InstalledPack;
import org.opbrief.api.pack.PackException;
import org.opbrief.api.pack.PackFile;
import org.opbrief.api.pack.Trust.Policy;
import org.opbrief.installer.lock.LockedPack;
import org.opbrief.installer.lock.PacksLock;
import org.opbrief.installer.resolve.Circles;
import org.opbrief.installer.resolve.PackResource;
import org.opbrief.installer.resolve.Resolution;
import org.opbrief.installer.trust.Decision;
import org.osgi.framework.Version;

/** What a draft would do, and what speaks against it. */
final class Judgement {

    private static final String INSTALLED = "installed";

    /** Why packs change. */
    enum Kind {
        /** Packs come that were not there before, so that a person should agree to them. */
        NEW,
        REMOVAL,
        /** Packs come back that were there before. */
        RETURN
    }

    private final Surroundings surroundings;
    private final Draft draft;
    private final Kind kind;
    private final Set<String> refusals = new LinkedHashSet<>();
    private final Set<String> questions = new LinkedHashSet<>();
    private final Set<String> breaks = new LinkedHashSet<>();

    Judgement(Surroundings surroundings, Draft draft, Kind kind) {
        this.surroundings = surroundings;
        this.draft = draft;
        this.kind = kind;
    }

    void refuse(Collection<String> sentences) {
        refusals.addAll(sentences);
    }

    void removeDependents() throws PackException {
        Map<String, String> dependents = dependents();
        while (!dependents.isEmpty()) {
            dependents.keySet().forEach(draft::remove);
            dependents = dependents();
        }
    }

    void refuseDependents() throws PackException {
        dependents()
                .forEach((name, reason) -> refusals.add("The pack " + name + " would not work any more: " + reason
                        + "; remove it too, with its dependents."));
    }

    /** Packs of the workspace that work now and would not without those that go, and why. */
    private Map<String, String> dependents() throws PackException {
        Map<String, String> dependents = new TreeMap<>();
        for (Broken broken : new Effects(surroundings, draft).broken(draft.settle())) {
            if (draft.base().pack(broken.name()).isPresent()) {
                dependents.put(broken.name(), broken.reason());
            }
        }
        return dependents;
    }

    /** @param after what the list of packs becomes, given the packs afterwards */
    Prepared prepared(Function<Collection<LockedPack>, PacksLock> after) throws PackException {
        Resolution resolution = draft.settle();
        refusals.addAll(resolution.problems());
        for (Candidate candidate : List.copyOf(draft.coming())) {
            if (isThere(candidate)) {
                draft.drop(candidate);
            } else {
                judge(candidate);
            }
        }
        for (Candidate candidate : draft.coming()) {
            new Circles(resolution.needs())
                    .with(candidate.resource())
                    .filter(circle -> !refusals.contains(circle))
                    .ifPresent(refusals::add);
        }
        Effects effects = new Effects(surroundings, draft);
        if (resolution.problems().isEmpty()) { // else what lacks is told again
            refusals.addAll(effects.problems());
            refuseClosedImports();
        }
        for (Broken broken : effects.broken(resolution)) {
            if (kind != Kind.REMOVAL || refusals.stream().noneMatch(each -> each.contains(broken.name()))) {
                breaks.add("The pack " + broken.name() + " would not work any more: " + broken.reason() + ".");
            }
        }
        List<PackResource> ordered = Circles.ordered(draft.comingResources(), resolution.needs());
        InstallPlan plan = new InstallPlan(
                changes(ordered, effects),
                needs(resolution),
                List.copyOf(breaks),
                List.copyOf(questions),
                List.copyOf(refusals));
        Map<LockedPack, Path> jars = new LinkedHashMap<>();
        draft.coming()
                .forEach(candidate ->
                        jars.put(candidate.locked(), candidate.pack().jar()));
        return new Prepared(
                plan,
                draft.base(),
                after.apply(packsAfterwards()),
                jars,
                ordered.stream().map(PackResource::name).toList());
    }

    private void refuseClosedImports() {
        for (Candidate candidate : draft.coming()) {
            for (String closed : draft.closedImports(candidate)) {
                refusals.add(
                        "The pack %s imports the package %s, which is a part of Opbrief that is closed to packs; leave it out, or put it into the pack."
                                .formatted(candidate.pack().title(), closed));
            }
        }
    }

    private boolean isThere(Candidate candidate) {
        return draft.base()
                .pack(candidate.name())
                .filter(pack -> pack.sha256().equals(candidate.pack().sha256()))
                .isPresent();
    }

    private void judge(Candidate candidate) throws PackException {
        String title = candidate.pack().title();
        Optional<Version> before = draft.version(candidate.name());
        boolean shipped = draft.base().pack(candidate.name()).isEmpty();
        int newer = before.map(candidate.pack().version()::compareTo).orElse(1);
        if (newer == 0) {
            refusals.add(
                    shipped
                            ? "The pack " + title + " comes with Opbrief; only a newer version can take its place."
                            : "The pack " + title
                                    + " is installed already, with other content: its author has to give what is"
                                    + " different another version.");
        } else if (newer < 0 && shipped) {
            refusals.add("Opbrief comes with the pack " + candidate.name() + " in version " + before.get()
                    + "; only a newer version can take its place, and this is "
                    + candidate.pack().version() + ".");
        } else if (newer < 0 && kind == Kind.NEW) {
            questions.add("The pack " + title + " is older than the version that is installed, " + before.get() + ".");
        }
        Policy policy = surroundings.trust().policy();
        Decision decision = Decision.decide(
                title, candidate.pack().signature(), candidate.pack().code(), policy);
        if (decision instanceof Decision.Refusal refusal) {
            refusals.add(refusal.sentence());
        } else if (kind == Kind.NEW) {
            if (decision instanceof Decision.Question question) {
                questions.add(question.sentence());
            }
            if (candidate.pack().code() == Code.JAVA) {
                questions.add(
                        "The pack " + title
                                + " has Java code, which can do whatever Opbrief can do: read, change and send whatever you can.");
            }
        }
    }

    private List<Change> changes(List<PackResource> ordered, Effects effects) {
        List<Change> changes = new ArrayList<>();
        Describing describing = new Describing(surroundings);
        for (String name : draft.going()) {
            LockedPack pack = draft.base().pack(name).orElseThrow();
            PackFile file = describing.installed(pack);
            changes.add(new Change(InstallPlan.Kind.REMOVE, file, Optional.of(pack.version()), ""));
        }
        for (PackResource resource : ordered) {
            Candidate candidate = draft.coming(resource.name()).orElseThrow();
            Optional<Version> before = draft.version(resource.name());
            int newer = before.map(resource.version()::compareTo).orElse(0);
            InstallPlan.Kind change = before.isEmpty()
                    ? InstallPlan.Kind.INSTALL
                    : newer < 0 ? InstallPlan.Kind.DOWNGRADE : InstallPlan.Kind.UPDATE;
            Optional<InstalledPack> brings = effects.afterwards(resource.name());
            changes.add(new Change(
                    change,
                    Describing.file(candidate.pack(), candidate.resource(), brings),
                    before.map(Version::toString),
                    candidate.source()));
        }
        return changes;
    }

    private List<InstallPlan.Need> needs(Resolution resolution) {
        return resolution.needs().stream()
                .filter(need -> draft.coming(need.by().name()).isPresent())
                .map(need -> new InstallPlan.Need(
                        need.by().name(),
                        need.what(),
                        need.provider(),
                        need.from()
                                .flatMap(pack -> draft.coming(pack.name()))
                                .map(Candidate::source)
                                .orElse(INSTALLED)))
                .distinct()
                .toList();
    }

    private List<LockedPack> packsAfterwards() {
        Map<String, LockedPack> packs = new TreeMap<>(draft.base().byName());
        draft.going().forEach(packs::remove);
        draft.coming().forEach(candidate -> packs.put(candidate.name(), candidate.locked()));
        return packs.values().stream().collect(Collectors.toList());
    }

    /** @param reason why it would not work */
    record Broken(String name, String reason) {}
}
