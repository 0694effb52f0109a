package org.opbrief.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.opbrief.api.pack.Code;
import org.opbrief.api.pack.InstallPlan;
import org.opbrief.api.pack.InstallPlan.Change;
import org.opbrief.api.pack.InstallPlan.Kind;
import org.opbrief.api.pack.InstallPlan.Need;
import org.opbrief.api.pack.InstallRequest;
import org.opbrief.api.pack.InstalledPack;
import org.opbrief.api.pack.PackException;
import org.opbrief.api.pack.PackFile;
import org.opbrief.api.pack.PackInstaller;
import org.opbrief.api.pack.PackStatus;
import org.opbrief.api.pack.Signature;
import org.opbrief.api.pack.Trust;
import org.opbrief.api.pack.WorkspacePacks;

/** Packs of one workspace: plans are as a test says, and carrying them out is only noted. */
final class FakeInstaller implements PackInstaller, WorkspacePacks {
    final List<PackStatus> packs = new ArrayList<>();
    final List<Path> opened = new ArrayList<>();
    final List<String> asked = new ArrayList<>();
    final List<InstallPlan> done = new ArrayList<>();
    final List<String> tried = new ArrayList<>();
    final FakeTrust trust = new FakeTrust();
    InstallPlan plan = plan(List.of(), List.of());
    int open;

    static PackFile file(String name, String version, Signature signature, Code code) {
        return new PackFile(
                name,
                version,
                "ab".repeat(32),
                signature,
                code,
                List.of("visits"),
                List.of("visit", "port"),
                List.of(),
                code == Code.JAVA ? List.of("OutputFormat") : List.of());
    }

    static InstallPlan plan(List<String> questions, List<String> refusals, Change... changes) {
        return new InstallPlan(List.of(changes), List.of(), List.of(), questions, refusals);
    }

    static Change install(PackFile file) {
        return new Change(Kind.INSTALL, file, Optional.empty(), "visits.jar");
    }

    static PackStatus rejected(String name, String version, String reason) {
        return new PackStatus(
                new InstalledPack(name, version, Optional.of(reason), List.of(), List.of(), List.of()),
                false,
                Optional.of(file(name, version, Signature.NONE, Code.NONE)),
                List.of());
    }

    /** The plan with a need and something that breaks. */
    static InstallPlan disturbing(Change... changes) {
        return new InstallPlan(
                List.of(changes),
                List.of(new Need(
                        "org.example.visits", "data set seizure", "org.opbrief.pack.operations 0.1.0", "installed")),
                List.of("The report ports reads the column quay, which visit has no longer."),
                List.of(),
                List.of());
    }

    void add(PackStatus status) {
        packs.add(status);
    }

    @Override
    public WorkspacePacks open(Path workspace) throws PackException {
        if (workspace.endsWith("damaged")) {
            throw new PackException(workspace.resolve("packs/packs.lock") + ", line 3: is no list of packs.");
        }
        opened.add(workspace);
        open++;
        return this;
    }

    @Override
    public List<PackStatus> list() {
        return List.copyOf(packs);
    }

    @Override
    public InstallPlan plan(InstallRequest request) throws PackException {
        asked.add("install " + request.sources() + " " + request.repositories()
                + request.lock().map(lock -> " " + lock.getFileName()).orElse(""));
        if (request.sources().contains("none.jar")) {
            throw new PackException("There is no pack none.jar: check its name and folder.");
        }
        return plan;
    }

    @Override
    public InstallPlan planUpdate(Collection<String> names, List<String> repositories) {
        asked.add("update " + names + " " + repositories);
        return plan;
    }

    @Override
    public InstallPlan planRemoval(Collection<String> names, boolean withDependents) {
        asked.add("uninstall " + names + " " + withDependents);
        return plan;
    }

    @Override
    public InstallPlan planRollback() {
        asked.add("rollback");
        return plan;
    }

    @Override
    public void carryOut(InstallPlan wanted) {
        done.add(wanted);
    }

    @Override
    public List<String> prune() {
        return packs.stream()
                .flatMap(pack ->
                        pack.earlier().stream().map(version -> pack.pack().name() + " " + version))
                .toList();
    }

    @Override
    public void tryOut(Path jar) throws PackException {
        if (!Files.exists(jar)) {
            throw new PackException("There is no file " + jar + ".");
        }
        tried.add(jar.getFileName().toString());
    }

    @Override
    public Trust trust() {
        return trust;
    }

    @Override
    public void close() {
        open--;
    }
}
