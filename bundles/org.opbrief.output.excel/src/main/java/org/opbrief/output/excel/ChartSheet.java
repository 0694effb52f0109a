package org.opbrief.output.excel;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xddf.usermodel.PresetColor;
import org.apache.poi.xddf.usermodel.XDDFColor;
import org.apache.poi.xddf.usermodel.XDDFLineProperties;
import org.apache.poi.xddf.usermodel.XDDFShapeProperties;
import org.apache.poi.xddf.usermodel.XDDFSolidFillProperties;
import org.apache.poi.xddf.usermodel.chart.AxisCrossBetween;
import org.apache.poi.xddf.usermodel.chart.AxisPosition;
import org.apache.poi.xddf.usermodel.chart.BarDirection;
import org.apache.poi.xddf.usermodel.chart.ChartTypes;
import org.apache.poi.xddf.usermodel.chart.LegendPosition;
import org.apache.poi.xddf.usermodel.chart.XDDFBarChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryAxis;
import org.apache.poi.xddf.usermodel.chart.XDDFChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSource;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSourcesFactory;
import org.apache.poi.xddf.usermodel.chart.XDDFNumericalDataSource;
import org.apache.poi.xddf.usermodel.chart.XDDFValueAxis;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFDrawing;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.opbrief.api.data.ColumnType;
import org.opbrief.api.report.Briefing;
import org.opbrief.api.report.Section;
import org.opbrief.api.statistics.Table;

/** A chart of Excel's own, beside the numbers that it shows. */
final class ChartSheet {

    private static final int CHART_COLUMNS = 12;
    private static final int CHART_ROWS = 26;

    private final Briefing briefing;
    private final Styles styles;

    ChartSheet(Briefing briefing, Styles styles) {
        this.briefing = briefing;
        this.styles = styles;
    }

    void write(XSSFWorkbook workbook, String name, Section.Chart section) {
        Table table = pivoted(section);
        XSSFSheet sheet = new TableSheet(briefing, styles).write(workbook, name, section.id(), table, "");
        if (table.rowCount() == 0) {
            return;
        }
        int left = table.columns().size() + 1;
        XSSFDrawing drawing = sheet.createDrawingPatriarch();
        XSSFClientAnchor anchor = drawing.createAnchor(0, 0, 0, 0, left, 1, left + CHART_COLUMNS, 1 + CHART_ROWS);
        XSSFChart chart = drawing.createChart(anchor);
        chart.getCTChartSpace().addNewRoundedCorners().setVal(false);
        chart.setTitleText(section.title());
        chart.setTitleOverlay(false);
        var properties = chart.getGraphicFrame()
                .getCTGraphicalObjectFrame()
                .getNvGraphicFramePr()
                .getCNvPr();
        properties.setDescr(section.description());
        properties.setName(section.title());
        plot(chart, sheet, section, table);
    }

    private static void plot(XSSFChart chart, XSSFSheet sheet, Section.Chart section, Table table) {
        XDDFCategoryAxis bottom = chart.createCategoryAxis(AxisPosition.BOTTOM);
        bottom.setTitle(TableSheet.header(table.columns().get(0)));
        XDDFValueAxis side = chart.createValueAxis(AxisPosition.LEFT);
        side.setTitle(TableSheet.header(measure(section)));
        side.setCrossBetween(AxisCrossBetween.BETWEEN);
        side.setNumberFormat("#,##0");
        chart.getCTChart().getPlotArea().getValAxArray(0).getNumFmt().setSourceLinked(false);
        int last = table.rowCount();
        XDDFDataSource<?> categories =
                XDDFDataSourcesFactory.fromStringCellRange(sheet, new CellRangeAddress(1, last, 0, 0));
        XDDFChartData data =
                chart.createData(section.kind() == Section.Kind.BAR ? ChartTypes.BAR : ChartTypes.LINE, bottom, side);
        if (data instanceof XDDFBarChartData bars) {
            bars.setBarDirection(BarDirection.COL);
            bars.setGapWidth(60);
        }
        data.setVaryColors(false);
        PresetColor[] colors = {
            PresetColor.STEEL_BLUE,
            PresetColor.DARK_ORANGE,
            PresetColor.SEA_GREEN,
            PresetColor.INDIAN_RED,
            PresetColor.GRAY
        };
        for (int column = 1; column < table.columns().size(); column++) {
            XDDFNumericalDataSource<Double> values =
                    XDDFDataSourcesFactory.fromNumericCellRange(sheet, new CellRangeAddress(1, last, column, column));
            XDDFChartData.Series series = data.addSeries(categories, values);
            series.setTitle(table.columns().get(column).title(), null);
            paint(series, colors[(column - 1) % colors.length], section.kind());
        }
        chart.plot(data);
        if (table.columns().size() > 2) {
            chart.getOrAddLegend().setPosition(LegendPosition.BOTTOM);
        }
    }

    private static void paint(XDDFChartData.Series series, PresetColor color, Section.Kind kind) {
        XDDFSolidFillProperties fill = new XDDFSolidFillProperties(XDDFColor.from(color));
        XDDFShapeProperties shape = new XDDFShapeProperties();
        if (kind == Section.Kind.BAR) {
            shape.setFillProperties(fill);
        } else {
            shape.setLineProperties(new XDDFLineProperties(fill));
        }
        series.setShapeProperties(shape);
    }

    private static Table.Column measure(Section.Chart section) {
        Table table = section.answer().table();
        return table.columns().get(table.indexOf(section.y().get(0)).orElseThrow());
    }

    /** One row for each x, one column for each series. */
    private static Table pivoted(Section.Chart section) {
        Table table = section.answer().table();
        int x = table.indexOf(section.x()).orElseThrow();
        Set<Object> categories = new LinkedHashSet<>();
        for (int row = 0; row < table.rowCount(); row++) {
            categories.add(table.cell(row, x).orElse(""));
        }
        List<Table.Column> columns = new ArrayList<>();
        Table.Column category = table.columns().get(x);
        columns.add(new Table.Column(category.name(), category.title(), ColumnType.TEXT, Optional.empty(), 0, false));
        List<List<Object>> rows = new ArrayList<>();
        categories.forEach(each -> rows.add(new ArrayList<>(List.of(each.toString()))));
        List<Object> keys = new ArrayList<>(categories);
        if (section.split().isPresent()) {
            int split = table.indexOf(section.split().get()).orElseThrow();
            int y = table.indexOf(section.y().get(0)).orElseThrow();
            Set<Object> names = new LinkedHashSet<>();
            for (int row = 0; row < table.rowCount(); row++) {
                names.add(table.cell(row, split).orElse(""));
            }
            for (Object series : names) {
                columns.add(named(table.columns().get(y), series.toString()));
                rows.forEach(line -> line.add(null));
                for (int row = 0; row < table.rowCount(); row++) {
                    if (table.cell(row, split).orElse("").equals(series)) {
                        List<Object> line =
                                rows.get(keys.indexOf(table.cell(row, x).orElse("")));
                        line.set(line.size() - 1, table.cell(row, y).orElse(null));
                    }
                }
            }
            return new Table(columns, rows);
        }
        for (String name : section.y()) {
            int y = table.indexOf(name).orElseThrow();
            columns.add(table.columns().get(y));
            for (int row = 0; row < table.rowCount(); row++) {
                rows.get(keys.indexOf(table.cell(row, x).orElse("")))
                        .add(table.cell(row, y).orElse(null));
            }
        }
        return new Table(columns, rows);
    }

    private static Table.Column named(Table.Column column, String title) {
        return new Table.Column(title, title, column.type(), column.unit(), column.decimals(), true);
    }
}
