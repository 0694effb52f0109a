package org.opbrief.workbench.briefing;

import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.opbrief.api.data.DataSet;
import org.opbrief.api.data.Store;
import org.opbrief.api.report.Briefing;
import org.opbrief.api.report.Edition;
import org.opbrief.api.report.Marking;
import org.opbrief.api.report.Report;
import org.opbrief.api.report.ReportCatalog;
import org.opbrief.api.report.ReportContext;
import org.opbrief.api.report.ReportException;
import org.opbrief.api.report.ReportInfo;
import org.opbrief.api.report.RunRequest;
import org.opbrief.api.report.SectionKind;
import org.opbrief.api.statistics.FactorSet;

/** A catalog with one report, whose briefing is the sample. */
final class OneReport implements ReportCatalog, Report {
    final List<RunRequest> built = new ArrayList<>();

    @Override
    public List<Report> reports() {
        return List.of(this);
    }

    @Override
    public List<DataSet> dataSets() {
        return List.of();
    }

    @Override
    public List<FactorSet> factorSets() {
        return List.of();
    }

    @Override
    public Briefing build(Store store, RunRequest request) throws ReportException {
        built.add(request);
        if (request.parameters().containsKey("fail")) {
            throw new ReportException("There are no data for this report: import seizures.csv.");
        }
        return Samples.briefing();
    }

    @Override
    public ReportInfo info() {
        return new ReportInfo(
                "operation",
                "Operation briefing",
                "What an operation achieved.",
                List.of(),
                List.of(new Edition("internal", "Internal", Marking.NONE)),
                List.of(),
                List.of("en"),
                List.of(SectionKind.HEADLINE, SectionKind.TEXT, SectionKind.TABLE, SectionKind.SOURCES));
    }

    @Override
    public Briefing build(ReportContext context) {
        return Samples.briefing();
    }

    @Override
    public Optional<URL> layout(String format) {
        return Optional.empty();
    }
}
