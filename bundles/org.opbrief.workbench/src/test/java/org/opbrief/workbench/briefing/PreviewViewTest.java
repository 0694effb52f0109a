package org.opbrief.workbench.briefing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

@EnabledIfEnvironmentVariable(named = "DISPLAY", matches = ".+")
class PreviewViewTest {
    @TempDir
    Path folder;

    private Window<PreviewView> open(Path file) {
        Window<PreviewView> window = new Window<>(1100, 800, PreviewView::new);
        window.view().open(file);
        return window;
    }

    private static PageCanvas pages(Window<PreviewView> window) {
        PageCanvas canvas = window.find("preview.pages");
        window.await("page one", () -> canvas.images().isPresent() && drawn(canvas, 0));
        return canvas;
    }

    private static boolean drawn(PageCanvas canvas, int page) {
        int width = canvas.pageLayout().width(page);
        return canvas.images()
                .flatMap(images -> images.image(page, width))
                .map(Image::getBounds)
                .filter(bounds -> bounds.width == width)
                .isPresent();
    }

    @Test
    void theFirstPageFillsTheWidthOfTheWindow() throws Exception {
        try (Window<PreviewView> window = open(Samples.pdf(folder))) {
            PageCanvas canvas = pages(window);
            int window1 = canvas.getClientArea().width;
            assertEquals(window1 - 2 * PageLayout.GAP, canvas.pageLayout().width(0), 1);
            Text page = window.find("preview.page");
            assertEquals("1", page.getText());
            window.screenshot("preview");
        }
    }

    @Test
    void aClickOnAFigureTellsItsId() throws Exception {
        try (Window<PreviewView> window = open(Samples.pdf(folder))) {
            PageCanvas canvas = pages(window);
            List<String> clicked = new ArrayList<>();
            window.view().onFigure(clicked::add);
            Spot pills = canvas.pages().orElseThrow().spots("pills").get(0);
            Rectangle place = canvas.onScreen(0, pills.box());
            int x = place.x + place.width / 2;
            int y = place.y + place.height / 2;
            window.mouse(canvas, SWT.MouseMove, x, y);
            assertEquals("pills", canvas.hovered().orElseThrow().figure());
            window.screenshot("preview-hover");
            window.mouse(canvas, SWT.MouseDown, x, y);
            assertEquals(List.of("pills"), clicked);
            window.mouse(canvas, SWT.MouseDown, place.x - 12, y + 400);
            assertEquals(List.of("pills"), clicked);
        }
    }

    @Test
    void theTabKeyGoesFromFigureToFigure() throws Exception {
        try (Window<PreviewView> window = open(Samples.pdf(folder))) {
            PageCanvas canvas = pages(window);
            List<String> chosen = new ArrayList<>();
            window.view().onFigure(chosen::add);
            for (int i = 0; i < 4; i++) {
                window.send(canvas, SWT.Traverse, event -> {
                    event.detail = SWT.TRAVERSE_TAB_NEXT;
                    return event;
                });
                window.key(canvas, SWT.CR, 0);
            }
            assertEquals(List.of("investigations", "arrests", "firearms", "pills"), chosen);
        }
    }

    @Test
    void aSearchGoesFromPlaceToPlace() throws Exception {
        try (Window<PreviewView> window = open(Samples.pdf(folder))) {
            PageCanvas canvas = pages(window);
            window.key(canvas, 'f', SWT.MOD1);
            Text search = window.find("preview.search");
            search.setText("nearly 44 million");
            Label found = window.find("preview.found");
            window.await("the search", () -> found.getText().equals("1 of 2"));
            window.key(canvas, SWT.F3, 0);
            assertEquals("2 of 2", found.getText());
            window.screenshot("preview-search");
            search.setText("Exhibit 120");
            window.await("the search", () -> found.getText().equals("1 of 1"));
            assertTrue(canvas.page() > 0);
            search.setText("no such words");
            window.await("the search", () -> found.getText().equals("Not found"));
        }
    }

    @Test
    void keysTurnPagesAndZoom() throws Exception {
        try (Window<PreviewView> window = open(Samples.pdf(folder))) {
            PageCanvas canvas = pages(window);
            window.key(canvas, SWT.END, 0);
            assertEquals(canvas.pageLayout().count() - 1, canvas.page());
            window.key(canvas, SWT.HOME, 0);
            assertEquals(0, canvas.page());
            window.key(canvas, SWT.PAGE_DOWN, 0);
            window.key(canvas, SWT.PAGE_DOWN, 0);
            assertEquals(1, canvas.page());
            window.key(canvas, '0', SWT.MOD1);
            assertEquals(1, canvas.zoom(), 0.01);
            window.key(canvas, '+', SWT.MOD1);
            assertEquals(1.2, canvas.zoom(), 0.01);
            canvas.fit(PageCanvas.Fit.PAGE);
            assertTrue(canvas.pageLayout().height(0) <= canvas.getClientArea().height);
            window.screenshot("preview-fit-page");
        }
    }

    @Test
    void aDamagedFileIsAMessageAndTheViewLivesOn() throws Exception {
        Path damaged = Files.writeString(folder.resolve("damaged.pdf"), "nothing");
        try (Window<PreviewView> window = open(damaged)) {
            Label message = window.find("preview.message");
            window.await("the message", () -> message.getText().contains("is damaged or no PDF"));
            window.view().open(Samples.pdf(folder));
            pages(window);
            assertEquals("", message.getText());
        }
    }
}
