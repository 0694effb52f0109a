package org.opbrief.installer.resolve;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.felix.resolver.Logger;
import org.apache.felix.resolver.ResolverImpl;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.resource.Capability;
import org.osgi.resource.Requirement;
import org.osgi.resource.Resource;
import org.osgi.resource.Wire;
import org.osgi.resource.Wiring;
import org.osgi.service.resolver.HostedCapability;
import org.osgi.service.resolver.ResolutionException;
import org.osgi.service.resolver.ResolveContext;

/**
 * How packs fit together.
 *
 * @param packs those that can be used, also such as had to be taken from what is available
 * @param needs what they need of others
 * @param problems sentences why those that are wanted cannot be had
 */
public record Resolution(Set<PackResource> packs, List<Need> needs, List<String> problems) {

    /**
     * @param by the pack that needs it
     * @param what in words, e.g. {@code data set seizure}
     * @param from pack that gives it; empty if that is one of Opbrief's own
     * @param provider name and version of what gives it
     */
    public record Need(PackResource by, String what, java.util.Optional<PackResource> from, String provider) {}

    /**
     * @param wanted must be had
     * @param present are there; what cannot be used does no harm
     * @param available are taken if they are needed, the first that fits
     */
    public static Resolution of(
            Collection<PackResource> wanted,
            Collection<PackResource> present,
            Collection<PackResource> available,
            Offer offer) {
        Context context = new Context(wanted, present, available, offer);
        try {
            Map<Resource, List<Wire>> wires = new ResolverImpl(new Logger(0), Runnable::run).resolve(context);
            return found(wires, offer);
        } catch (ResolutionException e) {
            Set<String> problems = new TreeSet<>();
            Missing missing = new Missing(context.packs(), offer);
            wanted.forEach(pack -> problems.addAll(missing.of(pack)));
            if (problems.isEmpty()) {
                problems.add("The packs do not fit together: " + e.getMessage());
            }
            return new Resolution(Set.of(), List.of(), List.copyOf(problems));
        }
    }

    private static Resolution found(Map<Resource, List<Wire>> wires, Offer offer) {
        Set<PackResource> packs = new LinkedHashSet<>();
        Set<Need> needs = new LinkedHashSet<>();
        wires.forEach((resource, each) -> {
            if (resource instanceof PackResource pack) {
                packs.add(pack);
                each.forEach(wire -> need(pack, wire, offer).ifPresent(needs::add));
            }
        });
        return new Resolution(packs, List.copyOf(needs), List.of());
    }

    private static java.util.Optional<Need> need(PackResource pack, Wire wire, Offer offer) {
        Resource provider = wire.getProvider();
        String what = Missing.words(wire.getRequirement());
        if (provider instanceof PackResource other && other != pack) {
            return java.util.Optional.of(new Need(pack, what, java.util.Optional.of(other), other.toString()));
        }
        if (provider instanceof BundleRevision revision && offer.isPack(provider)) {
            return java.util.Optional.of(new Need(
                    pack, what, java.util.Optional.empty(), revision.getSymbolicName() + " " + revision.getVersion()));
        }
        return java.util.Optional.empty();
    }

    private static final class Context extends ResolveContext {
        private final Collection<PackResource> wanted;
        private final Collection<PackResource> present;
        private final Set<PackResource> packs;
        private final Offer offer;

        Context(
                Collection<PackResource> wanted,
                Collection<PackResource> present,
                Collection<PackResource> available,
                Offer offer) {
            this.wanted = wanted;
            this.present = present;
            this.packs = Stream.of(wanted, present, available)
                    .flatMap(Collection::stream)
                    .collect(Collectors.toCollection(LinkedHashSet::new));
            this.offer = offer;
        }

        Set<PackResource> packs() {
            return packs;
        }

        @Override
        public Collection<Resource> getMandatoryResources() {
            return List.copyOf(wanted);
        }

        @Override
        public Collection<Resource> getOptionalResources() {
            return List.copyOf(present);
        }

        @Override
        public List<Capability> findProviders(Requirement requirement) {
            List<Capability> found = new ArrayList<>();
            Set<PackResource> there = new HashSet<>(wanted);
            there.addAll(present);
            collect(requirement, there, found);
            found.addAll(offer.providers(requirement));
            collect(
                    requirement,
                    packs.stream().filter(pack -> !there.contains(pack)).toList(),
                    found);
            return found;
        }

        private void collect(Requirement requirement, Collection<PackResource> from, List<Capability> found) {
            for (PackResource pack : from.stream().filter(packs::contains).toList()) {
                pack.getCapabilities(requirement.getNamespace()).stream()
                        .filter(capability -> Filters.matches(capability, requirement))
                        .forEach(found::add);
            }
        }

        @Override
        public int insertHostedCapability(List<Capability> capabilities, HostedCapability hosted) {
            capabilities.add(hosted);
            return capabilities.size() - 1;
        }

        @Override
        public boolean isEffective(Requirement requirement) {
            return Filters.isEffective(requirement);
        }

        @Override
        public Map<Resource, Wiring> getWirings() {
            return offer.wirings();
        }
    }
}
