/**
 * Tells tests, which drive the window from outside with mouse and keys, what it shows and where. Never shipped: tests
 * add it to a copy of the distribution.
 */
package org.opbrief.itest.workbench;
