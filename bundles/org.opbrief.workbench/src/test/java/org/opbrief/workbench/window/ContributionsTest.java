package org.opbrief.workbench.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.model.application.MApplicationElement;
import org.eclipse.e4.ui.model.application.MApplicationFactory;
import org.eclipse.e4.ui.model.application.commands.MBindingTable;
import org.eclipse.e4.ui.model.application.commands.MCommandsFactory;
import org.eclipse.e4.ui.model.application.ui.basic.MBasicFactory;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.e4.ui.model.application.ui.basic.MPartStack;
import org.eclipse.e4.ui.model.application.ui.basic.MTrimmedWindow;
import org.eclipse.e4.ui.model.application.ui.menu.MMenu;
import org.eclipse.e4.ui.model.application.ui.menu.MMenuFactory;
import org.junit.jupiter.api.Test;

class ContributionsTest {

    private static final String OURS = "org.opbrief.workbench";
    private static final String PACK = "org.example.visits";

    private final MApplication application = MApplicationFactory.INSTANCE.createApplication();

    @Test
    void allThatABundleHasInTheModelGoesAndNothingElse() {
        MBindingTable keys = MCommandsFactory.INSTANCE.createBindingTable();
        MMenu menu = MMenuFactory.INSTANCE.createMenu();
        MPartStack stack = MBasicFactory.INSTANCE.createPartStack();
        MTrimmedWindow window = MBasicFactory.INSTANCE.createTrimmedWindow();
        window.setMainMenu(MMenuFactory.INSTANCE.createMenu());
        window.getMainMenu().getChildren().add(menu);
        window.getChildren().add(stack);
        application.getChildren().add(window);
        application.getBindingTables().add(keys);
        for (String bundle : List.of(OURS, PACK)) {
            application.getCommands().add(of(bundle, MCommandsFactory.INSTANCE.createCommand()));
            application.getHandlers().add(of(bundle, MCommandsFactory.INSTANCE.createHandler()));
            keys.getBindings().add(of(bundle, MCommandsFactory.INSTANCE.createKeyBinding()));
            menu.getChildren().add(of(bundle, MMenuFactory.INSTANCE.createHandledMenuItem()));
            stack.getChildren().add(made(bundle));
        }
        MPart pack = (MPart) stack.getChildren().get(1);
        stack.setSelectedElement(pack);

        new Contributions(application).remove(PACK::equals);

        for (List<? extends MApplicationElement> left : List.of(
                application.getCommands(),
                application.getHandlers(),
                keys.getBindings(),
                menu.getChildren(),
                stack.getChildren())) {
            assertEquals(1, left.size());
        }
        assertEquals(contributor(OURS), application.getCommands().get(0).getContributorURI());
        assertNull(stack.getSelectedElement());
        assertFalse(pack.isToBeRendered());
    }

    private static <E extends MApplicationElement> E of(String bundle, E element) {
        element.setContributorURI(contributor(bundle));
        return element;
    }

    /** As Eclipse makes it from a descriptor. */
    private static MPart made(String bundle) {
        MPart part = MBasicFactory.INSTANCE.createPart();
        part.setContributionURI("bundleclass://" + bundle + "/" + bundle + ".View");
        return part;
    }

    private static String contributor(String bundle) {
        return "platform:/plugin/" + bundle;
    }
}
