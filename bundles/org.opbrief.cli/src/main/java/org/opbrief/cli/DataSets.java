package org.opbrief.cli;

import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.opbrief.api.data.DataSet;
import org.opbrief.api.data.Nearest;

/** Finds data sets by what the user calls them. */
final class DataSets {

    static final String NEW = "new:";

    private static final Pattern ID = Pattern.compile("(?=.{1,60}$)[a-z][a-z0-9]*(-[a-z0-9]+)*");

    private DataSets() {}

    static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    /** Where the workspace defines such a data set, if it does. */
    static Path definition(Invocation call, String id) throws CommandException {
        return call.workspaces().folder().resolve("datasets").resolve(id + ".yaml");
    }

    /** What {@code --as} names: a data set, or {@code new:NAME} for one that the file begins. */
    static DataSet forImport(Invocation call, String as) throws CommandException {
        if (!as.startsWith(NEW)) {
            return named(call, as);
        }
        String id = as.substring(NEW.length());
        if (!isId(id)) {
            String better = Normalizer.normalize(id, Normalizer.Form.NFKD)
                    .toLowerCase(Locale.ROOT)
                    .replaceAll("\\p{M}", "")
                    .replaceAll("[^a-z0-9]+", "-")
                    .replaceAll("^[^a-z]+|-+$", "");
            throw call.misused(
                    "--as " + as + ": the name of a data set is lower case letters, digits and single hyphens,"
                            + " begins with a letter and has 60 at most"
                            + (isId(better) ? ", e.g. " + NEW + better + "." : "."));
        }
        if (call.services().catalog().dataSet(id).isPresent()) {
            throw new CommandException("There is a data set " + id + " already: import the file with --as " + id
                    + ", or give the new one another name.");
        }
        return DataSet.undefined(id);
    }

    static DataSet named(Invocation call, String id) throws CommandException {
        List<DataSet> dataSets = call.services().catalog().dataSets();
        List<String> ids = dataSets.stream().map(DataSet::id).toList();
        return dataSets.stream()
                .filter(dataSet -> dataSet.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new CommandException("There is no data set \"" + id + "\"" + Nearest.hint(id, ids)));
    }
}
