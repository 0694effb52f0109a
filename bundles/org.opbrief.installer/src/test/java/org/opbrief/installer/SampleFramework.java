package org.opbrief.installer;

import java.lang.reflect.Field;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.felix.framework.FrameworkFactory;
import org.opbrief.api.data.DataSet;
import org.opbrief.api.data.Store;
import org.opbrief.api.report.Block;
import org.opbrief.api.report.Prose;
import org.opbrief.api.statistics.FactorSet;
import org.opbrief.api.statistics.Figure;
import org.opbrief.api.statistics.Query;
import org.opbrief.api.statistics.Statistics;
import org.opbrief.packs.DefinitionCheck;
import org.opbrief.packs.PackCatalog;
import org.opbrief.packs.house.WorkspaceHouses;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.wiring.BundleWiring;

/** A framework whose system bundle plays Opbrief: the extender, with the real catalog and the real check of definitions. */
final class SampleFramework implements AutoCloseable {

    private final Framework framework;
    final PackCatalog catalog;
    final Installer installer;
    final Repositories repositories;

    SampleFramework(Path storage) throws Exception {
        this(storage, "1.0.0", "1.0");
    }

    /**
     * @param api version of the package {@code org.opbrief.api.report}
     * @param extender version of the packs that it reads
     */
    SampleFramework(Path storage, String api, String extender) throws Exception {
        framework = new FrameworkFactory()
                .newFramework(Map.of(
                        Constants.FRAMEWORK_STORAGE,
                        storage.toString(),
                        Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA,
                        "org.opbrief.api.report;version=" + api + ",com.example.library",
                        Constants.FRAMEWORK_SYSTEMCAPABILITIES_EXTRA,
                        "osgi.extender;osgi.extender=opbrief.pack;version:Version=" + extender));
        framework.start();
        catalog = new PackCatalog(context(), new NoStatistics(), new NoProse(), new WorkspaceHouses());
        installer = new Installer(context(), catalog);
        Field checks = Installer.class.getDeclaredField("checks");
        checks.setAccessible(true);
        checks.set(installer, List.of(new DefinitionCheck(catalog, catalog, new NoStatistics())));
        repositories = new Repositories(context());
    }

    BundleContext context() {
        return framework.getBundleContext();
    }

    /** A pack that came with Opbrief. */
    Bundle ship(Path jar) throws Exception {
        Bundle bundle = context().installBundle("reference:" + jar.toUri());
        bundle.start();
        return bundle;
    }

    List<String> reports() {
        return catalog.reports().stream().map(report -> report.info().id()).toList();
    }

    List<String> dataSets() {
        return catalog.dataSets().stream().map(DataSet::id).toList();
    }

    /** Titles of data sets, which {@link SamplePack#data} has the version in. */
    List<String> titles() {
        return catalog.dataSets().stream().map(DataSet::title).toList();
    }

    /** The bundle of a pack of the workspace. */
    Bundle bundle(String name) {
        return Arrays.stream(context().getBundles())
                .filter(bundle -> bundle.getLocation().startsWith("pack:") && name.equals(bundle.getSymbolicName()))
                .findFirst()
                .orElseThrow();
    }

    /** States and wirings by bundle id, which tell whether a bundle was touched. */
    Map<Long, String> bundles() {
        Map<Long, String> bundles = new TreeMap<>();
        for (Bundle bundle : context().getBundles()) {
            bundles.put(
                    bundle.getBundleId(),
                    bundle + " " + bundle.getState() + " " + bundle.getLastModified() + " "
                            + System.identityHashCode(bundle.adapt(BundleWiring.class)));
        }
        return bundles;
    }

    @Override
    public void close() throws Exception {
        installer.deactivate();
        framework.stop();
        framework.waitForStop(10_000);
    }

    private static final class NoStatistics implements Statistics {

        @Override
        public Calculation over(Store store, List<DataSet> dataSets, List<FactorSet> factorSets) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void check(Query.Sql query, List<DataSet> dataSets) {
            // any will do
        }
    }

    private static final class NoProse implements Prose {

        @Override
        public String words(Figure figure, Locale language) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Block> text(
                String source,
                String markdown,
                Map<String, Figure> figures,
                Map<String, String> parameters,
                Locale language) {
            throw new UnsupportedOperationException();
        }
    }
}
