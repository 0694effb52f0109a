package org.opbrief.sample;

import java.time.LocalDate;

/**
 * What happened in an investigation: an arrest, or something seized.
 *
 * @param amount dosage units, grams, pieces or dollars; 1 for an arrest
 * @param detail the CSV fields that follow the date
 */
record Event(Case of, String state, LocalDate date, long amount, String detail) {}
