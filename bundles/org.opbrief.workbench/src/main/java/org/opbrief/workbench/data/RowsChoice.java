package org.opbrief.workbench.data;

import java.util.OptionalLong;

/**
 * What is chosen in the navigator.
 *
 * @param dataSet id of a data set
 * @param batch the only batch whose rows are wanted; empty for all
 */
public record RowsChoice(String dataSet, OptionalLong batch) {}
