package org.opbrief.installer.resolve;

import java.util.Map;
import java.util.Optional;
import org.apache.felix.utils.resource.CapabilityImpl;
import org.apache.felix.utils.resource.RequirementImpl;
import org.apache.felix.utils.resource.ResourceBuilder;
import org.apache.felix.utils.resource.ResourceImpl;
import org.osgi.framework.BundleException;
import org.osgi.framework.Version;
import org.osgi.framework.namespace.IdentityNamespace;
import org.osgi.resource.Capability;
import org.osgi.resource.Requirement;
import org.osgi.resource.Resource;

/** A pack as the resolver sees it: what it requires and what it provides. Two are the same only if they are one object. */
public final class PackResource extends ResourceImpl {

    /** Of capabilities that data sets are. */
    public static final String DATA_SET = "opbrief.dataset";

    static final String EXTENDER = "osgi.extender";
    static final String PACK = "opbrief.pack";

    private final String name;
    private final Version version;

    private PackResource(String name, Version version) {
        this.name = name;
        this.version = version;
    }

    /** @param headers of the manifest */
    public static PackResource of(String name, Version version, Map<String, String> headers) throws BundleException {
        PackResource resource = new PackResource(name, version);
        ResourceBuilder.build(resource, null, headers);
        return resource;
    }

    /** Whether it requires the extender of packs, in any version. */
    public static boolean isPack(Resource resource) {
        return resource.getRequirements(EXTENDER).stream().anyMatch(Filters::wantsPackExtender);
    }

    /** As an index describes it; empty if that has no name, or is none of a pack. */
    public static Optional<PackResource> of(Resource indexed) {
        Optional<Capability> identity = indexed.getCapabilities(IdentityNamespace.IDENTITY_NAMESPACE).stream()
                .filter(capability ->
                        capability.getAttributes().get(IdentityNamespace.IDENTITY_NAMESPACE) instanceof String
                                && capability.getAttributes().get(IdentityNamespace.CAPABILITY_VERSION_ATTRIBUTE)
                                        instanceof Version)
                .findFirst();
        if (identity.isEmpty() || !isPack(indexed)) {
            return Optional.empty();
        }
        Map<String, Object> attributes = identity.get().getAttributes();
        PackResource resource =
                new PackResource((String) attributes.get(IdentityNamespace.IDENTITY_NAMESPACE), (Version)
                        attributes.get(IdentityNamespace.CAPABILITY_VERSION_ATTRIBUTE));
        indexed.getCapabilities(null).forEach(each -> resource.addCapability(new CapabilityImpl(resource, each)));
        indexed.getRequirements(null).forEach(each -> resource.addRequirement(new RequirementImpl(resource, each)));
        return Optional.of(resource);
    }

    public String name() {
        return name;
    }

    public Version version() {
        return version;
    }

    boolean provides(Requirement requirement) {
        return getCapabilities(requirement.getNamespace()).stream()
                .anyMatch(capability -> Filters.matches(capability, requirement));
    }

    /** Name and version. */
    @Override
    public String toString() {
        return name + " " + version;
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
