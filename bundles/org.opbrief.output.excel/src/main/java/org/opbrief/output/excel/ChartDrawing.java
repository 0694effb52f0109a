package org.opbrief.output.excel;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xddf.usermodel.PresetColor;
import org.apache.poi.xddf.usermodel.XDDFColor;
import org.apache.poi.xddf.usermodel.XDDFLineProperties;
import org.apache.poi.xddf.usermodel.XDDFShapeProperties;
import org.apache.poi.xddf.usermodel.XDDFSolidFillProperties;
import org.apache.poi.xddf.usermodel.chart.AxisCrossBetween;
import org.apache.poi.xddf.usermodel.chart.AxisCrosses;
import org.apache.poi.xddf.usermodel.chart.AxisOrientation;
import org.apache.poi.xddf.usermodel.chart.AxisPosition;
import org.apache.poi.xddf.usermodel.chart.AxisTickMark;
import org.apache.poi.xddf.usermodel.chart.BarDirection;
import org.apache.poi.xddf.usermodel.chart.ChartTypes;
import org.apache.poi.xddf.usermodel.chart.Grouping;
import org.apache.poi.xddf.usermodel.chart.LegendPosition;
import org.apache.poi.xddf.usermodel.chart.MarkerStyle;
import org.apache.poi.xddf.usermodel.chart.XDDFBarChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryAxis;
import org.apache.poi.xddf.usermodel.chart.XDDFChartAxis;
import org.apache.poi.xddf.usermodel.chart.XDDFChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSource;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSourcesFactory;
import org.apache.poi.xddf.usermodel.chart.XDDFLineChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFNumericalDataSource;
import org.apache.poi.xddf.usermodel.chart.XDDFValueAxis;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFDrawing;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.opbrief.api.data.ColumnType;
import org.opbrief.api.data.Unit;
import org.opbrief.api.report.Section;
import org.opbrief.api.statistics.Table;
import org.openxmlformats.schemas.drawingml.x2006.main.CTNonVisualDrawingProps;

/** Draws a chart of Excel's own kind over the cells of a table. */
final class ChartDrawing {
    private static final int[] SERIES = {0x2f6299, 0xc0392b, 0x2e8b57, 0xd68910, 0x6c4a9e, 0x148f9e, 0x7a5c3e, 0x52606d
    };
    private static final int PIXELS_WIDE = 940;
    private static final int MANY_BARS = 8;
    private static final int LONG_NAME = 14;

    private final Section.Chart chart;
    private final Source source;

    ChartDrawing(Section.Chart chart, Source source) {
        this.chart = chart;
        this.source = source;
    }

    /**
     * The cells that a chart draws.
     *
     * @param headerRow from 0
     * @param columns of the table: what stands along the axis, then the series
     */
    record Source(XSSFSheet sheet, Table table, int headerRow, List<Integer> columns) {

        String range(int column) {
            return new CellRangeAddress(headerRow + 1, headerRow + Math.max(1, table.rowCount()), column, column)
                    .formatAsString(sheet.getSheetName(), true);
        }

        Table.Column x() {
            return table.columns().get(columns.get(0));
        }

        Table.Column y() {
            return table.columns().get(columns.get(1));
        }
    }

    void draw(XSSFSheet sheet, int firstRow, int lastRow) {
        XSSFDrawing drawing = sheet.createDrawingPatriarch();
        XSSFClientAnchor anchor = drawing.createAnchor(0, 0, 0, 0, 0, firstRow, lastColumn(sheet), lastRow);
        XSSFChart made = drawing.createChart(anchor);
        CTNonVisualDrawingProps properties = made.getGraphicFrame()
                .getCTGraphicalObjectFrame()
                .getNvGraphicFramePr()
                .getCNvPr();
        properties.setName(chart.title().isEmpty() ? chart.id() : chart.title());
        properties.setDescr(chart.description());
        made.getCTChartSpace().addNewRoundedCorners().setVal(false);
        made.setTitleText(chart.title());
        made.setTitleOverlay(false);
        made.getFormattedTitle().getParagraph(0).addDefaultRunProperties().setFontSize(14d);
        if (source.columns().size() > 2) {
            made.getOrAddLegend().setPosition(LegendPosition.BOTTOM);
        }
        boolean horizontal = isHorizontal();
        XDDFCategoryAxis across = made.createCategoryAxis(horizontal ? AxisPosition.LEFT : AxisPosition.BOTTOM);
        XDDFValueAxis values = made.createValueAxis(horizontal ? AxisPosition.BOTTOM : AxisPosition.LEFT);
        axes(across, values, horizontal);
        XDDFChartData data =
                made.createData(chart.kind() == Section.Kind.BAR ? ChartTypes.BAR : ChartTypes.LINE, across, values);
        series(data);
        if (data instanceof XDDFBarChartData bars) {
            bars.setBarDirection(horizontal ? BarDirection.BAR : BarDirection.COL);
            bars.setGapWidth(horizontal ? 45 : 70);
        }
        if (data instanceof XDDFLineChartData lines) {
            lines.setGrouping(Grouping.STANDARD);
        }
        data.setVaryColors(false);
        made.plot(data);
        // else the axis takes the format of the cells, with its unit at each tick
        made.getCTChart().getPlotArea().getValAxArray(0).getNumFmt().setSourceLinked(false);
    }

    private void axes(XDDFCategoryAxis across, XDDFValueAxis values, boolean horizontal) {
        Unit unit = source.y().unit().orElse(Unit.COUNT);
        values.setNumberFormat(Formats.axis(unit, source.y().decimals(), largest()));
        values.setCrosses(AxisCrosses.AUTO_ZERO);
        values.setCrossBetween(AxisCrossBetween.BETWEEN);
        across.setTitle(source.x().title());
        boolean oneMeasure = chart.y().size() == 1;
        Table.Column measure = chart.answer()
                .table()
                .columns()
                .get(ChartData.column(chart.answer().table(), chart.y().get(0)));
        // several measures are named by the legend
        values.setTitle(Formats.titled(oneMeasure ? measure.title() : "", measure.unit()));
        if (horizontal) {
            // the first bar at the top
            across.setOrientation(AxisOrientation.MAX_MIN);
            values.setCrosses(AxisCrosses.MAX);
        }
        grey(across.getOrAddShapeProperties());
        grey(values.getOrAddShapeProperties());
        grey(values.getOrAddMajorGridProperties());
        across.setMajorTickMark(AxisTickMark.NONE);
        values.setMajorTickMark(AxisTickMark.NONE);
        small(across);
        small(values);
    }

    private static void grey(XDDFShapeProperties shape) {
        shape.setLineProperties(new XDDFLineProperties(solid(Face.HAIRLINE)));
    }

    private static void small(XDDFChartAxis axis) {
        axis.getOrAddTextProperties().setFontSize(9d);
    }

    private void series(XDDFChartData data) {
        XDDFDataSource<?> names = XDDFDataSourcesFactory.fromArray(
                names(), source.range(source.columns().get(0)));
        for (int i = 1; i < source.columns().size(); i++) {
            int column = source.columns().get(i);
            XDDFNumericalDataSource<Double> numbers =
                    XDDFDataSourcesFactory.fromArray(numbers(column), source.range(column));
            numbers.setFormatCode(Formats.of(source.table().columns().get(column)));
            XDDFChartData.Series series = data.addSeries(names, numbers);
            series.setTitle(
                    source.table().columns().get(column).title(),
                    new CellReference(source.sheet().getSheetName(), source.headerRow(), column, true, true));
            color(series, SERIES[(i - 1) % SERIES.length]);
        }
    }

    private static void color(XDDFChartData.Series series, int rgb) {
        XDDFShapeProperties shape = new XDDFShapeProperties();
        if (series instanceof XDDFLineChartData.Series line) {
            XDDFLineProperties stroke = new XDDFLineProperties(solid(rgb));
            stroke.setWidth(2.25);
            shape.setLineProperties(stroke);
            series.setShapeProperties(shape);
            line.setSmooth(false);
            line.setMarkerStyle(MarkerStyle.CIRCLE);
            XDDFShapeProperties marker = new XDDFShapeProperties();
            marker.setFillProperties(solid(rgb));
            marker.setLineProperties(
                    new XDDFLineProperties(new XDDFSolidFillProperties(XDDFColor.from(PresetColor.WHITE))));
            line.getCTLineSer().getMarker().setSpPr(marker.getXmlObject());
        } else {
            shape.setFillProperties(solid(rgb));
            series.setShapeProperties(shape);
            if (series instanceof XDDFBarChartData.Series bar) {
                bar.setInvertIfNegative(false);
            }
        }
    }

    private static XDDFSolidFillProperties solid(int rgb) {
        return new XDDFSolidFillProperties(
                XDDFColor.from(new byte[] {(byte) (rgb >> 16), (byte) (rgb >> 8), (byte) rgb}));
    }

    private String[] names() {
        Table table = source.table();
        String[] names = new String[Math.max(1, table.rowCount())];
        names[0] = "";
        for (int row = 0; row < table.rowCount(); row++) {
            names[row] = table.cell(row, source.columns().get(0))
                    .map(Object::toString)
                    .orElse("");
        }
        return names;
    }

    private Double[] numbers(int column) {
        Table table = source.table();
        Double[] numbers = new Double[Math.max(1, table.rowCount())];
        for (int row = 0; row < table.rowCount(); row++) {
            Optional<Object> value = table.cell(row, column);
            numbers[row] = value.map(
                            number -> number instanceof Long whole ? BigDecimal.valueOf(whole) : (BigDecimal) number)
                    .map(number -> Formats.stored(
                                    number, table.columns().get(column).unit())
                            .doubleValue())
                    .orElse(null);
        }
        return numbers;
    }

    private double largest() {
        double largest = 0;
        for (int i = 1; i < source.columns().size(); i++) {
            for (Double number : numbers(source.columns().get(i))) {
                largest = number == null ? largest : Math.max(largest, Math.abs(number));
            }
        }
        return largest;
    }

    /** Bars lie if their names would not fit below them. */
    private boolean isHorizontal() {
        if (chart.kind() != Section.Kind.BAR || source.x().type() != ColumnType.TEXT) {
            return false;
        }
        String[] names = names();
        for (String name : names) {
            if (name.length() > LONG_NAME) {
                return true;
            }
        }
        return names.length > MANY_BARS;
    }

    /** The column at which a chart of the usual width ends. */
    private static int lastColumn(XSSFSheet sheet) {
        float pixels = 0;
        int column = 0;
        while (pixels < PIXELS_WIDE) {
            pixels += sheet.getColumnWidthInPixels(column);
            column++;
        }
        return column;
    }
}
