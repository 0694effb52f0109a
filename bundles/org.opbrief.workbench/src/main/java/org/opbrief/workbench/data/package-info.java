/** The data of the workspace: navigator, table and import. */
package org.opbrief.workbench.data;
