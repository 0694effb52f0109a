package org.opbrief.installer;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.opbrief.api.pack.PackCheck;
import org.opbrief.api.pack.PackException;
import org.opbrief.api.pack.PackInstaller;
import org.opbrief.api.pack.Packs;
import org.opbrief.api.pack.WorkspacePacks;
import org.opbrief.installer.lock.PacksFolder;
import org.opbrief.installer.plan.Surroundings;
import org.opbrief.installer.running.RunningPacks;
import org.opbrief.installer.source.Download;
import org.opbrief.installer.trust.TrustFolder;
import org.opbrief.installer.verify.Verifier;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Opens the packs of one workspace at a time: what packs bring is in one catalog for all. */
@Component
public final class Installer implements PackInstaller {

    private final BundleContext context;
    private final Packs packs;
    private Optional<OpenPacks> open = Optional.empty();

    /** Packs may bring some, so they come and go. */
    @Reference(policy = ReferencePolicy.DYNAMIC)
    private volatile List<PackCheck> checks = List.of();

    @Activate
    public Installer(BundleContext context, @Reference Packs packs) {
        this.context = context;
        this.packs = packs;
    }

    @Deactivate
    void deactivate() {
        Optional<OpenPacks> last;
        synchronized (this) {
            last = open;
        }
        last.ifPresent(OpenPacks::close);
    }

    @Override
    public synchronized WorkspacePacks open(Path workspace) throws PackException {
        if (open.isPresent()) {
            throw new PackException(
                    "The packs of the workspace " + open.get().workspace() + " are open: close them first.");
        }
        PacksFolder folder = new PacksFolder(workspace);
        TrustFolder trust = new TrustFolder(folder.trust());
        Surroundings surroundings = new Surroundings(
                context,
                folder,
                trust,
                new Verifier(trust, Clock.systemUTC()),
                packs,
                () -> List.copyOf(checks),
                new RunningPacks(context),
                new Download());
        OpenPacks opened = OpenPacks.open(workspace, surroundings, this::closed);
        open = Optional.of(opened);
        packs.follow(Optional.of(workspace));
        return opened;
    }

    private synchronized void closed() {
        packs.follow(Optional.empty());
        open = Optional.empty();
    }
}
