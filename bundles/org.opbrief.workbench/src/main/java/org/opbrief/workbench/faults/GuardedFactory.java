package org.opbrief.workbench.faults;

import java.util.Arrays;
import java.util.Optional;
import org.eclipse.e4.core.contexts.ContextInjectionFactory;
import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.e4.core.services.contributions.IContributionFactory;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.swt.widgets.Composite;
import org.opbrief.workbench.Ids;
import org.opbrief.workbench.jobs.Problems.Problem;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;

/**
 * Makes the views, handlers and addons that the application's model names. Of one that cannot be made, a sentence tells in its place if
 * it is a view, and in any case among the problems; all others are made.
 */
public final class GuardedFactory implements IContributionFactory {

    private static final String SCHEME = "bundleclass://";
    private static final int ALIVE = Bundle.STARTING | Bundle.ACTIVE;

    private final BundleContext context;
    private final Faults faults;

    public GuardedFactory(BundleContext context, Faults faults) {
        this.context = context;
        this.faults = faults;
    }

    @Override
    public Object create(String address, IEclipseContext values) {
        return create(address, values, null);
    }

    /** @return null, as Eclipse expects, if it cannot be made */
    @Override
    public Object create(String address, IEclipseContext values, IEclipseContext more) {
        try {
            Bundle bundle = getBundle(address);
            if (bundle == null) {
                throw new ClassNotFoundException("There is no bundle of " + address);
            }
            Class<?> type = bundle.loadClass(address.substring(address.lastIndexOf('/') + 1));
            return more == null
                    ? ContextInjectionFactory.make(type, values)
                    : ContextInjectionFactory.make(type, values, more);
        } catch (Exception | Error e) {
            return failed(address, values, e);
        }
    }

    /** @return null if it is not there */
    @Override
    public Bundle getBundle(String address) {
        String name = name(address);
        return Arrays.stream(context.getBundles())
                .filter(bundle -> (bundle.getState() & ALIVE) != 0 && name.equals(bundle.getSymbolicName()))
                .findFirst()
                .orElse(null);
    }

    private Object failed(String address, IEclipseContext values, Throwable failure) {
        MPart part = values.getLocal(MPart.class);
        boolean isView = part != null && address.equals(part.getContributionURI());
        String name = name(address);
        Problem problem = faults.note(
                isView ? part.getLocalizedLabel() : Messages.get("task.window"),
                failure,
                name.equals(Ids.WORKBENCH) ? Optional.empty() : Optional.of(name));
        return isView ? new FailedView(values.getLocal(Composite.class), problem.message()) : null;
    }

    private static String name(String address) {
        return address.startsWith(SCHEME) ? address.substring(SCHEME.length()).split("/", 2)[0] : "";
    }
}
