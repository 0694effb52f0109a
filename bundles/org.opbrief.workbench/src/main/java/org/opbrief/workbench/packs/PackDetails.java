package org.opbrief.workbench.packs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.opbrief.api.pack.InstalledPack;
import org.opbrief.api.pack.PackFile;
import org.opbrief.api.pack.PackStatus;
import org.opbrief.workbench.widget.Controls;

/** All about one pack. */
final class PackDetails extends Composite {
    private final StyledText text;

    PackDetails(Composite parent) {
        super(parent, SWT.NONE);
        setLayout(new FillLayout());
        text = Controls.id(
                new StyledText(this, SWT.MULTI | SWT.READ_ONLY | SWT.WRAP | SWT.V_SCROLL | SWT.BORDER),
                "packs.details");
        text.setMargins(10, 8, 10, 8);
        text.setLineSpacing(3);
        text.setCaret(null);
        Controls.named(text, Messages.get("details.name"));
        show(Optional.empty());
    }

    void show(Optional<PackStatus> pack) {
        if (pack.isEmpty()) {
            text.setText(Messages.get("details.none"));
            return;
        }
        PackStatus status = pack.get();
        InstalledPack of = status.pack();
        String heading = of.name() + " " + of.version();
        List<String> lines = new ArrayList<>(List.of(heading));
        of.rejected().ifPresent(reason -> lines.add(Messages.get("details.rejected", reason)));
        lines.add(Messages.get(status.shipped() ? "details.shipped" : "details.installed"));
        lines.add(Messages.get(
                "brings",
                PackWords.what(
                        PackWords.reports(status),
                        of.dataSets(),
                        of.factorSets(),
                        status.file().map(PackFile::services).orElse(List.of()))));
        status.file().ifPresent(file -> {
            lines.add(PackWords.signed(file.signature()));
            lines.add(PackWords.code(file));
            lines.add(Messages.get("details.sha", file.sha256()));
        });
        if (!status.earlier().isEmpty()) {
            lines.add(Messages.get("details.earlier", String.join(", ", status.earlier())));
        }
        text.setText(String.join("\n", lines));
        text.setStyleRange(new StyleRange(0, heading.length(), null, null, SWT.BOLD));
        of.rejected()
                .ifPresent(reason -> text.setStyleRange(
                        new StyleRange(heading.length() + 1, lines.get(1).length(), Controls.alarm(text), null)));
    }
}
