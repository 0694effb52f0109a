package org.opbrief.workbench.window;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.e4.ui.di.UISynchronize;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.model.application.ui.basic.MWindow;
import org.eclipse.e4.ui.model.application.ui.menu.MMenu;
import org.eclipse.e4.ui.model.application.ui.menu.MMenuElement;
import org.eclipse.e4.ui.workbench.renderers.swt.MenuManagerRenderer;
import org.eclipse.jface.action.IContributionItem;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.swt.widgets.Display;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.SynchronousBundleListener;

/**
 * Takes out of the model what Eclipse leaves in it when a bundle goes that contributed a fragment of a model: it removes
 * what is shown, but no handlers, commands and keys, no parts that were made from descriptors, nor a menu that was drawn
 * already. They would be saved with the layout and fail at the next start.
 */
public final class ContributionCleaner {

    private static final String MODEL_FRAGMENT = "Model-Fragment";
    private static final int PATIENCE = 5;

    private final MApplication application;
    private final UISynchronize ui;
    private final BundleContext bundles =
            FrameworkUtil.getBundle(ContributionCleaner.class).getBundleContext();
    private final SynchronousBundleListener listener = this::changed;

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
            String name = event.getBundle().getSymbolicName();
            if (Display.getCurrent() != null) {
                clean(name);
            } else {
                cleanAndWait(name);
            }
        }
    }

    /** Another version may start at once: what it contributes must find the place empty. */
    private void cleanAndWait(String name) {
        CountDownLatch done = new CountDownLatch(1);
        ui.asyncExec(() -> {
            try {
                clean(name);
            } finally {
                done.countDown();
            }
        });
        try {
            done.await(PATIENCE, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void clean(String name) {
        new Contributions(application).remove(name::equals);
        for (MWindow window : application.getChildren()) {
            redraw(window.getMainMenu());
        }
    }

    /** Drops what is drawn and no longer in the model. */
    private static void redraw(MMenu menu) {
        if (menu == null || !(menu.getRenderer() instanceof MenuManagerRenderer renderer)) {
            return;
        }
        MenuManager drawn = renderer.getManager(menu);
        for (IContributionItem item : drawn.getItems()) {
            boolean known =
                    menu.getChildren().stream().anyMatch(child -> Objects.equals(child.getElementId(), item.getId()));
            if (item.getId() != null && !known) {
                drawn.remove(item);
                item.dispose();
            }
        }
        drawn.update(true);
        for (MMenuElement child : menu.getChildren()) {
            if (child instanceof MMenu below && below.getElementId() != null) {
                redraw(below);
            }
        }
    }
}
