package org.opbrief.bench.bare;

import java.util.Hashtable;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.ToIntFunction;
import org.eclipse.swt.widgets.Display;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;

/** Stands in for the command line and opens Eclipse's window. Runs as a bundle of a {@code BareDistribution}. */
public final class BareWindow implements BundleActivator {

    @Override
    public void start(BundleContext context) {
        ToIntFunction<String[]> main = arguments -> show(context);
        context.registerService(ToIntFunction.class, main, new Hashtable<>(Map.of("opbrief.main", "cli")));
    }

    private static int show(BundleContext context) {
        // as Opbrief does
        System.setProperty("org.eclipse.swt.internal.SessionManagerDBus.disable", "true");
        Display.getDefault();
        try {
            var mains = context.getServiceReferences(Callable.class, "(main.thread=true)");
            context.getService(mains.iterator().next()).call();
            return 0;
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        } catch (Exception e) {
            throw new IllegalStateException("The window could not be opened", e);
        }
    }

    @Override
    public void stop(BundleContext context) {}
}
