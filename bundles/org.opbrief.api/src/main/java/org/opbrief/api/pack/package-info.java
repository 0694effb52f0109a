/** Packs: bundles that bring data sets, factor sets and reports. */
@Export
@Version("1.0.0")
package org.opbrief.api.pack;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
