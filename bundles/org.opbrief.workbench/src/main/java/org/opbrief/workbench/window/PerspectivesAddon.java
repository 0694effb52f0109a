package org.opbrief.workbench.window;

import jakarta.annotation.PostConstruct;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.workbench.modeling.EModelService;

/** Gives the window its perspectives before it is shown. */
public final class PerspectivesAddon {

    @PostConstruct
    void complete(MApplication application, EModelService models) {
        Perspectives perspectives = new Perspectives(application, models);
        application.getChildren().forEach(perspectives::complete);
    }
}
