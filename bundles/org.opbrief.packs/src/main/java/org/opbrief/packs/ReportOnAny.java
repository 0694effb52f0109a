package org.opbrief.packs;

import java.net.URL;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.opbrief.api.data.ColumnType;
import org.opbrief.api.data.DataSet;
import org.opbrief.api.report.Briefing;
import org.opbrief.api.report.Parameter;
import org.opbrief.api.report.Report;
import org.opbrief.api.report.ReportContext;
import org.opbrief.api.report.ReportException;
import org.opbrief.api.report.ReportInfo;

/**
 * A report on any data set, which can be asked for those that are present.
 *
 * @param info with them as the choices of the parameter that says which one
 */
record ReportOnAny(Report report, ReportInfo info) implements Report {

    /** The report itself, if it says by itself which data sets it reads. */
    static Report of(Report report, Collection<DataSet> dataSets) {
        ReportInfo info = report.info();
        if (info.subject().isEmpty()) {
            return report;
        }
        List<Parameter> parameters = info.parameters().stream()
                .map(parameter ->
                        parameter.name().equals(info.subject().get()) ? choosing(parameter, dataSets) : parameter)
                .toList();
        return new ReportOnAny(
                report,
                new ReportInfo(
                        info.id(),
                        info.title(),
                        info.description(),
                        parameters,
                        info.editions(),
                        info.dataSets(),
                        info.languages(),
                        info.subject(),
                        info.sections()));
    }

    private static Parameter choosing(Parameter parameter, Collection<DataSet> dataSets) {
        return new Parameter(
                parameter.name(),
                parameter.label(),
                parameter.description(),
                ColumnType.TEXT,
                parameter.required(),
                parameter.initial(),
                dataSets.stream()
                        .map(dataSet -> new Parameter.Choice(dataSet.id(), dataSet.title(), List.of()))
                        .toList());
    }

    @Override
    public Briefing build(ReportContext context) throws ReportException {
        return report.build(context);
    }

    @Override
    public Optional<URL> layout(String format) {
        return report.layout(format);
    }
}
