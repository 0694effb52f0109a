/**
 * Exports a filled JasperReports document as PDF/A-2a and PDF/UA-1 at once: {@link org.opbrief.pdf.PdfExporter}, told by
 * the {@link org.opbrief.pdf.PdfTags properties of its elements} what they are.
 */
@Export
@Version("1.0.0")
package org.opbrief.pdf;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
