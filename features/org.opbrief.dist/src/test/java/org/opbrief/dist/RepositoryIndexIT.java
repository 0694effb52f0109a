package org.opbrief.dist;

import static org.junit.jupiter.api.Assertions.assertEquals;

import aQute.bnd.osgi.repository.XMLResourceParser;
import aQute.bnd.osgi.resource.ResourceUtils;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.resource.Capability;
import org.osgi.resource.Requirement;
import org.osgi.resource.Resource;

/** The index of a repository is read by bnd, as by any tool that knows OSGi's repositories. */
class RepositoryIndexIT {

    @TempDir
    private Path folder;

    @Test
    void bndFindsThePacksAndTheirContent() throws Exception {
        Path repository = Files.createDirectories(folder.resolve("R"));
        Path visits = PackJar.visits("1.2.0").write(repository.resolve("visits.jar"));
        Path counts = PackJar.report("org.example.counts", "counts", "visit")
                .write(Files.createDirectories(repository.resolve("more packs")).resolve("counts.jar"));
        Workspace.in(folder.resolve("W")).does("repo", "index", repository);

        List<Resource> resources =
                XMLResourceParser.getResources(repository.resolve("index.xml").toUri());
        assertEquals(2, resources.size());
        Resource data = named(resources, "org.example.visits");
        assertEquals(
                "1.2.0", ResourceUtils.getIdentityCapability(data).version().toString());
        assertContent(visits, data);
        assertEquals(List.of("visit"), values(data.getCapabilities("opbrief.dataset"), "opbrief.dataset"));
        assertContent(counts, named(resources, "org.example.counts"));

        Requirement needed = named(resources, "org.example.counts")
                .getRequirements("opbrief.dataset")
                .get(0);
        assertEquals(
                List.of(data),
                resources.stream()
                        .filter(resource -> resource.getCapabilities("opbrief.dataset").stream()
                                .anyMatch(capability -> ResourceUtils.matches(needed, capability)))
                        .toList());
    }

    private static Resource named(List<Resource> resources, String name) {
        return resources.stream()
                .filter(resource -> name.equals(ResourceUtils.getIdentity(resource)))
                .findFirst()
                .orElseThrow();
    }

    private static void assertContent(Path jar, Resource resource) throws Exception {
        ResourceUtils.ContentCapability content = ResourceUtils.getContentCapability(resource);
        assertEquals(Snapshot.sha256(jar), content.osgi_content());
        assertEquals(jar.toUri(), content.url());
        assertEquals(Files.size(jar), content.size());
        assertEquals("application/vnd.osgi.bundle", content.mime());
    }

    private static List<Object> values(List<Capability> capabilities, String attribute) {
        return capabilities.stream()
                .map(capability -> capability.getAttributes().get(attribute))
                .toList();
    }
}
