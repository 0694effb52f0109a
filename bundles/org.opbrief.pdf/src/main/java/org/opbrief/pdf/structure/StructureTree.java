package org.opbrief.pdf.structure;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.opbrief.pdf.file.Bytes;
import org.opbrief.pdf.file.IntList;
import org.opbrief.pdf.file.PdfFile;

/** The structure tree of a document, and the tables by which a reader finds the element of a piece of content. */
public final class StructureTree {
    private final PdfFile file;
    private final int root;
    private final int pageCount;
    private final List<StructureElement> elements = new ArrayList<>();
    private final StructureElement document;

    /** Objects of the pages' parent arrays, in the order of pages. */
    private final IntList pageArrays = new IntList();

    private final IntList annotationParents = new IntList();
    private int page;
    private IntList marks = new IntList();

    public StructureTree(PdfFile file, int pageCount) {
        this.file = file;
        this.pageCount = pageCount;
        root = file.reserve();
        document = new StructureElement(file.reserve(), root, "Document");
        elements.add(document);
    }

    public StructureElement document() {
        return document;
    }

    /** A new element, last among its parent's. */
    public StructureElement add(StructureElement parent, String type) {
        StructureElement element = new StructureElement(file.reserve(), parent.number(), type);
        elements.add(element);
        parent.child(element);
        return element;
    }

    public void startPage(int pageObject) {
        page = pageObject;
        marks = new IntList();
    }

    /** Identifier of the next piece of marked content on the page, which belongs to the element. */
    public int mark(StructureElement element) {
        int id = marks.size();
        marks.add(element.number());
        element.mark(id, page);
        return id;
    }

    /** Makes an annotation on the page belong to the element, and gives the key for its StructParent entry. */
    public int annotation(StructureElement element, int object) {
        element.annotation(object, page);
        annotationParents.add(element.number());
        return pageCount + annotationParents.size() - 1;
    }

    public void endPage() throws IOException {
        int array = file.reserve();
        Bytes bytes = new Bytes().ascii("[");
        for (int i = 0; i < marks.size(); i++) {
            bytes.reference(marks.get(i));
        }
        file.object(array, bytes.ascii("]"));
        pageArrays.add(array);
    }

    /** Writes the tree and gives the number of its root. */
    public int write() throws IOException {
        Bytes bytes = new Bytes();
        for (StructureElement element : elements) {
            bytes.clear();
            element.write(bytes);
            file.object(element.number(), bytes);
        }
        bytes.clear();
        bytes.ascii("<</Type/StructTreeRoot/K ").reference(document.number());
        bytes.ascii("/ParentTreeNextKey ").integer(pageCount + annotationParents.size());
        bytes.ascii("/ParentTree<</Nums[");
        for (int i = 0; i < pageArrays.size(); i++) {
            bytes.integer(i).reference(pageArrays.get(i));
        }
        for (int i = 0; i < annotationParents.size(); i++) {
            bytes.integer(pageCount + i).reference(annotationParents.get(i));
        }
        file.object(root, bytes.ascii("]>>>>"));
        return root;
    }
}
