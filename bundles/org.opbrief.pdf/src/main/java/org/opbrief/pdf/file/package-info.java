/** Writes the bytes of a PDF file: objects, streams, cross-reference; knows nothing of pages and text. */
package org.opbrief.pdf.file;
