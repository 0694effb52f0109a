package org.opbrief.itest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.opbrief.api.pack.InstalledPack;
import org.opbrief.api.pack.Packs;
import org.opbrief.api.report.ReportCatalog;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.test.common.annotation.InjectBundleContext;
import org.osgi.test.common.annotation.InjectService;
import org.osgi.test.junit5.context.BundleContextExtension;
import org.osgi.test.junit5.service.ServiceExtension;

@ExtendWith({BundleContextExtension.class, ServiceExtension.class})
public class PacksTest {

    private static final String EXTENDER =
            "osgi.extender;filter:=\"(&(osgi.extender=opbrief.pack)(version>=1.0)(!(version>=2.0)))\"";

    @InjectBundleContext
    BundleContext context;

    @InjectService
    ReportCatalog catalog;

    @InjectService
    Packs packs;

    @Test
    void bundlesWithoutJavaBringDataSetsAndReports() {
        assertEquals(
                List.of("border", "hello", "operation"),
                catalog.reports().stream().map(report -> report.info().id()).toList());
        assertTrue(catalog.dataSet("seizure").isPresent());
        assertTrue(catalog.dataSet("border-seizure").isPresent());
    }

    @Test
    void aPackThatIsRemovedTakesItsReportsWithItAndBringsThemBack() throws Exception {
        Bundle border = Arrays.stream(context.getBundles())
                .filter(bundle -> bundle.getSymbolicName().equals("org.opbrief.report.border"))
                .findFirst()
                .orElseThrow();
        border.stop();
        try {
            assertTrue(catalog.report("border").isEmpty());
            assertTrue(catalog.dataSet("border-seizure").isEmpty());
            assertTrue(catalog.report("operation").isPresent());
        } finally {
            border.start();
        }
        assertTrue(catalog.report("border").isPresent());
    }

    @Test
    void aBrokenPackIsListedWithItsReasonAndBringsNothing() throws Exception {
        Bundle broken = context.installBundle(
                "memory:broken",
                pack(
                        "test.broken",
                        Map.of("OPBRIEF-INF/reports/broken/report.yaml", "id: broken\ntitel: Misspelled\n")));
        broken.start();
        try {
            InstalledPack listed = packs.installed().stream()
                    .filter(pack -> pack.name().equals("test.broken"))
                    .findFirst()
                    .orElseThrow();
            String reason = listed.rejected().orElseThrow();
            assertTrue(reason.contains("report.yaml") && reason.contains("line 2") && reason.contains("titel"), reason);
            assertTrue(catalog.report("broken").isEmpty());
        } finally {
            broken.uninstall();
        }
        assertTrue(packs.installed().stream().noneMatch(pack -> pack.name().equals("test.broken")));
    }

    private static ByteArrayInputStream pack(String name, Map<String, String> entries) throws Exception {
        Manifest manifest = new Manifest();
        Attributes headers = manifest.getMainAttributes();
        headers.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        headers.putValue("Bundle-ManifestVersion", "2");
        headers.putValue("Bundle-SymbolicName", name);
        headers.putValue("Require-Capability", EXTENDER);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarOutputStream jar = new JarOutputStream(bytes, manifest)) {
            for (Map.Entry<String, String> entry : entries.entrySet()) {
                jar.putNextEntry(new JarEntry(entry.getKey()));
                jar.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return new ByteArrayInputStream(bytes.toByteArray());
    }
}
