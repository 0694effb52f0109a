package org.opbrief.importer.parquet;

/**
 * One column of the table that a Parquet file becomes.
 *
 * @param header e.g. {@code place.state} for a field in a field
 * @param sql of its value as text
 */
record Leaf(String header, String sql) {}
