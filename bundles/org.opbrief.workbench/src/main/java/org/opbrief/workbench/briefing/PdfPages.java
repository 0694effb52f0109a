package org.opbrief.workbench.briefing;

import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDNamedDestination;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/**
 * The pages of a PDF: their sizes, pictures and texts, and where they tell figures. May be used by several threads; of
 * those that draw or search, one waits for the other. The file is read at once, so that it may be written anew meanwhile.
 */
final class PdfPages implements AutoCloseable {
    /** Names of destinations that are the line of a figure begin with this. */
    private static final String FIGURE = "figure.";

    /** Width and height in points, an inch having 72. */
    record Size(double width, double height) {}

    private final byte[] bytes;
    private final PDDocument document;
    private final PDFRenderer renderer;
    private final List<Size> sizes;
    private final String title;
    private final Map<Integer, Optional<PageText>> texts = new HashMap<>();
    private final List<List<Spot>> spots;

    private PdfPages(byte[] bytes, PDDocument document, List<Size> sizes, String title) {
        this.bytes = bytes;
        this.document = document;
        this.sizes = List.copyOf(sizes);
        this.title = title;
        // all at once, so that nobody who asks for them waits for a page that is being drawn
        spots = IntStream.range(0, sizes.size())
                .mapToObj(page -> readSpots(document, page))
                .toList();
        renderer = new PDFRenderer(document);
        renderer.setSubsamplingAllowed(true);
    }

    /** @throws PreviewException if the file is not there, is no PDF, is damaged or locked by a password */
    static PdfPages open(Path file) throws PreviewException {
        PDDocument document = null;
        try {
            byte[] bytes = Files.readAllBytes(file);
            document = Loader.loadPDF(new RandomAccessReadBuffer(bytes));
            List<Size> sizes = new ArrayList<>();
            for (PDPage page : document.getPages()) {
                PDRectangle box = page.getCropBox();
                boolean turned = page.getRotation() % 180 != 0;
                sizes.add(
                        turned ? new Size(box.getHeight(), box.getWidth()) : new Size(box.getWidth(), box.getHeight()));
            }
            if (sizes.isEmpty()) {
                throw new IOException("it has no pages");
            }
            String title = document.getDocumentInformation().getTitle();
            return new PdfPages(
                    bytes,
                    document,
                    sizes,
                    title == null || title.isBlank() ? file.getFileName().toString() : title);
        } catch (NoSuchFileException e) {
            throw new PreviewException(Messages.of("pdf.absent", file), e);
        } catch (InvalidPasswordException e) {
            throw new PreviewException(Messages.of("pdf.password", file), e);
        } catch (IOException | RuntimeException e) {
            close(document, e);
            throw new PreviewException(Messages.of("pdf.damaged", file), e);
        }
    }

    int count() {
        return sizes.size();
    }

    /** What the document says that it is called, or else the file's name. */
    String title() {
        return title;
    }

    /** SHA-256 of the file as it was read, in lower case hexadecimal digits. */
    String content() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }

    /** @param page from 0 */
    Size size(int page) {
        return sizes.get(page);
    }

    List<Size> sizes() {
        return sizes;
    }

    /**
     * A picture of a page.
     *
     * @param page from 0
     * @param scale pixels a point
     * @throws PreviewException if the page is damaged
     */
    BufferedImage render(int page, double scale) throws PreviewException {
        try {
            synchronized (document) {
                return renderer.renderImage(page, (float) scale, ImageType.RGB);
            }
        } catch (IOException | RuntimeException e) {
            throw new PreviewException(Messages.of("pdf.page.damaged", page + 1, title), e);
        }
    }

    /** Finds a text on a page, without regard to case and line breaks; nothing on a damaged page. */
    List<Hit> find(int page, String text) {
        synchronized (document) {
            return texts.computeIfAbsent(page, this::text)
                    .map(found -> found.find(text))
                    .orElse(List.of());
        }
    }

    /** Finds a text on all pages, in their order. */
    List<Hit> find(String text) {
        List<Hit> hits = new ArrayList<>();
        for (int page = 0; page < count(); page++) {
            hits.addAll(find(page, text));
        }
        return hits;
    }

    /** The places on a page that tell figures, in reading order. */
    List<Spot> spots(int page) {
        return spots.get(page);
    }

    /** All places that tell a figure, in reading order. */
    List<Spot> spots(String figure) {
        List<Spot> found = new ArrayList<>();
        for (int page = 0; page < count(); page++) {
            spots(page).stream().filter(spot -> spot.figure().equals(figure)).forEach(found::add);
        }
        return found;
    }

    @Override
    public void close() {
        synchronized (document) {
            close(document, null);
        }
    }

    private Optional<PageText> text(int page) {
        try {
            return Optional.of(PageText.of(document, page));
        } catch (IOException | RuntimeException e) {
            // its picture says that the page is damaged
            return Optional.empty();
        }
    }

    private static List<Spot> readSpots(PDDocument document, int page) {
        List<Spot> found = new ArrayList<>();
        try {
            PDRectangle crop = document.getPage(page).getCropBox();
            for (PDAnnotation annotation : document.getPage(page).getAnnotations()) {
                if (annotation instanceof PDAnnotationLink link
                        && link.getDestination() instanceof PDNamedDestination destination
                        && destination.getNamedDestination().startsWith(FIGURE)) {
                    PDRectangle box = link.getRectangle();
                    found.add(new Spot(
                            destination.getNamedDestination().substring(FIGURE.length()),
                            page,
                            new Rectangle2D.Double(
                                    box.getLowerLeftX() - crop.getLowerLeftX(),
                                    crop.getUpperRightY() - box.getUpperRightY(),
                                    box.getWidth(),
                                    box.getHeight()),
                            link.getContents() == null ? "" : link.getContents()));
                }
            }
        } catch (IOException | RuntimeException e) {
            // a page whose links cannot be read has none that can be followed; its picture says what is wrong
            found.clear();
        }
        return List.copyOf(found);
    }

    private static void close(PDDocument document, Exception reason) {
        if (document != null) {
            try {
                document.close();
            } catch (IOException e) {
                if (reason != null) {
                    reason.addSuppressed(e);
                }
            }
        }
    }
}
