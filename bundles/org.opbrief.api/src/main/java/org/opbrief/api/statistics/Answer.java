package org.opbrief.api.statistics;

/** A table and how it came about. */
public record Answer(Table table, Passport passport) {}
