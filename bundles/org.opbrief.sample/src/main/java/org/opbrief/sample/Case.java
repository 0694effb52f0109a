package org.opbrief.sample;

import java.time.LocalDate;

/**
 * An investigation.
 *
 * @param operation name of the operation that it is part of; empty for none
 * @param state where most of it happens
 * @param cartel that it is linked to; empty for none
 * @param socialMedia application that was used; empty for none
 * @param encryptedApp application that was used; empty for none
 */
record Case(
        String operation,
        Division division,
        String state,
        LocalDate opened,
        String cartel,
        String socialMedia,
        String encryptedApp) {}
