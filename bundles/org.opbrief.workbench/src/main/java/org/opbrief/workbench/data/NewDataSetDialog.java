package org.opbrief.workbench.data;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.jface.dialogs.InputDialog;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.widgets.Shell;
import org.opbrief.api.data.DataSet;

/** Asks for the name of a data set that a file is to begin. */
final class NewDataSetDialog {
    private static final Pattern ID = Pattern.compile("(?=.{1,60}$)[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final int PROPOSED = 30;

    private NewDataSetDialog() {}

    /**
     * @param file its name without ending is proposed
     * @param known data sets whose names are taken
     */
    static Optional<DataSet> ask(Shell shell, String file, List<DataSet> known) {
        InputDialog dialog = new InputDialog(
                shell,
                Messages.get("import.new.title"),
                Messages.get("import.new.what"),
                proposed(file),
                name -> complaint(name, known));
        return dialog.open() == Window.OK
                ? Optional.of(DataSet.undefined(dialog.getValue().strip()))
                : Optional.empty();
    }

    /** What is wrong with the name; null, as the dialog wants it, if nothing is. */
    static String complaint(String name, List<DataSet> known) {
        String id = name.strip();
        if (known.stream().anyMatch(dataSet -> dataSet.id().equals(id))) {
            return Messages.get("import.new.taken", id);
        }
        return ID.matcher(id).matches() ? null : Messages.get("import.new.bad");
    }

    /** The name of the file as that of a data set. */
    static String proposed(String file) {
        String words = Normalizer.normalize(file.replaceFirst("\\.[^.]*$", ""), Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^[^a-z]+", "");
        return words.substring(0, Math.min(PROPOSED, words.length())).replaceAll("-+$", "");
    }
}
