package org.opbrief.packs;

import java.net.URL;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.opbrief.api.pack.PackFiles;
import org.opbrief.api.report.Briefing;
import org.opbrief.api.report.Report;
import org.opbrief.api.report.ReportContext;
import org.opbrief.api.report.ReportException;
import org.opbrief.api.report.ReportInfo;
import org.opbrief.packs.definition.ReportDefinition;

/**
 * A report that a pack defines.
 *
 * @param layouts by format; read at once, since the pack may be updated or go while the report is written
 */
public record DefinedReport(ReportDefinition definition, Map<String, URL> layouts) implements Report {

    public static DefinedReport of(PackFiles pack, ReportDefinition definition) {
        Map<String, URL> layouts = new TreeMap<>();
        definition.layouts().forEach((format, layout) -> layouts.put(format, LayoutFiles.locate(pack, layout)));
        return new DefinedReport(definition, layouts);
    }

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
        return Optional.ofNullable(layouts.get(format));
    }
}
