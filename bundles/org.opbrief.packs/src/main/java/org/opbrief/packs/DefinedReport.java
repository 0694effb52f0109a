package org.opbrief.packs;

import java.net.URL;
import java.util.Optional;
import org.opbrief.api.pack.PackFiles;
import org.opbrief.api.report.Briefing;
import org.opbrief.api.report.Report;
import org.opbrief.api.report.ReportContext;
import org.opbrief.api.report.ReportException;
import org.opbrief.api.report.ReportInfo;
import org.opbrief.packs.definition.ReportDefinition;

/** A report that a pack defines. */
public record DefinedReport(PackFiles pack, ReportDefinition definition) implements Report {

    @Override
    public ReportInfo info() {
        return definition.info();
    }

    @Override
    public Briefing build(ReportContext context) throws ReportException {
        return new BriefingBuilder(definition, context).build();
    }

    @Override
    public Optional<URL> layout(String format) {
        return Optional.ofNullable(definition.layouts().get(format)).map(layout -> LayoutFiles.locate(pack, layout));
    }
}
