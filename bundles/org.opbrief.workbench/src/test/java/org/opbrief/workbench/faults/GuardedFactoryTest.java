package org.opbrief.workbench.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.annotation.PostConstruct;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.e4.core.contexts.EclipseContextFactory;
import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.e4.ui.model.application.ui.basic.MBasicFactory;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.opbrief.workbench.TestWindow;
import org.opbrief.workbench.jobs.Problems;
import org.opbrief.workbench.jobs.Problems.Problem;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.service.log.Logger;

@EnabledIfEnvironmentVariable(named = "DISPLAY", matches = ".+")
class GuardedFactoryTest {

    private static final String OURS = "org.opbrief.workbench";
    private static final String PACK = "org.example.visits";

    private final List<Object> logged = new ArrayList<>();
    private final Problems problems = new Problems(failure -> Optional.empty());
    private final IEclipseContext values = EclipseContextFactory.create();
    private TestWindow window;
    private Composite place;

    @BeforeEach
    void open() {
        window = new TestWindow(600, 300);
        place = new Composite(window.shell(), SWT.NONE);
        values.set(Composite.class, place);
    }

    @AfterEach
    void close() {
        window.close();
    }

    @Test
    void aViewOfOursThatFailsSaysSoInItsPlaceAndAmongTheProblems() {
        assertInstanceOf(FailedView.class, view(OURS, Failing.class.getName()));
        window.open();
        String sentence = "This should not have happened (java.lang.IllegalStateException: no view): please report it.";
        assertEquals(sentence, window.find(Text.class, "failed").getText());
        assertEquals(1, place.getChildren().length);
        assertEquals(List.of(sentence), messages());
        assertEquals(
                List.of("Visits"), problems.all().stream().map(Problem::task).toList());
        assertEquals(sentence, logged.get(0));
    }

    @Test
    void aViewOfAPackThatFailsNamesThePack() {
        view(PACK, Failing.class.getName());
        assertEquals(
                List.of("The pack org.example.visits has a fault (java.lang.IllegalStateException: no view):"
                        + " ask its author for another version, or uninstall it."),
                messages());
    }

    @Test
    void aClassThatIsNotThereNamesThePackToo() {
        assertInstanceOf(FailedView.class, view(PACK, "org.example.Missing"));
        assertEquals(1, messages().size());
        assertTrue(messages().get(0).contains(PACK) && messages().get(0).contains("org.example.Missing"));
    }

    @Test
    void ofAHandlerThatFailsThereIsNone() {
        assertNull(factory().create("bundleclass://" + PACK + "/org.example.Missing", EclipseContextFactory.create()));
        assertEquals(1, messages().size());
    }

    @Test
    void whatWorksIsMadeAndTellsNothing() {
        assertInstanceOf(Working.class, view(OURS, Working.class.getName()));
        assertEquals(List.of(), messages());
    }

    private List<String> messages() {
        return problems.all().stream().map(Problem::message).toList();
    }

    private Object view(String bundle, String type) {
        MPart part = MBasicFactory.INSTANCE.createPart();
        part.setLabel("Visits");
        part.setContributionURI("bundleclass://" + bundle + "/" + type);
        values.set(MPart.class, part);
        return factory().create(part.getContributionURI(), values);
    }

    private Faults faults() {
        Logger logger = proxy(Logger.class, Map.of("error", logged::addAll));
        return new Faults(problems, logger, new Blame(context()));
    }

    private GuardedFactory factory() {
        return new GuardedFactory(context(), faults());
    }

    private static BundleContext context() {
        return proxy(BundleContext.class, Map.of("getBundles", any -> new Bundle[] {bundle(OURS), bundle(PACK)}));
    }

    private static Bundle bundle(String name) {
        return proxy(
                Bundle.class,
                Map.of(
                        "getSymbolicName", any -> name,
                        "getState", any -> Bundle.ACTIVE,
                        "getHeaders", any -> new Hashtable<>(),
                        "loadClass", any -> Class.forName((String) any.get(0))));
    }

    /** What a method answers to its arguments. */
    private interface Answer {
        Object to(List<Object> arguments) throws Exception;
    }

    private static <T> T proxy(Class<T> type, Map<String, Answer> answers) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> answers.get(
                                method.getName())
                        .to(arguments == null ? List.of() : List.of(arguments))));
    }

    /** Fails when half of it is there. */
    public static final class Failing {
        @PostConstruct
        void create(Composite parent) {
            new Label(parent, SWT.NONE).setText("Half a view");
            throw new IllegalStateException("no view");
        }
    }

    /** Works. */
    public static final class Working {
        @PostConstruct
        void create(Composite parent) {
            new Label(parent, SWT.NONE).setText("A view");
        }
    }
}
