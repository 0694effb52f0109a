package org.opbrief.api.report;

/**
 * Who a briefing is for.
 *
 * @param id e.g. {@code internal} or {@code public}
 * @param label what a reader sees
 */
public record Edition(String id, String label, Marking marking) {}
