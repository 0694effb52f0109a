package org.opbrief.pdf.structure;

import org.opbrief.pdf.file.Bytes;
import org.opbrief.pdf.file.IntList;

/**
 * An element of the structure tree. A long table has hundreds of thousands, so they are kept small until they are written:
 * the commonest has one piece of marked content and nothing else.
 */
public final class StructureElement {
    private static final int MARK = 0;
    private static final int MARK_ON_PAGE = 1;
    private static final int CHILD = 2;
    private static final int ANNOTATION = 3;
    private static final int NONE = -1;

    private final int number;
    private final int parent;
    private final String type;
    private String extra = "";
    private int page;
    private int firstMark = NONE;
    private IntList kids;

    StructureElement(int number, int parent, String type) {
        this.number = number;
        this.parent = parent;
        this.type = type;
    }

    public String type() {
        return type;
    }

    int number() {
        return number;
    }

    /** Adds entries to the element's dictionary, in PDF syntax. */
    void extra(String entries) {
        extra = extra.isEmpty() ? entries : extra + entries;
    }

    void mark(int id, int onPage) {
        if (page == 0) {
            page = onPage;
        }
        if (page == onPage && kids == null && firstMark == NONE) {
            firstMark = id;
        } else if (page == onPage) {
            kid(MARK, id);
        } else {
            kid(MARK_ON_PAGE, id);
            kids.add(onPage);
        }
    }

    void child(StructureElement element) {
        kid(CHILD, element.number);
    }

    void annotation(int object, int onPage) {
        kid(ANNOTATION, object);
        kids.add(onPage);
    }

    void write(Bytes bytes) {
        bytes.ascii("<</S/").ascii(type).ascii("/P ").reference(parent);
        if (page != 0) {
            bytes.ascii("/Pg ").reference(page);
        }
        bytes.ascii(extra);
        if (kids != null) {
            bytes.ascii("/K[");
            writeKids(bytes);
            bytes.ascii("]");
        } else if (firstMark != NONE) {
            bytes.ascii("/K ").integer(firstMark);
        }
        bytes.ascii(">>");
    }

    private void kid(int kind, int value) {
        if (kids == null) {
            kids = new IntList();
            if (firstMark != NONE) {
                kids.add(MARK);
                kids.add(firstMark);
            }
        }
        kids.add(kind);
        kids.add(value);
    }

    private void writeKids(Bytes bytes) {
        for (int i = 0; i < kids.size(); i += 2) {
            int value = kids.get(i + 1);
            switch (kids.get(i)) {
                case MARK -> bytes.integer(value);
                case CHILD -> bytes.reference(value);
                case MARK_ON_PAGE -> {
                    bytes.ascii("<</Type/MCR/MCID ").integer(value).ascii("/Pg ");
                    bytes.reference(kids.get(i + 2)).ascii(">>");
                    i++;
                }
                default -> {
                    bytes.ascii("<</Type/OBJR/Obj ").reference(value).ascii("/Pg ");
                    bytes.reference(kids.get(i + 2)).ascii(">>");
                    i++;
                }
            }
        }
    }
}
