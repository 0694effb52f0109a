package org.opbrief.api.pack;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * {@link ProviderType}: the packs of an open workspace. What is installed lies in its {@code packs} folder: the jars, and {@code packs.lock}, which
 * names them with their SHA-256. That file is replaced at once, so a change is made or not made.
 */
@ProviderType
public interface WorkspacePacks extends AutoCloseable {

    /** All packs, those that come with Opbrief too, by name. */
    List<PackStatus> list();

    /**
     * Finds, verifies and resolves.
     *
     * @throws PackException if a source is not there, or is no pack that can be trusted to be one: damaged, hostile, tampered with
     */
    InstallPlan plan(InstallRequest request) throws PackException;

    /**
     * The newest versions that the repositories have.
     *
     * @param names of packs of this workspace; all if none is given
     */
    InstallPlan planUpdate(Collection<String> names, List<String> repositories) throws PackException;

    /** @param withDependents whether what needs these packs goes too; otherwise it is a refusal that names them */
    InstallPlan planRemoval(Collection<String> names, boolean withDependents) throws PackException;

    /**
     * Back to the packs before the last change, and when it is done once more, to those before the change before. What is left stays, and can be
     * installed by its name and version, until {@link #prune}.
     */
    InstallPlan planRollback() throws PackException;

    /**
     * Carries out a plan of this object, made since the last change. No bundle but those in the plan is stopped.
     *
     * @throws PackException if it has refusals, or if it failed: then all is as before
     */
    void carryOut(InstallPlan plan) throws PackException;

    /**
     * Deletes the versions that are kept: those that {@link #planRollback} could return to, and those that it left.
     *
     * @return names and versions of what was deleted
     */
    List<String> prune() throws PackException;

    /** Starts a pack until this is closed, in the place of one with its name, without installing it. A second call replaces the first. */
    void tryOut(Path jar) throws PackException;

    Trust trust();

    /** Stops the packs of this workspace. */
    @Override
    void close();
}
