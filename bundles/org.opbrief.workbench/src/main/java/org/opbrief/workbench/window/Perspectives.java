package org.opbrief.workbench.window;

import java.util.List;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.model.application.ui.MUIElement;
import org.eclipse.e4.ui.model.application.ui.advanced.MPerspective;
import org.eclipse.e4.ui.model.application.ui.advanced.MPerspectiveStack;
import org.eclipse.e4.ui.model.application.ui.basic.MWindow;
import org.eclipse.e4.ui.workbench.modeling.EModelService;

/**
 * The perspectives of a window. The application's model has them as snippets, which nobody changes; what the window shows
 * are copies.
 */
public record Perspectives(MApplication application, EModelService models) {

    /** Adds those that the window lacks, in the order of the snippets. */
    void complete(MWindow window) {
        MPerspectiveStack stack = stack(models, window);
        for (MUIElement snippet : application.getSnippets()) {
            if (snippet instanceof MPerspective && at(stack, snippet.getElementId()) < 0) {
                stack.getChildren().add(copy(snippet.getElementId(), window));
            }
        }
        if (stack.getSelectedElement() == null && !stack.getChildren().isEmpty()) {
            stack.setSelectedElement(stack.getChildren().get(0));
        }
    }

    /** Puts a new copy in the place of a perspective. */
    public void reset(MWindow window, MPerspective perspective) {
        MPerspectiveStack stack = stack(models, window);
        int index = at(stack, perspective.getElementId());
        MPerspective copy = copy(perspective.getElementId(), window);
        stack.getChildren().add(index, copy);
        stack.setSelectedElement(copy);
        models.removePerspectiveModel(perspective, window);
    }

    private MPerspective copy(String id, MWindow window) {
        return (MPerspective) models.cloneSnippet(application, id, window);
    }

    static MPerspectiveStack stack(EModelService models, MWindow window) {
        return models.findElements(window, null, MPerspectiveStack.class).get(0);
    }

    private static int at(MPerspectiveStack stack, String id) {
        List<MPerspective> all = stack.getChildren();
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).getElementId().equals(id)) {
                return i;
            }
        }
        return -1;
    }
}
