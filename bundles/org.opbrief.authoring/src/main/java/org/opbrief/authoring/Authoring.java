package org.opbrief.authoring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.opbrief.api.data.FileFaults;
import org.opbrief.api.pack.PackAuthoring;
import org.opbrief.api.pack.PackCheck;
import org.opbrief.api.pack.PackException;
import org.opbrief.api.pack.PackProblem;
import org.opbrief.api.pack.ReportOutlines;
import org.opbrief.api.report.ReportCatalog;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Makes, checks and writes packs. */
@Component
public final class Authoring implements PackAuthoring {

    private final Catalog catalog;
    private final ReportOutlines outlines;
    private final Installation installation;
    private final List<PackCheck> checks = new CopyOnWriteArrayList<>();

    @Activate
    public Authoring(BundleContext context, @Reference ReportCatalog catalog, @Reference ReportOutlines outlines) {
        this(catalog, outlines, Installation.of(context));
    }

    Authoring(ReportCatalog catalog, ReportOutlines outlines, Installation installation) {
        this.catalog = new Catalog(catalog);
        this.outlines = outlines;
        this.installation = installation;
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addCheck(PackCheck check) {
        checks.add(check);
    }

    void removeCheck(PackCheck check) {
        checks.remove(check);
    }

    @Override
    public List<Path> createReport(Path folder, Optional<String> dataSet) throws PackException {
        return new NewReport(catalog).create(folder, dataSet);
    }

    @Override
    public List<Path> createJava(Path folder) throws PackException {
        return new NewJavaPack(catalog, installation).create(folder);
    }

    @Override
    public List<PackProblem> check(Path folder) throws PackException {
        PackFolder pack = PackFolder.open(folder);
        List<PackProblem> problems = new ArrayList<>(pack.problems());
        checks.forEach(check -> problems.addAll(check.check(pack, List.of())));
        return problems.stream()
                .distinct()
                .sorted(Comparator.comparing(PackProblem::file).thenComparing(PackProblem::line))
                .toList();
    }

    @Override
    public String jarName(Path folder) throws PackException {
        Description description = PackFolder.open(folder).needDescription();
        return description.name() + "-" + description.version() + ".jar";
    }

    @Override
    public void write(Path folder, Path jar, Optional<Signer> signer) throws PackException {
        PackFolder pack = PackFolder.open(folder);
        Description description = pack.needDescription();
        Path target = jar.toAbsolutePath();
        try {
            byte[] bytes = PackJar.write(new PackManifest(pack, outlines).of(description), pack.content());
            replace(target, signer.isPresent() ? PackSigning.sign(bytes, signer.get()) : bytes);
        } catch (IOException e) {
            throw new PackException("The pack " + jar + " cannot be written: " + FileFaults.reason(e) + ".", e);
        }
    }

    /** Whole, or not at all. */
    private static void replace(Path target, byte[] bytes) throws IOException {
        Path beside = target.resolveSibling("." + target.getFileName() + ".new");
        try {
            Files.write(beside, bytes);
            Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(beside);
        }
    }
}
