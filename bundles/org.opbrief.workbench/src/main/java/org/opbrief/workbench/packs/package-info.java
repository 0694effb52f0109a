/** The packs of the workspace: installed ones, plans of changes, trust. */
package org.opbrief.workbench.packs;
