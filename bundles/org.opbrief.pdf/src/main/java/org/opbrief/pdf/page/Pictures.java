package org.opbrief.pdf.page;

import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2D;
import java.awt.geom.Dimension2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JasperReportsContext;
import net.sf.jasperreports.renderers.DataRenderable;
import net.sf.jasperreports.renderers.DimensionRenderable;
import net.sf.jasperreports.renderers.Graphics2DRenderable;
import net.sf.jasperreports.renderers.Renderable;
import net.sf.jasperreports.renderers.RenderersCache;
import net.sf.jasperreports.renderers.ResourceRenderer;
import net.sf.jasperreports.renderers.WrappingSvgDataToGraphics2DRenderer;
import net.sf.jasperreports.renderers.util.RendererUtil;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceCMYK;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.opbrief.pdf.PdfException;
import org.opbrief.pdf.file.Bytes;
import org.opbrief.pdf.file.CosWriter;
import org.opbrief.pdf.structure.Place;

/** The pictures of a document, each written once: raster images, and drawings as vectors. */
final class Pictures {
    private final JasperReportsContext context;
    private final PDDocument document;
    private final CosWriter writer;
    private final DrawingText text;
    private final Place place;
    private final RenderersCache renderers;
    private final Map<String, Picture> pictures = new HashMap<>();
    private final Bytes resources = new Bytes();
    private int count;

    Pictures(JasperReportsContext context, PDDocument document, CosWriter writer, DrawingText text, Place place) {
        this.context = context;
        this.document = document;
        this.writer = writer;
        this.text = text;
        this.place = place;
        renderers = new RenderersCache(context);
    }

    /**
     * A picture in the file.
     *
     * @param resource its name among the resources
     * @param width as it wants to be drawn, in points
     * @param unitWidth what it is drawn as without scaling: 1 for images, its size for drawings
     */
    record Picture(String resource, double width, double height, double unitWidth, double unitHeight) {}

    /** Entries of the XObject dictionary of the resources. */
    String resources() {
        return resources.toString();
    }

    /** @param availableWidth the size of a drawing that has none of its own */
    Picture get(Renderable renderable, double availableWidth, double availableHeight) throws PdfException {
        try {
            Renderable loaded = renderable instanceof ResourceRenderer resource
                    ? renderers.getLoadedRenderer(resource)
                    : renderable;
            if (loaded instanceof DataRenderable data
                    && RendererUtil.getInstance(context).isSvgData(data)) {
                return drawing(
                        new WrappingSvgDataToGraphics2DRenderer(data),
                        renderable.getId(),
                        availableWidth,
                        availableHeight);
            } else if (loaded instanceof Graphics2DRenderable drawing) {
                return drawing(drawing, renderable.getId(), availableWidth, availableHeight);
            } else if (loaded instanceof DataRenderable data) {
                return image(data, renderable.getId());
            }
            throw place.error("an image of the kind " + loaded.getClass().getName() + " is not supported.");
        } catch (JRException | IOException | UncheckedIOException e) {
            throw place.error("the image cannot be drawn: " + e.getMessage(), e);
        } catch (Failure e) {
            throw e.exception();
        }
    }

    private Picture drawing(Graphics2DRenderable renderable, String id, double availableWidth, double availableHeight)
            throws JRException, IOException, PdfException {
        Dimension2D size = renderable instanceof DimensionRenderable sized ? sized.getDimension(context) : null;
        double width = size == null ? availableWidth : size.getWidth();
        double height = size == null ? availableHeight : size.getHeight();
        String key = id + ' ' + width + ' ' + height;
        Picture known = pictures.get(key);
        if (known != null) {
            return known;
        }
        PdfBoxGraphics2D graphics = new PdfBoxGraphics2D(document, (float) width, (float) height);
        try {
            graphics.setFontTextDrawer(text);
            renderable.render(context, graphics, new Rectangle2D.Double(0, 0, width, height));
        } catch (Failure e) {
            throw e;
        } catch (RuntimeException e) {
            throw findFailure(e);
        } finally {
            graphics.dispose();
        }
        Picture picture = add(graphics.getXFormObject().getCOSObject(), width, height, width, height);
        pictures.put(key, picture);
        return picture;
    }

    private Picture image(DataRenderable data, String id) throws JRException, IOException, PdfException {
        Picture known = pictures.get(id);
        if (known != null) {
            return known;
        }
        PDImageXObject image;
        try {
            image = PDImageXObject.createFromByteArray(document, data.getData(context), null);
        } catch (IllegalArgumentException e) {
            throw place.error("the image is of a kind that is not supported; use PNG, JPEG or SVG.", e);
        }
        if (image.getColorSpace() instanceof PDDeviceCMYK) {
            throw place.error(
                    "the image has CMYK colours, which a PDF/A file for the screen cannot hold; save it as RGB.");
        }
        Picture picture = add(image.getCOSObject(), image.getWidth(), image.getHeight(), 1, 1);
        pictures.put(id, picture);
        return picture;
    }

    private Picture add(COSStream stream, double width, double height, double unitWidth, double unitHeight)
            throws IOException {
        String name = "X" + count++;
        resources.name(name).ascii(" ").reference(writer.write(stream));
        return new Picture(name, width, height, unitWidth, unitHeight);
    }

    /** Drawings wrap what went wrong in them. */
    private PdfException findFailure(RuntimeException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof PdfException found) {
                return found;
            }
        }
        return place.error("the image cannot be drawn: " + e, e);
    }
}
