/** Draws the elements of a page and marks what they are. */
package org.opbrief.pdf.page;
