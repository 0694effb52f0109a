package org.opbrief.api.pack;

import java.util.Collection;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** {@link ProviderType}: reads what the reports of a pack have to show, without running them; for checks of their layouts. */
@ProviderType
public interface ReportOutlines {

    /**
     * The reports whose definition can be read. Why others cannot is for a {@link PackCheck} to say.
     *
     * @param others packs that come together with it, whose data sets it may read
     */
    List<ReportOutline> of(PackFiles pack, Collection<? extends PackFiles> others);
}
