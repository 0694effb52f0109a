package org.opbrief.workbench.jobs;

import org.opbrief.api.data.Progress;

/** Something that takes longer than a blink. */
@FunctionalInterface
public interface Task<T> {

    /**
     * Runs in a thread of its own; must not touch widgets.
     *
     * @param progress to be told now and then; it throws a {@link java.util.concurrent.CancellationException} when the
     *     user has cancelled, which the task lets pass
     * @throws Exception of a domain, whose message is for the user
     */
    T run(Progress progress) throws Exception;
}
