package org.opbrief.workbench.briefing;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import org.eclipse.swt.SWTException;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.PaletteData;
import org.eclipse.swt.widgets.Display;

/**
 * Pictures of pages, drawn in a thread of their own and kept as long as there is room: all methods are called by the
 * display's thread and none of them waits.
 */
final class PageImages {
    /** In pixels, 4 bytes each: about ten pages that fill a screen. */
    private static final long ROOM = 16_000_000;

    private record Key(int page, int width) {}

    private final Display display;
    private final PdfPages pages;
    private final IntConsumer changed;
    private final Map<Key, Image> images = new LinkedHashMap<>(16, 0.75f, true);
    private final Map<Integer, String> failures = new LinkedHashMap<>();
    private final Set<Key> wanted = ConcurrentHashMap.newKeySet();
    private final ThreadPoolExecutor worker =
            new ThreadPoolExecutor(0, 1, 5, TimeUnit.SECONDS, new LinkedBlockingDeque<>(), PageImages::thread);
    private final Runnable end;
    private long pixels;
    private boolean closed;

    /**
     * @param changed told the number of a page that now has another picture
     * @param end run when nothing is drawn any more
     */
    PageImages(Display display, PdfPages pages, IntConsumer changed, Runnable end) {
        this.end = end;
        this.display = display;
        this.pages = pages;
        this.changed = changed;
        worker.setCorePoolSize(1);
        worker.allowCoreThreadTimeOut(true);
    }

    /** The picture of a page at that width; else one of another width until it is drawn, or none. */
    Optional<Image> image(int page, int width) {
        Image exact = images.get(new Key(page, width));
        if (exact != null) {
            return Optional.of(exact);
        }
        if (!failures.containsKey(page)) {
            order(new Key(page, width));
        }
        return images.entrySet().stream()
                .filter(entry -> entry.getKey().page == page)
                .map(Map.Entry::getValue)
                .reduce((first, second) -> second);
    }

    /** Why a page cannot be shown. */
    Optional<String> failure(int page) {
        return Optional.ofNullable(failures.get(page));
    }

    /** Pictures of other pages that were ordered and not begun are not drawn. */
    void only(int first, int last) {
        wanted.removeIf(key -> key.page < first || key.page > last);
    }

    /** Ends the drawing. */
    void close() {
        closed = true;
        wanted.clear();
        images.values().forEach(Image::dispose);
        images.clear();
        worker.execute(end);
        worker.shutdown();
    }

    private void order(Key key) {
        if (!closed && wanted.add(key)) {
            worker.execute(() -> draw(key));
        }
    }

    private void draw(Key key) {
        if (!wanted.contains(key)) {
            return;
        }
        try {
            BufferedImage picture =
                    pages.render(key.page, key.width / pages.size(key.page).width());
            ImageData data = data(picture);
            onDisplay(() -> drawn(key, data));
        } catch (PreviewException e) {
            onDisplay(() -> failed(key, e.getMessage()));
        } catch (OutOfMemoryError e) {
            onDisplay(() -> failed(key, Messages.of("pdf.page.large", key.page + 1)));
        }
    }

    private void drawn(Key key, ImageData data) {
        if (closed || !wanted.remove(key)) {
            return;
        }
        Image image = new Image(display, data);
        images.put(key, image);
        pixels += size(key);
        List<Key> old = new ArrayList<>(images.keySet());
        for (int i = 0; i < old.size() - 1 && pixels > ROOM; i++) {
            Image dropped = images.remove(old.get(i));
            pixels -= size(old.get(i));
            dropped.dispose();
        }
        changed.accept(key.page);
    }

    private void failed(Key key, String message) {
        wanted.remove(key);
        failures.put(key.page, message);
        if (!closed) {
            changed.accept(key.page);
        }
    }

    private void onDisplay(Runnable task) {
        try {
            display.asyncExec(task);
        } catch (SWTException e) {
            // the display is gone: nobody looks any more
            worker.shutdown();
        }
    }

    private long size(Key key) {
        PdfPages.Size size = pages.size(key.page);
        return Math.round(key.width * (key.width * size.height() / size.width()));
    }

    static ImageData data(BufferedImage picture) {
        int width = picture.getWidth();
        int height = picture.getHeight();
        ImageData data = new ImageData(width, height, 24, new PaletteData(0xFF0000, 0xFF00, 0xFF));
        int[] line = new int[width];
        for (int y = 0; y < height; y++) {
            picture.getRGB(0, y, width, 1, line, 0, width);
            int at = y * data.bytesPerLine;
            for (int pixel : line) {
                data.data[at++] = (byte) (pixel >> 16);
                data.data[at++] = (byte) (pixel >> 8);
                data.data[at++] = (byte) pixel;
            }
        }
        return data;
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "opbrief-pages");
        thread.setDaemon(true);
        return thread;
    }
}
