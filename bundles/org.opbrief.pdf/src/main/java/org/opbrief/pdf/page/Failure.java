package org.opbrief.pdf.page;

import org.opbrief.pdf.PdfException;

/** Carries an exception through code that knows nothing of it: JasperReports' layout, Graphics2D drawings. */
final class Failure extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final PdfException exception;

    Failure(PdfException exception) {
        super(exception);
        this.exception = exception;
    }

    PdfException exception() {
        return exception;
    }
}
