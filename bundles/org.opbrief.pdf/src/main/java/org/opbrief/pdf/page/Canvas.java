package org.opbrief.pdf.page;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.AffineTransform;
import java.util.TreeSet;
import org.opbrief.pdf.file.Bytes;
import org.opbrief.pdf.font.DocumentFont;
import org.opbrief.pdf.structure.StructureElement;
import org.opbrief.pdf.structure.StructureTree;

/**
 * The content of a page. Coordinates are those of JasperReports: points from the upper left corner, downwards. What is drawn
 * between {@link #begin} and {@link #end} belongs to an element of the structure, or is an artifact.
 */
public final class Canvas {
    private static final int OPAQUE = 255;
    private static final int UNKNOWN_COLOR = -1;

    private final StructureTree tree;
    private final Bytes content = new Bytes();

    /** Degrees of opacity that are used, 0 to 255: each is a graphics state among the resources. */
    private final TreeSet<Integer> opacities = new TreeSet<>();

    private double height;
    private int fill;
    private int strokeColor;
    private BasicStroke stroke;
    private int opacity;
    private int savedOpacity;
    private DocumentFont font;
    private float fontSize;

    public Canvas(StructureTree tree) {
        this.tree = tree;
    }

    public void startPage(double pageHeight) {
        content.clear();
        height = pageHeight;
        opacity = OPAQUE;
        forget();
    }

    public Bytes content() {
        return content;
    }

    public double height() {
        return height;
    }

    public Iterable<Integer> opacities() {
        return opacities;
    }

    /** @param owner null for an artifact */
    void begin(StructureElement owner) {
        if (owner == null) {
            content.ascii("/Artifact BMC\n");
        } else {
            content.ascii("/")
                    .ascii(owner.type())
                    .ascii("<</MCID ")
                    .integer(tree.mark(owner))
                    .ascii(">>BDC\n");
        }
    }

    void end() {
        content.ascii("EMC\n");
    }

    /** Saves the graphics state, until {@link #restore}; not nested. */
    void save() {
        savedOpacity = opacity;
        content.ascii("q ");
    }

    /** Restores the graphics state; colours, font and lines are then unknown. */
    void restore() {
        content.ascii("Q\n");
        opacity = savedOpacity;
        forget();
    }

    /** Colour of what is filled, text included. */
    void fill(Color color) {
        opacity(color);
        int rgb = color.getRGB() & 0xFFFFFF;
        if (rgb != fill) {
            fill = rgb;
            components(color);
            content.ascii("rg\n");
        }
    }

    /** Colour, width, ends and dashes of lines. */
    void stroke(Color color, BasicStroke newStroke) {
        opacity(color);
        int rgb = color.getRGB() & 0xFFFFFF;
        if (rgb != strokeColor) {
            strokeColor = rgb;
            components(color);
            content.ascii("RG ");
        }
        if (!newStroke.equals(stroke)) {
            stroke = newStroke;
            content.number(newStroke.getLineWidth()).ascii("w ");
            content.ascii(newStroke.getEndCap() == BasicStroke.CAP_SQUARE ? "2 J [" : "0 J [");
            if (newStroke.getDashArray() != null) {
                for (float dash : newStroke.getDashArray()) {
                    content.number(dash);
                }
            }
            content.ascii("]0 d\n");
        }
    }

    void font(DocumentFont newFont, float size) {
        if (newFont != font || size != fontSize) {
            font = newFont;
            fontSize = size;
            content.ascii("/").ascii(newFont.resource()).ascii(" ").number(size).ascii("Tf ");
        }
    }

    void transform(AffineTransform transform) {
        double[] matrix = new double[6];
        transform.getMatrix(matrix);
        matrix(matrix);
        content.ascii("cm ");
    }

    void point(double x, double y, String operator) {
        content.number(x).number(height - y).ascii(operator);
    }

    void rectangle(double x, double y, double width, double rectangleHeight) {
        content.number(x).number(height - y - rectangleHeight).number(width).number(rectangleHeight);
        content.ascii("re ");
    }

    void operator(String operator) {
        content.ascii(operator);
    }

    /** Transforms page coordinates, which go down, into those of PDF, which go up. */
    AffineTransform upwards() {
        return new AffineTransform(1, 0, 0, -1, 0, height);
    }

    private void matrix(double[] matrix) {
        // scales and sines need more decimals than coordinates
        for (int i = 0; i < 4; i++) {
            content.ascii(decimals(matrix[i])).ascii(" ");
        }
        content.number(matrix[4]).number(matrix[5]);
    }

    private static String decimals(double value) {
        long millionths = Math.round(value * 1e6);
        String sign = millionths < 0 ? "-" : "";
        long absolute = Math.abs(millionths);
        String fraction = String.valueOf(1_000_000 + absolute % 1_000_000).substring(1);
        return sign + absolute / 1_000_000 + "." + fraction;
    }

    private void components(Color color) {
        content.number(color.getRed() / 255.0).number(color.getGreen() / 255.0).number(color.getBlue() / 255.0);
    }

    private void opacity(Color color) {
        int alpha = color.getAlpha();
        if (alpha != opacity) {
            opacity = alpha;
            opacities.add(alpha);
            content.ascii("/A").integer(alpha).ascii("gs ");
        }
    }

    private void forget() {
        fill = UNKNOWN_COLOR;
        strokeColor = UNKNOWN_COLOR;
        stroke = null;
        font = null;
    }
}
