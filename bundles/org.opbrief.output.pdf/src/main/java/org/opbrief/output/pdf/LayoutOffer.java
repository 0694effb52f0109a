package org.opbrief.output.pdf;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.sf.jasperreports.engine.JRDataSource;
import org.opbrief.api.data.Nearest;
import org.opbrief.api.pack.ReportOutline;
import org.opbrief.api.report.Parameter;

/** What a report offers to a layout: {@link LayoutData} before there are data. */
final class LayoutOffer {

    /** What JasperReports itself declares. */
    private static final String BUILT_IN =
            "REPORT_[A-Z_]+|IS_IGNORE_PAGINATION|JASPER_REPORT|JASPER_REPORTS_CONTEXT|FILTER|SORT_FIELDS";

    private static final Set<String> FIELD_CLASSES = Set.of(
            String.class.getName(),
            BigDecimal.class.getName(),
            Long.class.getName(),
            Integer.class.getName(),
            Double.class.getName(),
            Boolean.class.getName(),
            LocalDate.class.getName(),
            Date.class.getName(),
            Number.class.getName(),
            Object.class.getName());

    private final Map<String, Class<?>> parameters = new LinkedHashMap<>();
    private final List<ReportOutline.Table> tables;

    LayoutOffer(ReportOutline report) {
        tables = report.tables();
        for (String figure : report.figures()) {
            parameters.put(figure, String.class);
            parameters.put(figure + "_value", BigDecimal.class);
        }
        for (Parameter parameter : report.info().parameters()) {
            parameters.put(LayoutData.parameter(parameter.label()), String.class);
        }
        for (ReportOutline.Table table : tables) {
            parameters.put("table_" + table.id(), JRDataSource.class);
        }
        for (String own : List.of("title", "subtitle", "marking", "as_of")) {
            parameters.put(own, String.class);
        }
    }

    /** What is wrong with a parameter of the layout. */
    Optional<String> parameter(LayoutSource.Declared declared) {
        if (declared.name().matches(BUILT_IN)) {
            return Optional.of("the parameter '" + declared.name()
                    + "' is there without being declared; take the declaration out");
        }
        if (declared.initial()) {
            return Optional.empty();
        }
        Class<?> type = parameters.get(declared.name());
        if (type == null) {
            return Optional.of("the parameter '" + declared.name() + "' is nothing that the report has"
                    + Nearest.hint(declared.name(), parameters.keySet())
                    + (Nearest.to(declared.name(), parameters.keySet()).isPresent()
                            ? ""
                            : " A parameter of the layout's own needs a default value."));
        }
        boolean fits = declared.type().equals(type.getName()) || declared.type().equals(Object.class.getName());
        return fits
                ? Optional.empty()
                : Optional.of("the parameter '" + declared.name() + "' is a " + type.getName() + ", not a "
                        + declared.type() + "; change its class");
    }

    /**
     * What is wrong with a field.
     *
     * @param table that the field is a column of; empty for the first
     */
    Optional<String> field(LayoutSource.Declared declared, Optional<String> table) {
        if (!FIELD_CLASSES.contains(declared.type())) {
            return Optional.of("the field '" + declared.name() + "' cannot be a " + declared.type()
                    + "; columns come as java.lang.String, java.math.BigDecimal, java.lang.Long, java.lang.Integer,"
                    + " java.lang.Double, java.lang.Boolean, java.time.LocalDate or java.util.Date");
        }
        if (tables.isEmpty()) {
            return Optional.of("the field '" + declared.name()
                    + "' is nothing that the report has: a layout's rows are those of the first table section, and the"
                    + " report has none");
        }
        ReportOutline.Table of = table.flatMap(id ->
                        tables.stream().filter(each -> each.id().equals(id)).findFirst())
                .orElse(tables.get(0));
        if (of.columns().isEmpty() || of.columns().contains(declared.name())) {
            return Optional.empty();
        }
        return Optional.of("the field '" + declared.name() + "' is no column of the table " + of.id()
                + Nearest.hint(declared.name(), of.columns()));
    }

    /** The declaration that a layout lacks for what it uses. */
    String declaration(String parameter) {
        Class<?> type = parameters.get(parameter);
        return type == null
                ? Nearest.hint(parameter, parameters.keySet())
                : "; declare it: <parameter name=\"" + parameter + "\" class=\"" + type.getName() + "\"/>";
    }
}
