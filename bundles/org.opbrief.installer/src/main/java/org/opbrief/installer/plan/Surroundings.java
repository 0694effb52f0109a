package org.opbrief.installer.plan;

import java.util.List;
import java.util.function.Supplier;
import org.opbrief.api.pack.PackCheck;
import org.opbrief.api.pack.Packs;
import org.opbrief.installer.lock.PacksFolder;
import org.opbrief.installer.running.RunningPacks;
import org.opbrief.installer.source.Download;
import org.opbrief.installer.trust.TrustFolder;
import org.opbrief.installer.verify.Verifier;
import org.osgi.framework.BundleContext;

/** What a plan looks at. */
public record Surroundings(
        BundleContext context,
        PacksFolder folder,
        TrustFolder trust,
        Verifier verifier,
        Packs packs,
        Supplier<List<PackCheck>> checks,
        RunningPacks running,
        Download download) {}
