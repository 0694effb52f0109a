/** Widgets, and help with them, that several areas use. */
package org.opbrief.workbench.widget;
