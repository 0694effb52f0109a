package org.opbrief.installer.plan;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.opbrief.api.pack.InstallPlan;
import org.opbrief.installer.lock.LockedPack;
import org.opbrief.installer.lock.PacksLock;

/**
 * A plan and what is needed to carry it out.
 *
 * @param base the packs that it is made for
 * @param after the packs afterwards
 * @param jars of those that come, verified
 * @param order names of those that come, what is needed first
 */
public record Prepared(
        InstallPlan plan, PacksLock base, PacksLock after, Map<LockedPack, Path> jars, List<String> order) {}
