/** What commands do that belong to no area. */
package org.opbrief.workbench.handlers;
