package org.opbrief.installer.plan;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.opbrief.api.pack.Code;
import org.opbrief.api.pack.InstalledPack;
import org.opbrief.api.pack.PackException;
import org.opbrief.api.pack.PackFile;
import org.opbrief.api.pack.Signature;
import org.opbrief.installer.lock.LockedPack;
import org.opbrief.installer.resolve.PackResource;
import org.opbrief.installer.verify.VerifiedPack;

/** Tells what a pack's jar is. */
public final class Describing {

    private final Surroundings surroundings;
    private final List<InstalledPack> installed;

    public Describing(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.installed = surroundings.packs().installed();
    }

    /** A pack of the workspace, as its jar is now; what the list of packs says if that is not what was installed. */
    public PackFile installed(LockedPack pack) {
        return verified(pack)
                .orElseGet(() -> new PackFile(
                        pack.name(),
                        pack.version(),
                        pack.sha256(),
                        Signature.NONE,
                        Code.NONE,
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of()));
    }

    /** Empty if its jar is not what was installed. */
    public Optional<PackFile> verified(LockedPack pack) {
        try {
            Candidate candidate = Candidate.of(
                    surroundings.verifier().verify(surroundings.folder().jar(pack)), pack.source());
            if (!candidate.pack().sha256().equals(pack.sha256())) {
                return Optional.empty();
            }
            Optional<InstalledPack> brings = installed.stream()
                    .filter(each -> each.name().equals(pack.name()))
                    .findFirst();
            return Optional.of(file(candidate.pack(), candidate.resource(), brings));
        } catch (PackException e) {
            return Optional.empty();
        }
    }

    static PackFile file(VerifiedPack pack, PackResource resource, Optional<InstalledPack> brings) {
        return new PackFile(
                pack.name(),
                pack.version().toString(),
                pack.sha256(),
                pack.signature(),
                pack.code(),
                brings.map(InstalledPack::reports).orElse(List.of()),
                brings.map(InstalledPack::dataSets).orElse(List.of()),
                brings.map(InstalledPack::factorSets).orElse(List.of()),
                services(resource));
    }

    private static List<String> services(PackResource resource) {
        Collection<String> names = new TreeSet<>();
        resource.getCapabilities("osgi.service").stream()
                .map(capability -> capability.getAttributes().get("objectClass"))
                .flatMap(classes -> classes instanceof Collection<?> many ? many.stream() : Stream.of(classes))
                .map(String::valueOf)
                .forEach(name -> names.add(name.substring(name.lastIndexOf('.') + 1)));
        return List.copyOf(names);
    }
}
