package org.opbrief.workbench.briefing;

import java.awt.geom.Rectangle2D;

/**
 * A place on a page that tells a figure.
 *
 * @param figure its id
 * @param page from 0
 * @param box in points from the upper left corner of the page
 * @param words what stands there
 */
record Spot(String figure, int page, Rectangle2D box, String words) {}
