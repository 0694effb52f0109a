package org.opbrief.workbench.briefing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Display;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.opbrief.api.report.SectionKind;

@EnabledIfEnvironmentVariable(named = "DISPLAY", matches = ".+")
class SectionSketchTest {
    private static final Rectangle PAPER = new Rectangle(20, 10, 54, 70);

    @Test
    void eachKindOfSectionLooksDifferent() {
        Set<String> looks = new TreeSet<>();
        for (SectionKind kind : SectionKind.values()) {
            looks.add(look(List.of(kind)));
        }
        assertEquals(SectionKind.values().length, looks.size());
    }

    @Test
    void eachKindIsSketchedOnceAndWhatHasNoRoomIsLeftOut() {
        assertEquals(
                look(List.of(SectionKind.TEXT, SectionKind.TABLE)),
                look(List.of(SectionKind.TEXT, SectionKind.TABLE, SectionKind.TEXT)));
        assertEquals(
                look(List.of(
                        SectionKind.HEADLINE,
                        SectionKind.TEXT,
                        SectionKind.TABLE,
                        SectionKind.LINE_CHART,
                        SectionKind.BAR_CHART)),
                look(List.of(
                        SectionKind.HEADLINE,
                        SectionKind.TEXT,
                        SectionKind.TABLE,
                        SectionKind.LINE_CHART,
                        SectionKind.BAR_CHART,
                        SectionKind.SOURCES)));
    }

    /** All pixels, none of which is drawn beside the paper. */
    private static String look(List<SectionKind> sections) {
        Display display = Display.getDefault();
        Image image = new Image(display, 100, 100);
        GC gc = new GC(image);
        SectionSketch.draw(gc, PAPER, sections);
        gc.dispose();
        ImageData data = image.getImageData();
        image.dispose();
        StringBuilder pixels = new StringBuilder();
        for (int y = 0; y < data.height; y++) {
            for (int x = 0; x < data.width; x++) {
                int pixel = data.getPixel(x, y);
                if (!PAPER.contains(x, y)) {
                    assertEquals(data.getPixel(0, 0), pixel, "at " + x + ", " + y);
                }
                pixels.append(pixel).append(' ');
            }
        }
        return pixels.toString();
    }
}
