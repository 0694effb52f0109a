package org.opbrief.workbench.faults;

import java.util.ResourceBundle;

/** The texts of this package in the user's language. */
final class Messages {

    private static final ResourceBundle TEXTS = ResourceBundle.getBundle(Messages.class.getName());

    private Messages() {}

    static String get(String key) {
        return TEXTS.getString(key);
    }
}
