package org.opbrief.store;

/** SQL about the form of a number's text. */
final class NumberForm {
    static final String WHOLE = "'[+-]?[0-9]+(\\.0*)?'";
    static final String DECIMAL = "'[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+)?'";
    /** 1,234 or 1,234,567.00. */
    static final String GROUPED_WHOLE = "'[+-]?[1-9][0-9]{0,2}(,[0-9]{3})+(\\.0*)?'";
    /** 1,234 or 1,234.5. */
    static final String GROUPED = "'[+-]?[1-9][0-9]{0,2}(,[0-9]{3})+(\\.[0-9]*)?'";
    /** 1234,5 or 1.234,5 or 1234. */
    static final String WITH_DECIMAL_COMMA =
            "'[+-]?([0-9]+|[1-9][0-9]{0,2}(\\.[0-9]{3})+)(,[0-9]+)?([eE][+-]?[0-9]+)?'";

    /** 1.234.567. */
    private static final String POINT_GROUPS = "'[+-]?[1-9][0-9]{0,2}(\\.[0-9]{3}){2,}'";

    private static final String ONE_COMMA_GROUP = "'[+-]?[1-9][0-9]{0,2},[0-9]{3}'";
    private static final String ONE_POINT_GROUP = "'[+-]?[1-9][0-9]{0,2}\\.[0-9]{3}'";

    private final String text;

    /** @param text SQL of the text */
    NumberForm(String text) {
        this.text = text;
    }

    String is(String form) {
        return "regexp_full_match(" + text + ", " + form + ")";
    }

    /** True of a number whose point can only be that before the decimals. */
    String onlyDecimalPoint() {
        return "(contains(" + text + ", '.') AND " + is(DECIMAL) + " AND NOT " + is(ONE_POINT_GROUP) + " OR contains("
                + text + ", ',') AND " + is(GROUPED) + " AND NOT " + is(ONE_COMMA_GROUP) + ")";
    }

    /** True of a number whose comma can only be that before the decimals, or whose points part thousands. */
    String onlyDecimalComma() {
        return "(contains(" + text + ", ',') AND " + is(WITH_DECIMAL_COMMA) + " AND NOT " + is(ONE_COMMA_GROUP) + " OR "
                + is(POINT_GROUPS) + ")";
    }

    /** True of a number like 1.234, whose point parts thousands where the file has decimal commas. */
    String onePointGroup() {
        return is(ONE_POINT_GROUP);
    }

    String withoutGroups() {
        return "replace(" + text + ", ',', '')";
    }

    String withPoint() {
        return "replace(replace(" + text + ", '.', ''), ',', '.')";
    }
}
