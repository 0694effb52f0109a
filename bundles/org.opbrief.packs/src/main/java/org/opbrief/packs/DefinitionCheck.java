package org.opbrief.packs;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.opbrief.api.data.DataSet;
import org.opbrief.api.pack.PackCheck;
import org.opbrief.api.pack.PackFiles;
import org.opbrief.api.pack.PackProblem;
import org.opbrief.api.pack.Packs;
import org.opbrief.api.pack.ReportOutline;
import org.opbrief.api.pack.ReportOutlines;
import org.opbrief.api.report.ReportCatalog;
import org.opbrief.api.statistics.DataQuery;
import org.opbrief.api.statistics.Query;
import org.opbrief.api.statistics.Statistics;
import org.opbrief.api.statistics.StatisticsException;
import org.opbrief.packs.definition.ReportDefinition;
import org.opbrief.packs.definition.ReportDefinition.Content;
import org.opbrief.packs.definition.TranslationCheck;
import org.opbrief.packs.yaml.DefinitionException;
import org.opbrief.packs.yaml.YamlFile;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Examines the definitions and texts of a pack beside those that are present. */
@Component
public final class DefinitionCheck implements PackCheck, ReportOutlines {

    private static final String FOLDER = "OPBRIEF-INF/";

    private final ReportCatalog catalog;
    private final Packs packs;
    private final Statistics statistics;

    @Activate
    public DefinitionCheck(@Reference ReportCatalog catalog, @Reference Packs packs, @Reference Statistics statistics) {
        this.catalog = catalog;
        this.packs = packs;
        this.statistics = statistics;
    }

    @Override
    public List<PackProblem> check(PackFiles pack, Collection<? extends PackFiles> others) {
        Present present = present(pack, others);
        Examination examination = Examination.whole(pack, present);
        Set<DefinitionException> faults = new LinkedHashSet<>(examination.faults());
        List<DataSet> dataSets = Stream.concat(examination.dataSets().stream(), present.dataSets().stream())
                .toList();
        examination.reports().forEach((file, report) -> {
            String folder = folder(file);
            // else one fault would be told as several
            if (faults.stream().noneMatch(fault -> folder(fault.file()).equals(folder))) {
                faults.addAll(new TranslationCheck(report).problems(pack.files()));
            }
            faults.addAll(sql(pack, file, report, dataSets));
        });
        faults.addAll(new StrayFiles(pack.files(), examination.reports().values()).problems());
        return faults.stream()
                .map(fault -> new PackProblem(FOLDER + fault.file(), fault.line(), fault.problem()))
                .distinct()
                .sorted(Comparator.comparing(PackProblem::file).thenComparing(PackProblem::line))
                .toList();
    }

    @Override
    public List<ReportOutline> of(PackFiles pack, Collection<? extends PackFiles> others) {
        List<ReportOutline> outlines = new ArrayList<>();
        Examination.whole(pack, present(pack, others)).reports().forEach((file, report) -> {
            List<ReportOutline.Table> tables = new ArrayList<>();
            for (ReportDefinition.SectionDefinition section : report.sections()) {
                if (section.content() instanceof Content.Table table) {
                    tables.add(new ReportOutline.Table(
                            table.id(), columns(report.queries().get(table.query()))));
                }
            }
            outlines.add(new ReportOutline(
                    report.info(),
                    folder(file),
                    report.figures().stream()
                            .map(figure -> figure.request().id())
                            .toList(),
                    tables,
                    report.needs()));
        });
        return outlines;
    }

    private static String folder(String file) {
        return file.substring(0, file.lastIndexOf('/') + 1);
    }

    private static List<String> columns(Query query) {
        return query instanceof DataQuery data ? ReportDefinition.columns(data) : List.of();
    }

    /** What is present and what comes along, all without faults. */
    private Present present(PackFiles pack, Collection<? extends PackFiles> others) {
        Set<String> replaced = new HashSet<>(Set.of(pack.name()));
        List<Examination> along = new ArrayList<>();
        for (PackFiles other : others) {
            if (replaced.add(other.name())) {
                along.add(new Examination(other, Present.NOTHING));
            }
        }
        return Present.without(replaced, catalog, packs).and(along);
    }

    private List<DefinitionException> sql(
            PackFiles pack, String file, ReportDefinition report, List<DataSet> dataSets) {
        List<DefinitionException> problems = new ArrayList<>();
        for (Map.Entry<String, Query> query : report.queries().entrySet()) {
            if (query.getValue() instanceof Query.Sql sql) {
                try {
                    statistics.check(sql, dataSets);
                } catch (StatisticsException e) {
                    problems.add(new DefinitionException(
                            file,
                            line(pack, file, query.getKey()),
                            e.getMessage().replaceFirst("\\.$", "")));
                }
            }
        }
        return problems;
    }

    private static int line(PackFiles pack, String file, String query) {
        try {
            return YamlFile.read(file, pack.read(file))
                    .entries()
                    .get("queries")
                    .entries()
                    .get(query)
                    .entries()
                    .get("sql")
                    .line();
        } catch (DefinitionException | IOException e) {
            return 0; // it was read before
        }
    }
}
