package org.example.failing;

import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** Of a pack that does not start, in tests. */
public final class Failing implements BundleActivator {

    @Override
    public void start(BundleContext context) {
        throw new IllegalStateException("it does not want to");
    }

    @Override
    public void stop(BundleContext context) {
        // was never started
    }
}
