package org.opbrief.api.report;

import java.nio.file.Path;
import org.osgi.annotation.versioning.ProviderType;

/**
 * {@link ProviderType}: the agency that a workspace belongs to. It lies in the folder {@code house} of the workspace, so that
 * whoever works in it gets the same briefings.
 */
@ProviderType
public interface Houses {

    /**
     * What the workspace in that folder says; {@link House#NONE} if it says nothing.
     *
     * @throws ReportException if what lies there is damaged: names the file and the line
     */
    House of(Path workspace) throws ReportException;

    /**
     * Keeps it in the workspace, in the place of what was there, damaged or not.
     *
     * @throws ReportException if it cannot be written; then all is as before
     */
    void keep(Path workspace, House house) throws ReportException;

    /**
     * Reads an image that is to be a seal.
     *
     * @param image PNG or JPEG; a large one is made smaller
     * @throws ReportException if it is no such image, or too large to be looked at
     */
    Seal seal(Path image) throws ReportException;
}
