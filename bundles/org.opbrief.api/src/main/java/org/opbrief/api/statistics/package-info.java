/** Questions to the store and their answers: queries, tables, figures and the passports that explain them. */
@Export
@Version("1.0.0")
package org.opbrief.api.statistics;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
