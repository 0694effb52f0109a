/** The window: its perspectives, its dialogs and what stays on its edge. */
package org.opbrief.workbench.window;
