package org.opbrief.store;

/**
 * How the values of one column of a file are written, where one value alone does not tell: {@code 5/6/2023} is two days
 * and {@code 1,234} two numbers.
 */
enum Notation {
    /** Days like 2023-05-01, numbers like 1234.5; what is written otherwise is not read. */
    PLAIN(""),
    /** Days like 5/28/2023. */
    MONTH_FIRST("month first"),
    /** Days like 28/5/2023. */
    DAY_FIRST("day first"),
    /** Mostly month first, but some can only have the day first: what could be either is not read. */
    MONTH_FIRST_MIXED("mostly month first"),
    /** Mostly day first, but some can only have the month first: what could be either is not read. */
    DAY_FIRST_MIXED("mostly day first"),
    /** Numbers like 1,234.5. */
    COMMA_GROUPS("commas between thousands"),
    /** Numbers like 1.234,5. */
    DECIMAL_COMMA("decimal comma");

    private final String words;

    Notation(String words) {
        this.words = words;
    }

    /** Empty for what needs no words. */
    String words() {
        return words;
    }

    boolean isMixed() {
        return this == MONTH_FIRST_MIXED || this == DAY_FIRST_MIXED;
    }

    /** Whether a day's month stands first, if it is written with slashes. */
    boolean isMonthFirst() {
        return this == MONTH_FIRST || this == MONTH_FIRST_MIXED;
    }
}
