/** Reports and the briefings that they build, independent of any output format. */
@Export
@Version("1.0.0")
package org.opbrief.api.report;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
