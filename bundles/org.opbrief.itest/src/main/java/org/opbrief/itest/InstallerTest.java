package org.opbrief.itest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.opbrief.api.data.Stores;
import org.opbrief.api.output.Outputs;
import org.opbrief.api.pack.PackInstaller;
import org.opbrief.api.report.ReportCatalog;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.test.common.annotation.InjectBundleContext;
import org.osgi.test.common.annotation.InjectService;
import org.osgi.test.junit5.context.BundleContextExtension;
import org.osgi.test.junit5.service.ServiceExtension;

@ExtendWith({BundleContextExtension.class, ServiceExtension.class})
public class InstallerTest {

    @TempDir
    Path folder;

    @InjectBundleContext
    BundleContext context;

    @InjectService
    PackInstaller installer;

    @InjectService
    Stores stores;

    @InjectService
    ReportCatalog catalog;

    @InjectService
    Outputs outputs;

    private PackJars jars;
    private Visits visits;

    @BeforeEach
    void open() throws Exception {
        jars = new PackJars(folder.resolve("packs"));
        visits = new Visits(folder, installer, stores, catalog, outputs);
    }

    @AfterEach
    void close() throws Exception {
        visits.close();
    }

    @Test
    void aPackIsInstalledAndRunWhileNoOtherBundleIsTouched() throws Exception {
        List<String> reports = reports();
        Map<Long, String> before = bundles();
        visits.install(jars.report("visits", "1.0.0"));
        assertTrue(catalog.report("visits").isPresent(), "it is there at once");
        visits.run("visits", "out");
        Map<Long, String> after = bundles();
        assertEquals(before.size() + 1, after.size());
        after.keySet().retainAll(before.keySet());
        assertEquals(before, after);

        visits.install(jars.withLayout("visits", "1.1.0"));
        assertEquals(
                "Visits 1.1.0", catalog.report("visits").orElseThrow().info().title());
        visits.run("visits", "out");
        visits.remove("org.example.visits");
        assertEquals(reports, reports());
        assertEquals(before, bundles());
    }

    @Test
    void aPackInJavaRegistersItsReportAndTakesItBack() throws Exception {
        visits.install(jars.inJava("1.0.0"));
        visits.run("counting", "out");
        visits.install(jars.inJava("1.1.0"));
        visits.run("counting", "out");
        visits.remove("org.example.counting");
        assertTrue(catalog.report("counting").isEmpty());
    }

    private List<String> reports() {
        return catalog.reports().stream().map(report -> report.info().id()).toList();
    }

    private Map<Long, String> bundles() {
        Map<Long, String> bundles = new TreeMap<>();
        for (Bundle bundle : context.getBundles()) {
            bundles.put(bundle.getBundleId(), bundle + " " + bundle.getState() + " " + bundle.getLastModified());
        }
        return bundles;
    }
}
