package org.opbrief.workbench.window;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import java.util.List;
import org.eclipse.e4.ui.di.UISynchronize;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.model.application.MApplicationElement;
import org.eclipse.e4.ui.model.application.ui.basic.MWindow;
import org.eclipse.e4.ui.model.application.ui.menu.MMenu;
import org.eclipse.e4.ui.workbench.renderers.swt.MenuManagerRenderer;
import org.eclipse.jface.action.IContributionItem;
import org.eclipse.jface.action.MenuManager;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.BundleListener;
import org.osgi.framework.FrameworkUtil;

/**
 * Takes out of the model what Eclipse leaves in it when a bundle goes that contributed a fragment of a model: it removes
 * parts and tool items, but no handlers, commands and keys, nor a menu that was drawn already. They would be saved with the
 * layout and fail at the next start.
 */
public final class ContributionCleaner {

    private static final String MODEL_FRAGMENT = "Model-Fragment";

    private final MApplication application;
    private final UISynchronize ui;
    private final BundleContext bundles =
            FrameworkUtil.getBundle(ContributionCleaner.class).getBundleContext();
    private final BundleListener listener = this::changed;

    @Inject
    public ContributionCleaner(MApplication application, UISynchronize ui) {
        this.application = application;
        this.ui = ui;
    }

    @PostConstruct
    void start() {
        bundles.addBundleListener(listener);
    }

    @PreDestroy
    void stop() {
        bundles.removeBundleListener(listener);
    }

    private void changed(BundleEvent event) {
        if (event.getType() == BundleEvent.STOPPED
                && event.getBundle().getHeaders("").get(MODEL_FRAGMENT) != null) {
            ui.asyncExec(() -> clean("platform:/plugin/" + event.getBundle().getSymbolicName()));
        }
    }

    private void clean(String contributor) {
        remove(application.getHandlers(), contributor);
        remove(application.getCommands(), contributor);
        remove(application.getDescriptors(), contributor);
        remove(application.getAddons(), contributor);
        application.getBindingTables().forEach(table -> remove(table.getBindings(), contributor));
        for (MWindow window : application.getChildren()) {
            remove(window.getHandlers(), contributor);
            redraw(window.getMainMenu());
        }
    }

    private static void remove(List<? extends MApplicationElement> elements, String contributor) {
        elements.removeIf(element -> contributor.equals(element.getContributorURI()));
    }

    /** Drops what is drawn and no longer in the model. */
    private static void redraw(MMenu menu) {
        if (menu == null || !(menu.getRenderer() instanceof MenuManagerRenderer renderer)) {
            return;
        }
        MenuManager drawn = renderer.getManager(menu);
        for (IContributionItem item : drawn.getItems()) {
            boolean known = menu.getChildren().stream()
                    .anyMatch(child -> child.getElementId().equals(item.getId()));
            if (item.getId() != null && !known) {
                drawn.remove(item);
                item.dispose();
            }
        }
        drawn.update(true);
    }
}
