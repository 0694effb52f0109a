package org.opbrief.workbench;

import java.util.Hashtable;
import java.util.Map;
import org.eclipse.core.internal.preferences.exchange.ILegacyPreferences;
import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.e4.core.services.contributions.IContributionFactory;
import org.eclipse.e4.ui.internal.workbench.swt.IEventLoopAdvisor;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.workbench.lifecycle.PostContextCreate;
import org.eclipse.e4.ui.workbench.lifecycle.PreSave;
import org.eclipse.e4.ui.workbench.lifecycle.ProcessRemovals;
import org.eclipse.swt.widgets.Display;
import org.opbrief.workbench.faults.Blame;
import org.opbrief.workbench.faults.Faults;
import org.opbrief.workbench.faults.GuardedFactory;
import org.opbrief.workbench.jobs.FailureDialog;
import org.opbrief.workbench.jobs.Log;
import org.opbrief.workbench.jobs.Problems;
import org.opbrief.workbench.jobs.Work;
import org.opbrief.workbench.session.Session;
import org.opbrief.workbench.settings.Settings;
import org.opbrief.workbench.widget.WindowThread;
import org.opbrief.workbench.window.Orphans;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.service.log.Logger;
import org.osgi.service.log.LoggerFactory;

/** Puts into the application's context what parts and handlers are made from. Called by Eclipse. */
public final class LifeCycle {

    /** Before the window is there. */
    @PostContextCreate
    void begin(IEclipseContext context, WorkbenchDesktop desktop) {
        BundleContext bundles = FrameworkUtil.getBundle(LifeCycle.class).getBundleContext();
        ignoreLegacyPreferences(bundles);
        Blame blame = new Blame(bundles);
        Problems problems = new Problems(blame);
        Faults faults = new Faults(problems, logger(bundles), blame);
        context.set(Session.class, desktop.session());
        context.set(Settings.class, desktop.settings());
        context.set(Problems.class, problems);
        context.set(Faults.class, faults);
        context.set(IEventLoopAdvisor.class, faults);
        context.set(IContributionFactory.class, new GuardedFactory(bundles, faults));
        context.set(Log.class, Log.of(bundles));
        context.set(Work.class, new Work(new WindowThread(Display.getDefault()), problems, FailureDialog::show));
    }

    /** After the saved layout was read, before anything of it is shown: packs may have gone since. */
    @ProcessRemovals
    void forget(MApplication application) {
        Orphans.remove(application, FrameworkUtil.getBundle(LifeCycle.class).getBundleContext());
    }

    /** After the last window has gone. */
    @PreSave
    void end(Work work) {
        work.close();
    }

    private static Logger logger(BundleContext bundles) {
        return bundles.getService(bundles.getServiceReference(LoggerFactory.class))
                .getLogger(Faults.class);
    }

    /** Eclipse looks for them inside of Equinox's classes, and would log for each node that it finds others. */
    private static void ignoreLegacyPreferences(BundleContext bundles) {
        ILegacyPreferences none = (object, name) -> object;
        bundles.registerService(
                ILegacyPreferences.class, none, new Hashtable<>(Map.of("service.ranking", Integer.MAX_VALUE)));
    }
}
