/** The open workspace, and the services that work on it. */
package org.opbrief.workbench.session;
