package org.opbrief.api.pack;

import java.util.Collection;
import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * {@link ConsumerType}: examines what a pack brings for one part of Opbrief, before it is packed and before it is installed. Registered as
 * a service by the part that would use it, e.g. the layouts by the output format.
 */
@ConsumerType
public interface PackCheck {

    /**
     * All problems in order of file and line; none if the pack can be used. Nothing of the pack is run.
     *
     * @param others packs that come together with it, whose data sets it may read
     */
    List<PackProblem> check(PackFiles pack, Collection<? extends PackFiles> others);
}
