package org.opbrief.workbench.jobs;

import java.util.concurrent.CancellationException;
import org.opbrief.api.data.Progress;

/** A task that runs, or ran. May be asked from any thread. */
public final class Job implements Progress {

    /** How it stands. */
    public enum State {
        RUNNING,
        DONE,
        FAILED,
        CANCELLED
    }

    private final String title;
    private volatile String step = "";
    private volatile double fraction;
    private volatile State state = State.RUNNING;
    private volatile boolean unwanted;

    Job(String title) {
        this.title = title;
    }

    /** What the user asked for. */
    public String title() {
        return title;
    }

    /** What is being done right now; may be empty. */
    public String step() {
        return step;
    }

    /** How much of it is done, 0 to 1. */
    public double fraction() {
        return fraction;
    }

    public State state() {
        return state;
    }

    public boolean running() {
        return state == State.RUNNING;
    }

    @Override
    public boolean isCancelled() {
        return unwanted;
    }

    /** The task ends soon. */
    public void cancel() {
        unwanted = true;
    }

    @Override
    public void at(String newStep, double newFraction) {
        step = newStep;
        fraction = Math.max(0, Math.min(1, newFraction));
        // what is done is done
        if (unwanted && fraction < 1) {
            throw new CancellationException(title);
        }
    }

    void end(State result) {
        fraction = 1;
        state = result;
    }
}
