package org.opbrief.workbench.faults;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;

/** Finds the pack whose code failed: the one that has the innermost class in the stack trace that is of a pack at all. */
public final class Blame implements Function<Throwable, Optional<String>> {

    private static final String PACK = "opbrief.pack";

    private final BundleContext context;

    public Blame(BundleContext context) {
        this.context = context;
    }

    /** @return the name of the pack; empty if none had a part in it */
    @Override
    public Optional<String> apply(Throwable failure) {
        List<Bundle> packs =
                Arrays.stream(context.getBundles()).filter(Blame::isPack).toList();
        return causes(failure)
                .flatMap(cause -> Arrays.stream(cause.getStackTrace()))
                .map(frame -> frame.getClassName().replace('.', '/') + ".class")
                .flatMap(file -> packs.stream().filter(pack -> pack.getEntry(file) != null))
                .map(Bundle::getSymbolicName)
                .findFirst();
    }

    /** The innermost first. */
    private static Stream<Throwable> causes(Throwable failure) {
        Deque<Throwable> causes = new ArrayDeque<>();
        for (Throwable each = failure; each != null; each = each.getCause()) {
            causes.push(each);
        }
        return causes.stream();
    }

    private static boolean isPack(Bundle bundle) {
        String required = bundle.getHeaders("").get(Constants.REQUIRE_CAPABILITY);
        return bundle.getState() != Bundle.UNINSTALLED && required != null && required.contains(PACK);
    }
}
