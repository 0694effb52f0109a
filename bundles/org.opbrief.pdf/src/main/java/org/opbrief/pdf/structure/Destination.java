package org.opbrief.pdf.structure;

import org.opbrief.pdf.file.Bytes;

/**
 * A place that a link or bookmark leads to.
 *
 * @param pageObject number of the page's object
 * @param top distance from the bottom of the page, in points
 */
public record Destination(int pageObject, double top) {

    void write(Bytes bytes) {
        bytes.ascii("[").reference(pageObject).ascii("/XYZ null ").number(top).ascii("null]");
    }
}
