/** What happens when something in the window fails: a sentence, and the rest works. */
package org.opbrief.workbench.faults;
