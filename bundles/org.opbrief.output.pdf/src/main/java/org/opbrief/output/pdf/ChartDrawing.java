package org.opbrief.output.pdf;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.math.BigDecimal;
import java.util.List;
import java.util.OptionalDouble;
import net.sf.jasperreports.engine.JasperReportsContext;
import net.sf.jasperreports.renderers.AbstractRenderer;
import net.sf.jasperreports.renderers.Graphics2DRenderable;

/** A chart that is drawn as vectors; what all kinds have in common. */
abstract class ChartDrawing extends AbstractRenderer implements Graphics2DRenderable {
    private static final long serialVersionUID = 1;

    /** From dark to light, so that neighbours are told apart in grey. */
    private static final Color[] SERIES = {
        Look.NAVY,
        new Color(0x7fa8d6),
        new Color(0xb3541e),
        new Color(0xf0b95b),
        new Color(0x4b5563),
        new Color(0x9fbf9a)
    };

    private static final float SMALL = 7.5f;

    protected final transient ChartData data;
    protected final transient Numbers numbers;
    protected final transient Font font;
    protected final transient Font bold;
    protected final transient TextWidth width;

    ChartDrawing(ChartData data, Numbers numbers, HouseContext context) {
        this.data = data;
        this.numbers = numbers;
        this.font = context.regular(SMALL);
        this.bold = context.bold(SMALL);
        this.width = new TextWidth(font);
    }

    /** How high the drawing wants to be, in points. */
    abstract int height();

    protected abstract void draw(Graphics2D graphics, double drawnWidth, double drawnHeight);

    @Override
    public void render(JasperReportsContext context, Graphics2D target, Rectangle2D area) {
        Graphics2D graphics = (Graphics2D) target.create();
        graphics.translate(area.getX(), area.getY());
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        draw(graphics, area.getWidth(), area.getHeight());
        graphics.dispose();
    }

    protected Axis axis(int marks) {
        double least = 0;
        double most = 0;
        for (ChartData.Series series : data.series()) {
            for (OptionalDouble value : series.values()) {
                least = Math.min(least, value.orElse(0));
                most = Math.max(most, value.orElse(0));
            }
        }
        return Axis.over(least, most, marks);
    }

    protected static Color color(int series) {
        return SERIES[series % SERIES.length];
    }

    /** Names of the series with a sample of each, above the drawing; its height, 0 if there is only one series. */
    protected double legend(Graphics2D graphics, double drawnWidth) {
        if (data.series().size() < 2) {
            return 0;
        }
        double x = 0;
        double y = 9;
        for (int i = 0; i < data.series().size(); i++) {
            String name = data.series().get(i).name();
            double wide = width.of(name) + 34;
            if (x > 0 && x + wide > drawnWidth) {
                x = 0;
                y += 12;
            }
            sample(graphics, i, x, y - 3);
            text(graphics, name, x + 20, y, 0, Look.INK);
            x += wide;
        }
        return y + 9;
    }

    /** Draws what stands for a series in the legend, around that height, 16 points wide. */
    protected void sample(Graphics2D graphics, int series, double x, double y) {
        graphics.setColor(color(series));
        graphics.fill(new Rectangle2D.Double(x + 4, y - 3.5, 12, 7));
    }

    /** @param anchor 0: the text begins there; 0.5: it is centred there; 1: it ends there */
    protected void text(Graphics2D graphics, String text, double x, double y, double anchor, Color color) {
        graphics.setFont(font);
        graphics.setColor(color);
        graphics.drawString(text, (float) (x - anchor * width.of(text)), (float) y);
    }

    /** A text that begins there and runs upwards. */
    protected void upright(Graphics2D graphics, String text, double x, double y, Color color) {
        Graphics2D turned = (Graphics2D) graphics.create();
        turned.translate(x, y);
        turned.rotate(-Math.PI / 2);
        turned.setFont(font);
        turned.setColor(color);
        turned.drawString(text, 0, 0);
        turned.dispose();
    }

    protected void line(Graphics2D graphics, double x1, double y1, double x2, double y2, Color color, float wide) {
        graphics.setColor(color);
        graphics.setStroke(new BasicStroke(wide));
        graphics.draw(new Line2D.Double(x1, y1, x2, y2));
    }

    protected String value(double value) {
        return numbers.format(BigDecimal.valueOf(value), data.decimals());
    }

    protected String mark(Axis axis, double value) {
        return numbers.format(BigDecimal.valueOf(value), axis.decimals());
    }

    protected double widest(List<String> texts) {
        return texts.stream().mapToDouble(width::of).max().orElse(0);
    }
}
