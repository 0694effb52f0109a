package org.opbrief.workbench.packs;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.opbrief.api.pack.Code;
import org.opbrief.api.pack.InstallPlan;
import org.opbrief.api.pack.InstallRequest;
import org.opbrief.api.pack.InstalledPack;
import org.opbrief.api.pack.PackException;
import org.opbrief.api.pack.PackFile;
import org.opbrief.api.pack.PackStatus;
import org.opbrief.api.pack.Signature;
import org.opbrief.api.pack.Trust;
import org.opbrief.api.pack.WorkspacePacks;

/** Packs that exist in memory only. */
public final class FakePacks implements WorkspacePacks {
    final List<PackStatus> packs = new ArrayList<>();
    final List<InstallPlan> carriedOut = new ArrayList<>();
    final List<String> refusals = new ArrayList<>();
    Trust.Policy policy = Trust.Policy.SIGNED_CODE;

    public FakePacks() {
        packs.add(status("org.opbrief.pack.operations", "0.1.0", true, Optional.empty(), List.of(), Signature.NONE));
        packs.add(status(
                "org.example.border",
                "1.2.0",
                false,
                Optional.empty(),
                List.of("border", "ports"),
                new Signature(
                        Signature.Verdict.TRUSTED,
                        "CN=Report desk, O=Example",
                        "ab12cd34".repeat(8),
                        "it is trusted")));
        packs.add(status(
                "org.example.network",
                "0.9.1",
                false,
                Optional.of(
                        "OPBRIEF-INF/reports/network/report.yaml, line 14: there is no data set \"link\". Did you mean"
                                + " \"links\"?"),
                List.of(),
                Signature.NONE));
    }

    static PackFile file(String name, String version, Signature signature, List<String> reports) {
        return new PackFile(
                name, version, "0".repeat(64), signature, Code.NONE, reports, List.of("tip"), List.of(), List.of());
    }

    private static PackStatus status(
            String name,
            String version,
            boolean shipped,
            Optional<String> rejected,
            List<String> reports,
            Signature signature) {
        return new PackStatus(
                new InstalledPack(name, version, rejected, reports, List.of("seizure"), List.of()),
                shipped,
                shipped ? Optional.empty() : Optional.of(file(name, version, signature, reports)),
                shipped ? List.of() : List.of("1.1.0"));
    }

    @Override
    public List<PackStatus> list() {
        return List.copyOf(packs);
    }

    @Override
    public InstallPlan plan(InstallRequest request) throws PackException {
        if (request.sources().get(0).contains("damaged")) {
            throw new PackException("damaged.jar is no pack: it is cut off; fetch it again.");
        }
        return plan(InstallPlan.Kind.INSTALL, file("org.example.tips", "2.0.0", Signature.NONE, List.of("tips")));
    }

    private InstallPlan plan(InstallPlan.Kind kind, PackFile file) {
        return new InstallPlan(
                List.of(new InstallPlan.Change(
                        kind, file, Optional.empty(), kind == InstallPlan.Kind.REMOVE ? "" : "tips-2.0.0.jar")),
                List.of(new InstallPlan.Need(
                        file.name(), "data set seizure", "org.opbrief.pack.operations 0.1.0", "installed")),
                List.of(),
                kind == InstallPlan.Kind.REMOVE
                        ? List.of()
                        : List.of("org.example.tips 2.0.0 is not signed by anybody."),
                refusals);
    }

    @Override
    public InstallPlan planUpdate(Collection<String> names, List<String> repositories) {
        return new InstallPlan(List.of(), List.of(), List.of(), List.of(), List.of());
    }

    @Override
    public InstallPlan planRemoval(Collection<String> names, boolean withDependents) {
        return plan(InstallPlan.Kind.REMOVE, file(names.iterator().next(), "1.2.0", Signature.NONE, List.of("border")));
    }

    @Override
    public InstallPlan planRollback() {
        return planUpdate(List.of(), List.of());
    }

    @Override
    public void carryOut(InstallPlan plan) {
        carriedOut.add(plan);
        for (InstallPlan.Change change : plan.changes()) {
            String name = change.pack().name();
            packs.removeIf(pack -> pack.pack().name().equals(name));
            if (change.kind() != InstallPlan.Kind.REMOVE) {
                packs.add(status(
                        name,
                        change.pack().version(),
                        false,
                        Optional.empty(),
                        change.pack().reports(),
                        change.pack().signature()));
            }
        }
    }

    @Override
    public List<String> prune() {
        return List.of();
    }

    @Override
    public void tryOut(Path jar) {}

    @Override
    public Trust trust() {
        return new FakeTrust();
    }

    @Override
    public void close() {}

    private final class FakeTrust implements Trust {
        @Override
        public List<Certificate> certificates() {
            return List.of();
        }

        @Override
        public Certificate read(Path file) throws PackException {
            throw new PackException(file.getFileName() + " is no certificate: choose a PEM or DER file.");
        }

        @Override
        public void add(Certificate certificate) {}

        @Override
        public Certificate remove(String fingerprint) {
            throw new UnsupportedOperationException();
        }

        @Override
        public String addRevocations(Path file) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Policy policy() {
            return policy;
        }

        @Override
        public void setPolicy(Policy to) {
            policy = to;
        }
    }
}
