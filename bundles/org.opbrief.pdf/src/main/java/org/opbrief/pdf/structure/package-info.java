/** What the elements of a document are: the structure tree, and how the properties of elements build it. */
package org.opbrief.pdf.structure;
