package org.opbrief.pdf;

import java.time.Instant;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Objects;
import org.osgi.annotation.versioning.ProviderType;

/**
 * {@link ProviderType}: what a document says of itself. The exporter asks no clock: the same metadata and the same print
 * give the same bytes.
 *
 * @param title not blank: PDF/UA shows it in the title bar
 * @param author may be empty, as subject and keywords
 * @param keywords separated by commas
 * @param language BCP 47 tag, e.g. {@code en-US}
 * @param created written as creation and modification date, in UTC, whole seconds
 */
@ProviderType
public record PdfMetadata(
        String title, String author, String subject, String keywords, String language, Instant created) {

    /** @throws IllegalArgumentException if the title is blank or the language is no BCP 47 tag */
    public PdfMetadata {
        Objects.requireNonNull(author, "author");
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(keywords, "keywords");
        Objects.requireNonNull(created, "created");
        if (title.isBlank()) {
            throw new IllegalArgumentException("A PDF/UA document needs a title");
        }
        try {
            language = new Locale.Builder().setLanguageTag(language).build().toLanguageTag();
        } catch (IllformedLocaleException e) {
            throw new IllegalArgumentException("The language '" + language + "' is no BCP 47 tag such as en-US", e);
        }
    }
}
