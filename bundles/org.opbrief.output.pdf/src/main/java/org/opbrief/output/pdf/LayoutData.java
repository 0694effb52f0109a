package org.opbrief.output.pdf;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import net.sf.jasperreports.engine.JRDataSource;
import net.sf.jasperreports.engine.JREmptyDataSource;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JRField;
import net.sf.jasperreports.engine.JRParameter;
import org.opbrief.api.report.Briefing;
import org.opbrief.api.report.Section;
import org.opbrief.api.statistics.Figure;
import org.opbrief.api.statistics.Table;

/** What a report's own layout gets of a briefing; the README of this bundle says it for authors. */
final class LayoutData {
    private final Briefing briefing;
    private final Numbers numbers;
    private final Labels labels;

    LayoutData(Briefing briefing) {
        this.briefing = briefing;
        this.labels = new Labels(briefing.language());
        this.numbers = new Numbers(briefing.language(), labels);
    }

    Map<String, Object> parameters() {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put(JRParameter.REPORT_LOCALE, briefing.language());
        parameters.put(JRParameter.REPORT_TIME_ZONE, TimeZone.getTimeZone("UTC"));
        briefing.parameters().forEach((label, value) -> parameters.put(parameter(label), value));
        for (Section section : briefing.sections()) {
            if (section instanceof Section.TableSection table) {
                parameters.put("table_" + table.id(), source(table));
            }
        }
        for (Figure figure : briefing.figures()) {
            parameters.put(figure.id(), figure.words());
            parameters.put(figure.id() + "_value", figure.value());
        }
        parameters.put("title", briefing.title());
        parameters.put("subtitle", briefing.subtitle());
        parameters.put("marking", briefing.edition().marking().text());
        parameters.put("as_of", labels.date(briefing.asOf()));
        return parameters;
    }

    /** The rows of the first table; one row without fields if there is none. */
    JRDataSource main() {
        Optional<Section.TableSection> first = briefing.sections().stream()
                .filter(Section.TableSection.class::isInstance)
                .map(Section.TableSection.class::cast)
                .findFirst();
        return first.map(this::source).orElseGet(() -> new JREmptyDataSource(1));
    }

    private JRDataSource source(Section.TableSection section) {
        return new Rows(section.id(), section.answer().table());
    }

    /** The layout's name of a parameter of the report. */
    static String parameter(String label) {
        return "parameter_" + label.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "_");
    }

    private final class Rows implements JRDataSource {
        private final String id;
        private final Table table;
        private final Cells cells;
        private int row = -1;

        Rows(String id, Table table) {
            this.id = id;
            this.table = table;
            this.cells = new Cells(table, numbers, labels);
        }

        @Override
        public boolean next() {
            return ++row < table.rowCount();
        }

        @Override
        public Object getFieldValue(JRField field) throws JRException {
            int index = table.indexOf(field.getName())
                    .orElseThrow(() -> new JRException("the table " + id + " has no column " + field.getName()
                            + "; it has "
                            + String.join(
                                    ", ",
                                    table.columns().stream()
                                            .map(Table.Column::name)
                                            .toList())));
            if (field.getValueClass() == String.class) {
                return cells.text(row, index);
            }
            return typed(field.getValueClass(), table.columns().get(index), table.cell(row, index));
        }

        private Object typed(Class<?> wanted, Table.Column column, Optional<Object> cell) throws JRException {
            Object value = cell.orElse(null);
            if (value == null || wanted.isInstance(value)) {
                return value;
            }
            if (value instanceof Number number) {
                BigDecimal exact =
                        value instanceof BigDecimal decimal ? decimal : BigDecimal.valueOf(number.longValue());
                if (wanted == BigDecimal.class) {
                    return exact;
                } else if (wanted == Double.class) {
                    return exact.doubleValue();
                } else if (wanted == Long.class) {
                    return exact.longValue();
                } else if (wanted == Integer.class) {
                    return exact.intValue();
                }
            }
            if (value instanceof LocalDate day && wanted == Date.class) {
                return Date.from(day.atStartOfDay(ZoneOffset.UTC).toInstant());
            }
            throw new JRException("the column " + column.name() + " of the table " + id + " holds "
                    + value.getClass().getSimpleName() + ", which does not convert to " + wanted.getName());
        }
    }
}
