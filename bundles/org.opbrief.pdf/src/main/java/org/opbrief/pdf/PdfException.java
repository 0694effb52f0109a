package org.opbrief.pdf;

import org.osgi.annotation.versioning.ProviderType;

/**
 * {@link ProviderType}: a document that cannot be exported. The message is one sentence for the user, and names the page
 * and the element where there is one.
 */
@ProviderType
public class PdfException extends Exception {
    private static final long serialVersionUID = 1;

    public PdfException(String message) {
        super(message);
    }

    public PdfException(String message, Throwable cause) {
        super(message, cause);
    }
}
