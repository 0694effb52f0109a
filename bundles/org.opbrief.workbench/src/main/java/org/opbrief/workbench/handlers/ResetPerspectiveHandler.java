package org.opbrief.workbench.handlers;

import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.model.application.ui.advanced.MPerspective;
import org.eclipse.e4.ui.model.application.ui.basic.MWindow;
import org.eclipse.e4.ui.workbench.modeling.EModelService;
import org.opbrief.workbench.window.Perspectives;

/** Makes the perspective again as it was at first. */
public final class ResetPerspectiveHandler {

    @Execute
    void run(MApplication application, MWindow window, EModelService models) {
        MPerspective active = models.getActivePerspective(window);
        if (active != null) {
            new Perspectives(application, models).reset(window, active);
        }
    }
}
