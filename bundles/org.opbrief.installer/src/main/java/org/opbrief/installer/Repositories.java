package org.opbrief.installer;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.opbrief.api.pack.PackException;
import org.opbrief.api.pack.PackRepositories;
import org.opbrief.installer.lock.PacksFolder;
import org.opbrief.installer.repository.BundleUp;
import org.opbrief.installer.repository.FolderIndex;
import org.opbrief.installer.resolve.Offer;
import org.opbrief.installer.running.RunningPacks;
import org.opbrief.installer.source.Download;
import org.opbrief.installer.source.Scratch;
import org.opbrief.installer.trust.TrustFolder;
import org.opbrief.installer.verify.Verifier;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Makes repositories, and bundles of their packs. Who signed a pack is for those to judge who install it. */
@Component
public final class Repositories implements PackRepositories {

    private final BundleContext context;

    @Activate
    public Repositories(BundleContext context) {
        this.context = context;
    }

    @Override
    public int index(Path folder) throws PackException {
        return new FolderIndex(verifier(folder)).write(folder);
    }

    @Override
    public List<String> bundleUp(Path workspace, List<String> names, List<String> repositories, Path file)
            throws PackException {
        PacksFolder packs = new PacksFolder(workspace);
        Offer offer = Offer.of(context, bundle -> !RunningPacks.isOfWorkspace(bundle));
        try (Scratch scratch = new Scratch()) {
            return new BundleUp(packs, verifier(workspace), offer, scratch, new Download())
                    .write(names, repositories, file);
        }
    }

    private static Verifier verifier(Path place) {
        return new Verifier(new TrustFolder(new PacksFolder(place).trust()), Clock.systemUTC());
    }
}
