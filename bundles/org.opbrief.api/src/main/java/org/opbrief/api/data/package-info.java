/** What is imported and kept: data sets, batches, problems, and the store that holds them. */
@Export
@Version("1.0.0")
package org.opbrief.api.data;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
