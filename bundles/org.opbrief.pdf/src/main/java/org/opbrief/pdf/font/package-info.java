/** Fonts of the JasperReports font extensions, embedded as subsets. */
package org.opbrief.pdf.font;
