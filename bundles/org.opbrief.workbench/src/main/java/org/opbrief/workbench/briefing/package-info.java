/**
 * Briefings: the gallery of reports, the form of their parameters, the preview of pages and sheets, the passport of a
 * figure, and what was written.
 */
package org.opbrief.workbench.briefing;
