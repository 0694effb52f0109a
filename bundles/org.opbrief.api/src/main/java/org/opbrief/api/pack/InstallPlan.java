package org.opbrief.api.pack;

import java.util.List;
import java.util.Optional;

/**
 * What a change of the packs of a workspace would do. Making a plan changes nothing.
 *
 * @param changes in the order in which they are made; none if all is as wanted already
 * @param needs what the packs that come need, and who gives it
 * @param breaks sentences about what works now and would not work afterwards
 * @param questions sentences that a person should say yes to: unsigned packs, Java code, older versions
 * @param refusals sentences why the plan cannot be carried out; none if it can
 */
public record InstallPlan(
        List<Change> changes, List<Need> needs, List<String> breaks, List<String> questions, List<String> refusals) {

    public InstallPlan {
        changes = List.copyOf(changes);
        needs = List.copyOf(needs);
        breaks = List.copyOf(breaks);
        questions = List.copyOf(questions);
        refusals = List.copyOf(refusals);
    }

    /** What happens to a pack. */
    public enum Kind {
        INSTALL,
        UPDATE,
        /** An older version takes the place of a newer one. */
        DOWNGRADE,
        REMOVE
    }

    /**
     * One pack that changes.
     *
     * @param pack as it comes; for {@link Kind#REMOVE} as it is
     * @param before version that is there now
     * @param source where it comes from, as the user named it or as it was found; empty for {@link Kind#REMOVE}
     */
    public record Change(Kind kind, PackFile pack, Optional<String> before, String source) {}

    /**
     * One thing that a pack needs.
     *
     * @param pack name of the pack that needs it
     * @param what e.g. {@code data set seizure}
     * @param provider name and version of what gives it
     * @param source where that comes from: {@code installed}, or as in {@link Change#source}
     */
    public record Need(String pack, String what, String provider, String source) {}
}
