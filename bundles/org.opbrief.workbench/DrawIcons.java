import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.parser.SVGLoader;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/**
 * Run by the build: draws the icons, at their size and twice that for screens that need it. The window could draw them
 * itself, but what it takes to do so (jsvg and Java's own graphics) would be loaded at each start.
 */
class DrawIcons {

    /** @param arguments the folder of the SVG files, the folder for the PNG files */
    public static void main(String[] arguments) throws IOException {
        Path result = Files.createDirectories(Path.of(arguments[1]));
        List<Path> icons;
        try (Stream<Path> files = Files.list(Path.of(arguments[0]))) {
            icons = files.filter(file -> file.toString().endsWith(".svg")).sorted().toList();
        }
        for (Path icon : icons) {
            SVGDocument document = new SVGLoader().load(icon.toUri().toURL());
            if (document == null) {
                throw new IOException(icon + " is no SVG.");
            }
            String name = icon.getFileName().toString().replaceFirst("\\.svg$", "");
            write(draw(document, 1), result.resolve(name + ".png"));
            write(draw(document, 2), result.resolve(name + "@2x.png"));
        }
    }

    private static BufferedImage draw(SVGDocument document, int scale) {
        int width = Math.round(document.size().width * scale);
        int height = Math.round(document.size().height * scale);
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.scale(scale, scale);
        document.render(null, graphics);
        graphics.dispose();
        return image;
    }

    private static void write(BufferedImage image, Path file) throws IOException {
        if (!ImageIO.write(image, "png", file.toFile())) {
            throw new IOException("Java writes no PNG.");
        }
    }
}
