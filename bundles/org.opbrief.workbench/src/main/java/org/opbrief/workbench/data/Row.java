package org.opbrief.workbench.data;

import java.util.List;

/**
 * A row and where it comes from.
 *
 * @param batch id of the batch
 * @param line physical line of the source file, from 1
 * @param values one a column of the data set, null for none
 */
record Row(long batch, long line, List<Object> values) {}
