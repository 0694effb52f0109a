package org.opbrief.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.opbrief.api.data.FileFaults;
import org.opbrief.api.data.Finding;
import org.opbrief.api.data.ImportPlan;
import org.opbrief.api.data.Mappings;
import org.opbrief.api.data.Proposal;

/**
 * The mapping that a person agreed to once, so that it need not be asked again of a file with the same headers. It is
 * written before rows are stored, when a full disk can still refuse the import, and only moved afterwards.
 */
record Agreed(Workspace workspace, List<Path> drafts) {

    static Agreed draft(Workspace workspace, Mappings mappings, ImportPlan plan) throws IOException {
        Proposal.Basis basis = plan.proposal().basis();
        if (basis != Proposal.Basis.SIMILARITY && basis != Proposal.Basis.GIVEN) {
            return new Agreed(workspace, List.of());
        }
        mappings.remember(workspace.staging(), plan.headers(), plan.proposal().mapping());
        try (Stream<Path> drafts = Files.list(workspace.staging().resolve(Workspace.MAPPINGS))) {
            return new Agreed(workspace, drafts.toList());
        }
    }

    /** What a user should know: the rows are stored whatever becomes of the mapping. */
    Optional<Finding> keep() {
        try {
            for (Path draft : drafts) {
                Path folder = workspace.make(workspace.folder().resolve(Workspace.MAPPINGS));
                Files.move(draft, folder.resolve(draft.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(Finding.warning("The mapping could not be kept for later files with the same headers: "
                    + FileFaults.reason(e) + "; the rows are stored."));
        }
    }
}
