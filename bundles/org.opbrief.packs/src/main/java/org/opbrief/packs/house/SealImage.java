package org.opbrief.packs.house;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Locale;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.opbrief.api.report.ReportException;
import org.opbrief.api.report.Seal;

/**
 * Makes a seal of an image that may be anything: it is decoded and written anew, so that nothing but its picture comes into
 * documents.
 */
final class SealImage {
    static final int MOST_BYTES = 4 << 20;

    private static final int MOST_PIXELS = 5000;
    private static final Set<String> FORMATS = Set.of("png", "jpeg");

    private final String name;

    /** @param name of the image, for messages */
    SealImage(String name) {
        this.name = name;
    }

    Seal read(byte[] bytes) throws ReportException {
        if (bytes.length > MOST_BYTES) {
            throw refused("is larger than " + (MOST_BYTES >> 20) + " MiB; save it smaller");
        }
        BufferedImage image = decode(bytes);
        double scale = Math.min(1, (double) Seal.LARGEST / Math.max(image.getWidth(), image.getHeight()));
        BufferedImage plain = plain(image, Math.max(1, (int) Math.round(image.getWidth() * scale)), Math.max(1, (int)
                Math.round(image.getHeight() * scale)));
        return new Seal(png(plain), plain.getWidth(), plain.getHeight());
    }

    /** Reads what was made a seal before; its bytes stay. */
    Seal kept(byte[] png) throws ReportException {
        BufferedImage image = decode(png);
        return new Seal(png, image.getWidth(), image.getHeight());
    }

    private BufferedImage decode(byte[] bytes) throws ReportException {
        // without a cache file: the image is in memory already
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw refused("is no PNG or JPEG image");
            }
            ImageReader reader = readers.next();
            try {
                if (!FORMATS.contains(reader.getFormatName().toLowerCase(Locale.ROOT))) {
                    throw refused("is no PNG or JPEG image but " + reader.getFormatName());
                }
                reader.setInput(in, true, true);
                // before a pixel is read: a small file can tell of a picture that no memory holds
                checkSize(reader.getWidth(0), reader.getHeight(0));
                return reader.read(0);
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException e) {
            throw new ReportException(
                    "The seal " + name + " cannot be read as an image (" + e.getMessage()
                            + "); save it as PNG, or as JPEG with RGB colors.",
                    e);
        }
    }

    private void checkSize(int width, int height) throws ReportException {
        if (width > MOST_PIXELS || height > MOST_PIXELS) {
            throw refused(
                    "has " + width + " × " + height + " pixels; save it with at most " + MOST_PIXELS + " each way");
        }
    }

    private ReportException refused(String why) {
        return new ReportException("The seal " + name + " " + why + ".");
    }

    /** The picture in sRGB and of that size; halved again and again, since one great step would leave out pixels. */
    private static BufferedImage plain(BufferedImage image, int width, int height) {
        BufferedImage now = image;
        while (now.getWidth() > 2 * width && now.getHeight() > 2 * height) {
            now = drawn(now, now.getWidth() / 2, now.getHeight() / 2);
        }
        return drawn(now, width, height);
    }

    private static BufferedImage drawn(BufferedImage image, int width, int height) {
        boolean transparent = image.getColorModel().hasAlpha();
        BufferedImage drawn = new BufferedImage(
                width, height, transparent ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = drawn.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
            graphics.drawImage(image, 0, 0, width, height, null);
        } finally {
            graphics.dispose();
        }
        return drawn;
    }

    private byte[] png(BufferedImage image) throws ReportException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ImageOutputStream png = new MemoryCacheImageOutputStream(out)) {
            ImageIO.write(image, "png", png);
        } catch (IOException e) {
            throw new ReportException("The seal " + name + " cannot be kept: " + e.getMessage() + ".", e);
        }
        return out.toByteArray();
    }
}
