/** What a user may choose once for all: language, folders, defaults, whom to trust. */
package org.opbrief.workbench.settings;
