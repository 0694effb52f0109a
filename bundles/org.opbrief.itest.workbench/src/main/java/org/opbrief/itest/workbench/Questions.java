package org.opbrief.itest.workbench;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Widget;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;

/** What a test may ask. An answer that there is none of it is the word {@code none}. */
final class Questions {
    private static final String NONE = "none";

    private final BundleContext context;

    Questions(BundleContext context) {
        this.context = context;
    }

    String answer(String... words) {
        try {
            return switch (words[0]) {
                case "unresolved" -> unresolved();
                case "shells" -> onScreen(Questions::shells);
                case "where" -> onScreen(() -> place(Widgets.withId(words[1])));
                case "where-item" -> onScreen(() -> place(Widgets.item(words[1], words[2])));
                case "where-text" -> onScreen(() -> place(Widgets.withText(words[1])));
                case "latest" -> onScreen(() -> Texts.below(Widgets.latestShell()));
                case "text" ->
                    onScreen(() -> Widgets.withId(words[1]).map(Texts::of).orElse(NONE));
                case "texts" ->
                    onScreen(() -> Widgets.withId(words[1]).map(Texts::below).orElse(NONE));
                case "enabled" ->
                    onScreen(() -> Widgets.withId(words[1]).map(Texts::enabled).orElse(NONE));
                case "unnamed" -> onScreen(() -> Names.missing());
                case "drag" -> onScreen(() -> DragShell.open(Arrays.copyOfRange(words, 1, words.length)));
                case "picture" -> onScreen(() -> Picture.write(words[1]));
                default -> "what is " + words[0] + "?";
            };
        } catch (RuntimeException e) {
            return "failed " + e;
        }
    }

    /** Bundles that lack something, or could not be started. */
    private String unresolved() {
        String names = Arrays.stream(context.getBundles())
                .filter(Questions::lies)
                .map(Bundle::getSymbolicName)
                .collect(Collectors.joining(" "));
        return names.isEmpty() ? NONE : names;
    }

    private static boolean lies(Bundle bundle) {
        boolean fragment = bundle.getHeaders("").get(Constants.FRAGMENT_HOST) != null;
        return bundle.getState() == Bundle.INSTALLED || bundle.getState() == Bundle.RESOLVED && !fragment;
    }

    private static String shells() {
        return Arrays.stream(Display.getCurrent().getShells())
                .filter(Shell::isVisible)
                .map(Shell::getText)
                .collect(Collectors.joining("\t"));
    }

    private static String place(Optional<? extends Widget> widget) {
        return widget.flatMap(Widgets::bounds).map(Questions::numbers).orElse(NONE);
    }

    private static String numbers(Rectangle place) {
        return place.x + " " + place.y + " " + place.width + " " + place.height;
    }

    private static String onScreen(Supplier<String> question) {
        Optional<Display> display = Thread.getAllStackTraces().keySet().stream()
                .map(Display::findDisplay)
                .filter(Objects::nonNull)
                .findFirst();
        if (display.isEmpty()) {
            return NONE;
        }
        AtomicReference<String> answer = new AtomicReference<>(NONE);
        display.get().syncExec(() -> answer.set(question.get()));
        return answer.get();
    }
}
