/** Long work that never blocks the window, and what came of it: progress, problems, the log. */
package org.opbrief.workbench.jobs;
