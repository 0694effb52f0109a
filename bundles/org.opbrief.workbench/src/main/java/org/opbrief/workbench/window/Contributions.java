package org.opbrief.workbench.window;

import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.model.application.MApplicationElement;
import org.eclipse.e4.ui.model.application.MContribution;
import org.eclipse.e4.ui.model.application.ui.MUIElement;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.util.EcoreUtil;

/** What bundles have in the application's model, be it that they contributed it or that it was made of that. */
record Contributions(MApplication application) {

    private static final Pattern BUNDLE = Pattern.compile("(?:platform:/plugin|bundle(?:class)?:/)/([^/]+)(?:/.*)?");

    /** @param bundle tells by the name whether what a bundle has there is to be removed */
    void remove(Predicate<String> bundle) {
        elements().filter(element -> names(element).anyMatch(bundle)).toList().forEach(Contributions::remove);
    }

    private Stream<MApplicationElement> elements() {
        Iterable<EObject> all = () -> ((EObject) application).eAllContents();
        return StreamSupport.stream(all.spliterator(), false)
                .filter(MApplicationElement.class::isInstance)
                .map(MApplicationElement.class::cast);
    }

    private static Stream<String> names(MApplicationElement element) {
        String made = element instanceof MContribution contribution ? contribution.getContributionURI() : null;
        return Stream.of(String.valueOf(element.getContributorURI()), String.valueOf(made))
                .map(BUNDLE::matcher)
                .filter(Matcher::matches)
                .map(matcher -> matcher.group(1));
    }

    private static void remove(MApplicationElement element) {
        if (element instanceof MUIElement shown) {
            shown.setToBeRendered(false);
            if (shown.getParent() != null && shown.getParent().getSelectedElement() == shown) {
                shown.getParent().setSelectedElement(null);
            }
        }
        EcoreUtil.remove((EObject) element);
    }
}
