package org.opbrief.packs;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.opbrief.api.data.DataSet;
import org.opbrief.api.data.Nearest;
import org.opbrief.api.data.Store;
import org.opbrief.api.data.StoreException;
import org.opbrief.api.data.Vocabulary;
import org.opbrief.api.pack.InstalledPack;
import org.opbrief.api.pack.PackFiles;
import org.opbrief.api.pack.Packs;
import org.opbrief.api.report.Briefing;
import org.opbrief.api.report.Edition;
import org.opbrief.api.report.House;
import org.opbrief.api.report.Houses;
import org.opbrief.api.report.OwnDataSets;
import org.opbrief.api.report.Prose;
import org.opbrief.api.report.Report;
import org.opbrief.api.report.ReportCatalog;
import org.opbrief.api.report.ReportContext;
import org.opbrief.api.report.ReportException;
import org.opbrief.api.report.ReportInfo;
import org.opbrief.api.report.RunRequest;
import org.opbrief.api.statistics.FactorSet;
import org.opbrief.api.statistics.Statistics;
import org.opbrief.api.statistics.Statistics.Calculation;
import org.osgi.annotation.bundle.Capability;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.wiring.BundleWiring;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.util.tracker.BundleTracker;
import org.osgi.util.tracker.BundleTrackerCustomizer;

/**
 * What packs and bundles bring. Follows bundles that require the extender {@code opbrief.pack}. Their definitions are read when somebody asks, and
 * again after a pack came or went.
 */
@Component(service = {ReportCatalog.class, Packs.class})
@Capability(namespace = "osgi.extender", name = "opbrief.pack", version = "1.0.0")
public class PackCatalog implements ReportCatalog, Packs, BundleTrackerCustomizer<BundleContent> {

    private final BundleContext context;
    private final Statistics statistics;
    private final Prose prose;
    private final Houses houses;
    private final RegisteredReports registered = new RegisteredReports();
    private final Map<Long, BundleContent> bundles = new TreeMap<>();
    private final BundleTracker<BundleContent> tracker;
    private Optional<Path> workspace = Optional.empty();
    private Optional<OwnFiles> own = Optional.empty();
    private Contents contents;

    @Activate
    public PackCatalog(
            BundleContext context, @Reference Statistics statistics, @Reference Prose prose, @Reference Houses houses) {
        this.context = context;
        this.statistics = statistics;
        this.prose = prose;
        this.houses = houses;
        this.tracker = new BundleTracker<>(context, Bundle.ACTIVE, this);
        tracker.open();
    }

    @Deactivate
    void close() {
        tracker.close();
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addReport(ServiceReference<Report> reference, Report report) {
        change(() -> registered.add(reference, report));
    }

    void removeReport(ServiceReference<Report> reference) {
        change(() -> registered.remove(reference));
    }

    @Override
    public List<Report> reports() {
        return contents().reports();
    }

    @Override
    public List<DataSet> dataSets() {
        return contents().dataSets();
    }

    @Override
    public OwnDataSets own() {
        return contents().own();
    }

    @Override
    public synchronized void follow(Optional<Path> folder) {
        change(() -> workspace = folder);
    }

    @Override
    public List<Vocabulary> vocabularies() {
        return contents().vocabularies();
    }

    @Override
    public List<FactorSet> factorSets() {
        return contents().factorSets();
    }

    @Override
    public List<InstalledPack> installed() {
        return OneEach.of(Stream.concat(contents().packs().stream(), new UnresolvedPacks(context).rejected().stream()));
    }

    @Override
    public List<InstalledPack> after(Collection<? extends PackFiles> added, Collection<String> removed) {
        Set<String> gone = new HashSet<>(removed);
        added.forEach(pack -> gone.add(pack.name()));
        List<PackFiles> packs;
        synchronized (this) {
            packs = bundles.values().stream()
                    .filter(pack -> !gone.contains(pack.name()))
                    .collect(Collectors.toCollection(ArrayList::new));
        }
        packs.addAll(added);
        return OneEach.of(Contents.of(packs, registered.brought(), definitions()).packs().stream());
    }

    @Override
    public Briefing build(Store store, RunRequest request) throws ReportException {
        Contents now = contents();
        List<Report> reports = now.reports();
        Report report = reports.stream()
                .filter(each -> each.info().id().equals(request.report()))
                .findFirst()
                .orElseThrow(() -> new ReportException("There is no report '" + request.report() + "'"
                        + Nearest.hint(
                                request.report(),
                                reports.stream().map(each -> each.info().id()).toList())));
        ReportInfo info = report.info();
        Map<String, String> parameters = Parameters.check(info, request.parameters());
        Edition edition = edition(info, request);
        House house = houses.of(store.workspace());
        List<DataSet> dataSets = now.dataSets(info, parameters);
        try {
            store.prepare(dataSets);
        } catch (StoreException e) {
            throw new ReportException(e.getMessage(), e);
        }
        Calculation calculation = statistics.over(store, dataSets, now.factorSets());
        ReportContext from = new ReportContext(
                store,
                calculation,
                dataSets,
                prose,
                new DataChoices(info.parameters(), calculation).settle(parameters),
                edition,
                language(info, request.language()));
        try {
            return report.build(from).of(house);
        } catch (LinkageError | IllegalStateException e) {
            if (contents().reports().contains(report)) {
                throw e;
            }
            // code of a pack that cannot be loaded any more
            throw new ReportException("The pack of the report '" + info.id() + "' was removed while it was run.", e);
        }
    }

    private static Edition edition(ReportInfo report, RunRequest request) throws ReportException {
        if (request.edition().isEmpty()) {
            return report.editions().get(0);
        }
        String id = request.edition().get();
        Collection<String> known = report.editions().stream().map(Edition::id).toList();
        return report.editions().stream()
                .filter(edition -> edition.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new ReportException(
                        "The report '" + report.id() + "' has no edition '" + id + "'" + Nearest.hint(id, known)));
    }

    private static Locale language(ReportInfo report, Locale wanted) throws ReportException {
        if (report.languages().stream()
                .anyMatch(tag -> Locale.forLanguageTag(tag).getLanguage().equals(wanted.getLanguage()))) {
            return wanted;
        }
        throw new ReportException("The report '" + report.id() + "' has no text in '" + wanted.toLanguageTag()
                + "', only in " + Nearest.list(report.languages()) + ".");
    }

    /** The files of a workspace may change at any time: an import adds one, a user edits one. */
    private synchronized Contents contents() {
        Optional<OwnFiles> files = workspace.map(OwnFiles::of);
        if (contents == null || !files.equals(own)) {
            own = files;
            contents = Contents.of(bundles.values(), registered.brought(), definitions());
        }
        return contents;
    }

    private OwnDefinitions definitions() {
        return workspace.map(OwnFiles::of).map(OwnDefinitions::of).orElse(OwnDefinitions.NONE);
    }

    @Override
    public BundleContent addingBundle(Bundle bundle, BundleEvent event) {
        boolean requiresThis = bundle.adapt(BundleWiring.class).getRequiredWires(Lacking.EXTENDER).stream()
                .anyMatch(wire -> wire.getProvider().getBundle().equals(context.getBundle()));
        if (!requiresThis) {
            return null;
        }
        BundleContent pack = new BundleContent(bundle);
        change(() -> bundles.put(bundle.getBundleId(), pack));
        return pack;
    }

    @Override
    public void modifiedBundle(Bundle bundle, BundleEvent event, BundleContent pack) {
        // an updated bundle is stopped first
    }

    @Override
    public void removedBundle(Bundle bundle, BundleEvent event, BundleContent pack) {
        change(() -> {
            bundles.remove(bundle.getBundleId());
            if (bundles.values().stream().anyMatch(other -> other.name().equals(pack.name()))) {
                pack.keepReports();
            }
        });
    }

    private synchronized void change(Runnable change) {
        change.run();
        contents = null;
    }
}
