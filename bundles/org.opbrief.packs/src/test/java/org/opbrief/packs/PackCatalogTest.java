package org.opbrief.packs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Hashtable;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import org.apache.felix.framework.FrameworkFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opbrief.api.data.ColumnType;
import org.opbrief.api.data.DataSet;
import org.opbrief.api.data.Store;
import org.opbrief.api.pack.InstalledPack;
import org.opbrief.api.report.Briefing;
import org.opbrief.api.report.Edition;
import org.opbrief.api.report.Marking;
import org.opbrief.api.report.Parameter;
import org.opbrief.api.report.Report;
import org.opbrief.api.report.ReportContext;
import org.opbrief.api.report.ReportException;
import org.opbrief.api.report.ReportInfo;
import org.opbrief.api.report.RunRequest;
import org.opbrief.api.statistics.FactorSet;
import org.opbrief.api.statistics.Query;
import org.opbrief.api.statistics.Statistics;
import org.opbrief.api.statistics.Table;
import org.opbrief.packs.house.WorkspaceHouses;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.framework.launch.Framework;

/** Packs that come and go in a framework, whose system bundle plays the extender. */
class PackCatalogTest {

    private static final String EXTENDER =
            "osgi.extender;filter:=\"(&(osgi.extender=opbrief.pack)(version>=1.0)(!(version>=2.0)))\"";
    private static final String NEEDS_VISIT = ",opbrief.dataset;filter:=\"(opbrief.dataset=visit)\"";
    private static final String PROVIDES_VISIT = "opbrief.dataset;opbrief.dataset=visit";

    private static final Map<String, String> DATA = Map.of("datasets/visit.yaml", """
            id: visit
            title: Visits
            columns: {place: {title: Place, vocabulary: {port: The Port, airport: Airport}}}
            """);
    private static final Map<String, String> REPORT =
            Map.of("reports/visits/report.yaml", """
            id: visits
            title: Visits
            parameters:
              place: {label: Place, choices: visit.place}
              since: {label: Since, type: date}
            queries: {all: {from: visit, measures: {visits: count()}}}
            figures: {visits: {label: Visits, of: all}}
            sections: [{headline: visits}]
            """, "reports/visits/layout.jrxml", "<jasperReport/>");

    @TempDir
    private Path cache;

    private Framework framework;
    private PackCatalog catalog;
    private FakeCalculation calculation;

    @BeforeEach
    void start() throws Exception {
        framework = new FrameworkFactory()
                .newFramework(Map.of(
                        Constants.FRAMEWORK_STORAGE,
                        cache.toString(),
                        Constants.FRAMEWORK_SYSTEMCAPABILITIES_EXTRA,
                        "osgi.extender;osgi.extender=opbrief.pack;version:Version=1.0"));
        framework.start();
        calculation = new FakeCalculation(List.of(FakeStore.batch(1, "visit", "2023-05-01")), List.of());
        catalog = new PackCatalog(
                framework.getBundleContext(), new FakeStatistics(calculation), new FakeProse(), new WorkspaceHouses());
    }

    @AfterEach
    void stop() throws Exception {
        catalog.close();
        framework.stop();
        framework.waitForStop(10_000);
    }

    @Test
    void whatAPackBroughtLeavesWithItAndComesBackWithIt() throws Exception {
        Bundle data = install("data", EXTENDER, PROVIDES_VISIT, DATA);
        Bundle reports = install("reports", EXTENDER + NEEDS_VISIT, "", REPORT);
        assertEquals(List.of("visits"), reportIds());
        assertEquals(
                List.of("visit"), catalog.dataSets().stream().map(DataSet::id).toList());

        data.stop();
        assertEquals(List.of(), reportIds());
        assertEquals(
                "reports/visits/report.yaml, line 4: the data set 'visit' is missing; install the pack that brings it",
                reason("reports"));

        data.start();
        assertEquals(List.of("visits"), reportIds());

        reports.uninstall();
        assertEquals(List.of(), reportIds());
        assertEquals(
                List.of("data"),
                catalog.installed().stream().map(InstalledPack::name).toList());
    }

    @Test
    void aPackThatCannotBeResolvedIsListedWithTheDataSetThatItLacks() throws Exception {
        install("reports", EXTENDER + NEEDS_VISIT, "", REPORT);
        assertEquals("the data set 'visit' is missing; install the pack that brings it", reason("reports"));
    }

    @Test
    void aPackForAnotherVersionSaysSo() throws Exception {
        install("future", "osgi.extender;filter:=\"(&(osgi.extender=opbrief.pack)(version>=2.0))\"", "", REPORT);
        assertEquals(
                "it is made for another version of Opbrief: it wants packs of version from 2.0, and this one reads 1.0.0",
                reason("future"));
    }

    @Test
    void aBundleThatDoesNotAskForTheExtenderIsNoPack() throws Exception {
        install("other", "", "", REPORT);
        assertEquals(List.of(), catalog.installed());
    }

    @Test
    void reportsThatBundlesRegisterAreInTheCatalogAndKeepTheirIds() throws Exception {
        install("data", EXTENDER, PROVIDES_VISIT, DATA);
        install("reports", EXTENDER + NEEDS_VISIT, "", REPORT);
        ServiceRegistration<Report> registration =
                framework.getBundleContext().registerService(Report.class, new JavaReport("visits"), new Hashtable<>());
        ServiceReference<Report> reference = registration.getReference();
        catalog.addReport(reference, new JavaReport("visits"));
        assertTrue(catalog.report("visits").orElseThrow() instanceof JavaReport);
        assertEquals(
                "reports/visits/report.yaml: the report 'visits' already comes from org.apache.felix.framework; take another id",
                reason("reports"));

        catalog.removeReport(reference);
        assertFalse(catalog.report("visits").orElseThrow() instanceof JavaReport);
    }

    @Test
    void aPackWhoseDefinitionsAreUsedAndWhoseReportInJavaIsNotIsListedOnce() throws Exception {
        install("data", EXTENDER, PROVIDES_VISIT, DATA);
        Bundle reports = install("reports", EXTENDER + NEEDS_VISIT, "", REPORT);
        ServiceRegistration<Report> first =
                framework.getBundleContext().registerService(Report.class, new JavaReport("java"), new Hashtable<>());
        catalog.addReport(first.getReference(), new JavaReport("java"));
        ServiceRegistration<Report> second =
                reports.getBundleContext().registerService(Report.class, new JavaReport("java"), new Hashtable<>());
        catalog.addReport(second.getReference(), new JavaReport("java"));
        InstalledPack pack = new InstalledPack(
                "reports",
                "0.0.0",
                Optional.of("the report 'java' already comes from org.apache.felix.framework"),
                List.of("visits"),
                List.of(),
                List.of());
        assertEquals(List.of("data", "reports"), names(catalog.installed()));
        assertEquals(pack, catalog.installed().get(1));
        assertEquals(pack, catalog.after(List.of(), List.of()).get(1));
        assertEquals(List.of("java", "visits"), reportIds());
    }

    @Test
    void whileAVersionTakesThePlaceOfAnotherThePackIsListedOnce() throws Exception {
        Bundle old = install("data", "1.0.0", EXTENDER, PROVIDES_VISIT, DATA);
        install("data", "1.1.0", EXTENDER, PROVIDES_VISIT, DATA);
        assertEquals(
                List.of(new InstalledPack(
                        "data",
                        "1.1.0",
                        Optional.of(
                                "datasets/visit.yaml: the data set 'visit' already comes from data; take another id"),
                        List.of(),
                        List.of("visit"),
                        List.of())),
                catalog.installed());
        old.uninstall();
        assertEquals(
                List.of(new InstalledPack("data", "1.1.0", Optional.empty(), List.of(), List.of("visit"), List.of())),
                catalog.installed());
    }

    private static List<String> names(List<InstalledPack> packs) {
        return packs.stream().map(InstalledPack::name).toList();
    }

    @Test
    void aReportBuildsFromTheDataSetsThatItReadsAndHasItsLayout() throws Exception {
        install("data", EXTENDER, PROVIDES_VISIT, DATA);
        install("reports", EXTENDER + NEEDS_VISIT, "", REPORT);
        FakeStore store = new FakeStore(FakeStore.batch(1, "visit", "2023-05-01"));
        Briefing briefing = catalog.build(store, request("visits", Map.of("place", "the port")));
        assertEquals(List.of("visit"), store.prepared);
        assertEquals(Map.of("Place", "The Port"), briefing.parameters());
        assertEquals("internal", briefing.edition().id());
        Report report = catalog.report("visits").orElseThrow();
        try (var layout = report.layout("pdf").orElseThrow().openStream()) {
            assertEquals("<jasperReport/>", new String(layout.readAllBytes(), StandardCharsets.UTF_8));
        }
        assertEquals(Optional.empty(), report.layout("xlsx"));
    }

    @Test
    void aLayoutCanBeReadWithWhatLiesBesideItAfterItsPackWent() throws Exception {
        Map<String, String> files = new java.util.TreeMap<>(REPORT);
        files.put("reports/visits/images/logo.svg", "<svg/>");
        install("data", EXTENDER, PROVIDES_VISIT, DATA);
        Bundle reports = install("reports", EXTENDER + NEEDS_VISIT, "", files);
        Report report = catalog.report("visits").orElseThrow();
        URL layout = report.layout("pdf").orElseThrow();
        reports.uninstall();
        assertEquals("<jasperReport/>", text(layout));
        assertEquals("<svg/>", text(new URL(layout, "images/logo.svg")));
        assertEquals(
                "the pack reports has no file /OPBRIEF-INF/reports/visits/absent.svg",
                assertThrows(java.io.IOException.class, () -> text(new URL(layout, "absent.svg")))
                        .getMessage());
        URL late = report.layout("pdf").orElseThrow();
        assertEquals(
                "the pack reports was removed",
                assertThrows(java.io.IOException.class, () -> text(late)).getMessage());
    }

    @Test
    void aReportIsFinishedWithItsOwnLayoutWhenItsPackIsUpdatedMeanwhile() throws Exception {
        install("data", EXTENDER, PROVIDES_VISIT, DATA);
        Bundle old = install("reports", "1.0.0", EXTENDER + NEEDS_VISIT, "", REPORT);
        Report begun = catalog.report("visits").orElseThrow();
        Map<String, String> files = new java.util.TreeMap<>(REPORT);
        files.put("reports/visits/layout.jrxml", "<jasperReport name='newer'/>");
        install("reports", "2.0.0", EXTENDER + NEEDS_VISIT, "", files);
        old.uninstall();
        assertEquals("<jasperReport/>", text(begun.layout("pdf").orElseThrow()));
        assertEquals(
                "<jasperReport name='newer'/>",
                text(catalog.report("visits").orElseThrow().layout("pdf").orElseThrow()));
    }

    private static String text(URL url) throws java.io.IOException {
        try (var in = url.openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void whatIsAskedWronglyIsAnsweredWithWhatWouldBeRight() throws Exception {
        install("data", EXTENDER, PROVIDES_VISIT, DATA);
        install("reports", EXTENDER + NEEDS_VISIT, "", REPORT);
        assertEquals("There is no report 'visit'. Did you mean \"visits\"?", refusal(request("visit", Map.of())));
        assertEquals(
                "The report 'visits' has no parameter 'plaice'. Did you mean \"place\"?",
                refusal(request("visits", Map.of("plaice", "port"))));
        assertEquals(
                "The parameter 'place' has no value 'prot'. Did you mean \"port\"?",
                refusal(request("visits", Map.of("place", "prot"))));
        assertEquals(
                "The parameter 'since' is a date like 2023-05-01, not 'May'.",
                refusal(request("visits", Map.of("since", "May"))));
        assertEquals(
                "The report 'visits' has no edition 'publik'. Did you mean \"public\"?",
                refusal(new RunRequest("visits", Map.of(), Optional.of("publik"), Locale.ENGLISH)));
        assertEquals(
                "The report 'visits' has no text in 'fr', only in en.",
                refusal(new RunRequest("visits", Map.of(), Optional.empty(), Locale.FRENCH)));
    }

    @Test
    void ofAnOpenVocabularyWhatTheDataHaveCanBeChosenToo() throws Exception {
        String open = DATA.get("datasets/visit.yaml").replace("Airport}}}", "Airport}, open: true}}");
        install("data", EXTENDER, PROVIDES_VISIT, Map.of("datasets/visit.yaml", open));
        install("reports", EXTENDER + NEEDS_VISIT, "", REPORT);
        FakeStore store = new FakeStore(FakeStore.batch(1, "visit", "2023-05-01"));
        calculation.tables.put(
                "values",
                new Table(
                        List.of(new Table.Column("value", "Place", ColumnType.TEXT, Optional.empty(), 0, false)),
                        List.of(List.of("The Port"), List.of("Heliport"))));
        assertEquals(
                Map.of("Place", "Heliport"),
                catalog.build(store, request("visits", Map.of("place", "heliport")))
                        .parameters());
        assertEquals(
                Map.of("Place", "The Port"),
                catalog.build(store, request("visits", Map.of("place", "PORT"))).parameters());
        assertEquals(
                "The parameter 'place' has no value 'Helipot'. Did you mean \"Heliport\"?",
                refusal(request("visits", Map.of("place", "Helipot"))));
    }

    @Test
    void whatTheDataHaveCanBeChosenAlsoFromADataSetThatNoQueryReads() throws Exception {
        String open = DATA.get("datasets/visit.yaml").replace("Airport}}}", "Airport}, open: true}}");
        install("data", EXTENDER, PROVIDES_VISIT, Map.of("datasets/visit.yaml", open));
        install("other", EXTENDER, "", Map.of("datasets/ship.yaml", """
                id: ship
                title: Ships
                columns: {kind: {title: Kind}}
                """));
        String report = REPORT.get("reports/visits/report.yaml").replace("all: {from: visit,", "all: {from: ship,");
        install("reports", EXTENDER + NEEDS_VISIT, "", Map.of("reports/visits/report.yaml", report));
        calculation.tables.put(
                "values",
                new Table(
                        List.of(new Table.Column("value", "Place", ColumnType.TEXT, Optional.empty(), 0, false)),
                        List.of(List.of("Heliport"))));
        assertEquals(
                List.of("ship"), catalog.report("visits").orElseThrow().info().dataSets());
        FakeStore store = new FakeStore(FakeStore.batch(1, "ship", "2023-05-01"));
        assertEquals(
                Map.of("Place", "Heliport"),
                catalog.build(store, request("visits", Map.of("place", "heliport")))
                        .parameters());
        assertEquals(List.of("ship", "visit"), store.prepared);
    }

    private String refusal(RunRequest request) {
        FakeStore store = new FakeStore(FakeStore.batch(1, "visit", "2023-05-01"));
        return assertThrows(ReportException.class, () -> catalog.build(store, request))
                .getMessage();
    }

    private static RunRequest request(String report, Map<String, String> parameters) {
        return new RunRequest(report, parameters, Optional.empty(), Locale.ENGLISH);
    }

    private List<String> reportIds() {
        return catalog.reports().stream().map(report -> report.info().id()).toList();
    }

    private String reason(String pack) {
        return catalog.installed().stream()
                .filter(each -> each.name().equals(pack))
                .findFirst()
                .flatMap(InstalledPack::rejected)
                .orElse("accepted");
    }

    private Bundle install(String name, String requires, String provides, Map<String, String> files) throws Exception {
        return install(name, "0.0.0", requires, provides, files);
    }

    private Bundle install(String name, String version, String requires, String provides, Map<String, String> files)
            throws Exception {
        Manifest manifest = new Manifest();
        Attributes headers = manifest.getMainAttributes();
        headers.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        headers.putValue(Constants.BUNDLE_MANIFESTVERSION, "2");
        headers.putValue(Constants.BUNDLE_SYMBOLICNAME, name);
        headers.putValue(Constants.BUNDLE_VERSION, version);
        if (!requires.isEmpty()) {
            headers.putValue(Constants.REQUIRE_CAPABILITY, requires);
        }
        if (!provides.isEmpty()) {
            headers.putValue(Constants.PROVIDE_CAPABILITY, provides);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarOutputStream jar = new JarOutputStream(bytes, manifest)) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                jar.putNextEntry(new JarEntry("OPBRIEF-INF/" + file.getKey()));
                jar.write(file.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        Bundle bundle = framework
                .getBundleContext()
                .installBundle("memory:" + name + version, new ByteArrayInputStream(bytes.toByteArray()));
        try {
            bundle.start();
        } catch (org.osgi.framework.BundleException e) {
            assertEquals(Bundle.INSTALLED, bundle.getState(), e.getMessage());
        }
        return bundle;
    }

    @Test
    void aReportOnAnyDataSetMayBeAskedForThoseThatArePresentTheWorkspacesOwnToo() throws Exception {
        ServiceRegistration<Report> registration =
                framework.getBundleContext().registerService(Report.class, new ReportOnOne(), new Hashtable<>());
        Path workspace = Files.createDirectories(cache.resolve("W/datasets")).getParent();
        install("data", EXTENDER, PROVIDES_VISIT, DATA);
        catalog.addReport(registration.getReference(), new ReportOnOne());
        assertEquals(List.of("visit"), choices());

        catalog.follow(Optional.of(workspace));
        Files.writeString(
                workspace.resolve("datasets/stop.yaml"), "id: stop\ntitle: Stops\ncolumns: {id: {title: ID}}\n");
        assertEquals(List.of("stop", "visit"), choices());
        assertEquals(Set.of("stop"), catalog.own().ids());
        ReportException built = assertThrows(
                ReportException.class,
                () -> catalog.build(
                        new FakeStore(FakeStore.batch(1, "stop", "2023-05-01")),
                        new RunRequest("one", Map.of("about", "stop"), Optional.empty(), Locale.ENGLISH)));
        assertEquals("about stop", built.getMessage());

        catalog.follow(Optional.empty());
        assertEquals(List.of("visit"), choices());
    }

    private List<String> choices() {
        return catalog.report("one").orElseThrow().info().parameters().get(0).choices().stream()
                .map(Parameter.Choice::value)
                .toList();
    }

    /** Tells which data sets it gets. */
    private record ReportOnOne() implements Report {

        @Override
        public ReportInfo info() {
            return new ReportInfo(
                    "one",
                    "One",
                    "",
                    List.of(new Parameter("about", "About", "", ColumnType.TEXT, true, Optional.empty(), List.of())),
                    List.of(new Edition("internal", "Internal", Marking.NONE)),
                    List.of(),
                    List.of("en"),
                    Optional.of("about"),
                    List.of());
        }

        @Override
        public Briefing build(ReportContext context) throws ReportException {
            throw new ReportException(
                    "about " + context.dataSets().stream().map(DataSet::id).collect(Collectors.joining(", ")));
        }

        @Override
        public Optional<URL> layout(String format) {
            return Optional.empty();
        }
    }

    /** Has one calculation. */
    private record FakeStatistics(Calculation calculation) implements Statistics {

        @Override
        public Calculation over(Store store, List<DataSet> dataSets, List<FactorSet> factorSets) {
            return calculation;
        }

        @Override
        public void check(Query.Sql query, List<DataSet> dataSets) {
            throw new UnsupportedOperationException();
        }
    }

    /** A report in Java. */
    private record JavaReport(String id) implements Report {

        @Override
        public ReportInfo info() {
            return new ReportInfo(
                    id,
                    "Java",
                    "",
                    List.of(),
                    List.of(new Edition("internal", "Internal", Marking.NONE)),
                    List.of("visit"),
                    List.of("en"));
        }

        @Override
        public Briefing build(ReportContext context) throws ReportException {
            throw new ReportException("not built");
        }

        @Override
        public Optional<URL> layout(String format) {
            return Optional.empty();
        }
    }
}
