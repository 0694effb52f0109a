/** Questions that are put together by clicking, answered at once as table and chart, and kept as a report. */
package org.opbrief.workbench.explore;
