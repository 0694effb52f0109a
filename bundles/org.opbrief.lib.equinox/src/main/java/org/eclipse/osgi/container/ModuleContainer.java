package org.eclipse.osgi.container;

import java.util.Map;
import org.osgi.resource.Requirement;
import org.osgi.resource.Resource;

/** Only what {@code Platform.getBundle} of {@code org.eclipse.core.runtime} calls. */
public final class ModuleContainer {

    private record Wanted(String getNamespace, Map<String, String> getDirectives, Map<String, Object> getAttributes)
            implements Requirement {

        /** It belongs to no resource, for which the framework's lookup expects null. */
        @Override
        public Resource getResource() {
            return null;
        }
    }

    private ModuleContainer() {}

    /** A requirement that the framework can look up providers for. */
    public static Requirement createRequirement(
            String namespace, Map<String, String> directives, Map<String, ?> attributes) {
        return new Wanted(namespace, Map.copyOf(directives), Map.copyOf(attributes));
    }
}
