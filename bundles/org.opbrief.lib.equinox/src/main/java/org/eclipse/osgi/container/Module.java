package org.eclipse.osgi.container;

/** To be linked to, no more: bundles of Felix cannot be adapted to it, which those who ask expect. */
public abstract class Module {

    public abstract Long getId();

    public abstract long getLastModified();
}
