package org.opbrief.workbench.window;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import org.eclipse.e4.core.services.events.IEventBroker;
import org.eclipse.e4.ui.model.application.ui.advanced.MPerspective;
import org.eclipse.e4.ui.model.application.ui.advanced.MPerspectiveStack;
import org.eclipse.e4.ui.model.application.ui.basic.MWindow;
import org.eclipse.e4.ui.workbench.UIEvents;
import org.eclipse.e4.ui.workbench.modeling.EModelService;
import org.eclipse.e4.ui.workbench.modeling.EPartService;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.osgi.service.event.EventHandler;

/** Buttons on the window's edge, one a perspective; that of the one that is shown is pressed. */
public final class PerspectiveBar {

    private final EModelService models;
    private final EPartService parts;
    private final MWindow window;
    private final IEventBroker broker;
    private final EventHandler select = event -> select();
    private ToolBar bar;

    @Inject
    public PerspectiveBar(EModelService models, EPartService parts, MWindow window, IEventBroker broker) {
        this.models = models;
        this.parts = parts;
        this.window = window;
        this.broker = broker;
    }

    @PostConstruct
    void create(Composite parent) {
        bar = new ToolBar(parent, SWT.FLAT | SWT.RIGHT);
        for (MPerspective perspective : stack().getChildren()) {
            ToolItem item = new ToolItem(bar, SWT.RADIO);
            item.setText("  " + perspective.getLocalizedLabel() + "  ");
            item.setToolTipText(perspective.getLocalizedTooltip());
            item.setData("id", perspective.getElementId());
            item.addListener(SWT.Selection, event -> {
                if (item.getSelection()) {
                    parts.switchPerspective(perspective.getElementId());
                }
            });
        }
        broker.subscribe(UIEvents.ElementContainer.TOPIC_SELECTEDELEMENT, select);
        select();
    }

    @PreDestroy
    void leave() {
        broker.unsubscribe(select);
    }

    private void select() {
        MPerspective shown = stack().getSelectedElement();
        if (bar.isDisposed() || shown == null) {
            return;
        }
        for (ToolItem item : bar.getItems()) {
            item.setSelection(shown.getElementId().equals(item.getData("id")));
        }
    }

    private MPerspectiveStack stack() {
        return Perspectives.stack(models, window);
    }
}
