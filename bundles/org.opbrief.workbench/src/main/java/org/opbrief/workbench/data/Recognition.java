package org.opbrief.workbench.data;

import java.nio.file.Path;
import java.util.List;
import org.opbrief.api.data.DataSet;
import org.opbrief.api.data.Importer;
import org.opbrief.api.data.Mappings;
import org.opbrief.workbench.session.Session;

/** Tells by a file's beginning what its rows are. */
record Recognition(Beginnings beginnings, Mappings mappings, Path workspace, List<DataSet> dataSets) {

    Recognition {
        dataSets = List.copyOf(dataSets);
    }

    static Recognition in(Session session) {
        Path workspace = session.workspace();
        return new Recognition(
                new Beginnings(session.services().lookup().all(Importer.class), workspace),
                session.services().mappings(),
                workspace,
                session.catalog().dataSets());
    }

    ImportFile of(Path file) {
        ImportFile unseen = new ImportFile(file);
        Beginning beginning = beginnings.of(file);
        return unseen.seen(beginning, Fit.of(mappings, workspace, unseen.name(), beginning.columns(), dataSets));
    }
}
