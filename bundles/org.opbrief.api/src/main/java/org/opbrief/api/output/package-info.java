/** Formats that a briefing is written in, and the way back from a written figure to its source rows. */
@Export
@Version("1.0.0")
package org.opbrief.api.output;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
