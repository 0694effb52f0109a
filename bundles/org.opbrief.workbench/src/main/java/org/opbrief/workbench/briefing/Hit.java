package org.opbrief.workbench.briefing;

import java.awt.geom.Rectangle2D;
import java.util.List;

/**
 * A place where a text was found.
 *
 * @param page from 0
 * @param boxes one for each line that the text runs over, in points from the upper left corner of the page
 */
record Hit(int page, List<Rectangle2D> boxes) {
    Hit {
        boxes = List.copyOf(boxes);
    }
}
