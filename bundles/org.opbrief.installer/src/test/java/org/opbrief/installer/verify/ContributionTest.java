package org.opbrief.installer.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opbrief.api.pack.Code;
import org.opbrief.api.pack.PackException;
import org.opbrief.installer.trust.TrustFolder;

/** What a pack contributes to the window is read before Eclipse reads it. */
class ContributionTest {

    private static final String FRAGMENT = """
            <?xml version="1.0" encoding="UTF-8"?>
            <f:ModelFragments xmi:version="2.0" xmlns:xmi="http://www.omg.org/XMI"
                xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:f="http://www.eclipse.org/ui/2010/UIModel/fragment"
                xmlns:b="http://www.eclipse.org/ui/2010/UIModel/application/descriptor/basic">
              <fragments xsi:type="f:StringModelFragment" featurename="descriptors" parentElementId="org.opbrief.workbench">
                <elements xsi:type="b:PartDescriptor" xmi:id="org.example.visits.view" elementId="org.example.visits.view"
                  contributionURI="bundleclass://org.example.visits/org.example.VisitsView"><tags>x</tags></elements>
              </fragments>
            </f:ModelFragments>
            """;

    @TempDir
    private Path folder;

    private VerifiedPack verify(TestJar jar) throws Exception {
        Path file = jar.write(folder.resolve("visits.jar"));
        return new Verifier(new TrustFolder(folder.resolve("trust")), TestKeys.CLOCK).verify(file);
    }

    private String refusal(TestJar jar) {
        String message = assertThrows(PackException.class, () -> verify(jar)).getMessage();
        assertTrue(message.startsWith("visits.jar: "), message);
        assertFalse(message.contains("\n"), message);
        return message;
    }

    private static TestJar contributing(String fragment) {
        return TestJar.pack("Model-Fragment", "fragment.e4xmi")
                .with("fragment.e4xmi", fragment)
                .with("org/example/VisitsView.class", new byte[] {(byte) 0xca, (byte) 0xfe, (byte) 0xba, (byte) 0xbe});
    }

    @Test
    void aViewIsContributedAndIsCode() throws Exception {
        assertEquals(Code.JAVA, verify(contributing(FRAGMENT)).code());
    }

    @Test
    void aFragmentAloneIsCodeToo() throws Exception {
        String empty = FRAGMENT.replaceAll("(?s)<fragments.*</fragments>", "");
        assertEquals(
                Code.JAVA,
                verify(TestJar.pack("Model-Fragment", "fragment.e4xmi").with("fragment.e4xmi", empty))
                        .code());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "org.example.VisitsView | org.example.Other | line 7, cannot be used: there is no class org.example.Other in the pack",
                "bundleclass://org.example.visits/ | bundleclass://org.opbrief.workbench/ | names no class of the pack",
                "elementId=\"org.example.visits.view | elementId=\"org.opbrief.workbench.part.log | does not begin with the name of the pack",
                "xmi:id=\"org.example.visits.view | xmi:id=\"_1 | has to be the same",
                "featurename=\"descriptors | featurename=\"addons | a pack contributes descriptors, commands",
                "b:PartDescriptor | b:Other | is no PartDescriptor",
                "parentElementId=\"org.opbrief.workbench | parentElementId=\"xpath:/ | cannot go into \"xpath:/\"",
                "f:StringModelFragment | f:ModelFragment | a pack contributes descriptors, commands",
                "f:ModelFragments | f:Other | not with <fragment:ModelFragments>",
                "<tags> | <tags elementId=\"other\"> | the id \"other\" does not begin with the name of the pack",
                "</elements> | </other> | line 7, cannot be used: "
            })
    void whatCouldBreakTheWindowIsRefused(String part, String other, String words) {
        String message = refusal(contributing(FRAGMENT.replace(part, other)));
        assertTrue(message.contains("fragment.e4xmi, line ") && message.contains(words), message);
    }

    @Test
    void whatIsNoXmlIsRefusedWithItsLine() {
        String message = refusal(contributing("not at all"));
        assertTrue(message.startsWith("visits.jar: fragment.e4xmi, line 1, cannot be used: "), message);
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        assertTrue(refusal(TestJar.pack("Model-Fragment", "fragment.e4xmi;apply=always"))
                .contains("names the file fragment.e4xmi;apply=always, which is not in it"));
    }

    @Test
    void noOtherFileIsRead() throws Exception {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "the secret");
        String message = refusal(contributing(
                FRAGMENT.replace("?>\n", "?>\n<!DOCTYPE x [<!ENTITY e SYSTEM \"" + secret.toUri() + "\">]>\n")
                        .replace("<tags>x", "<tags>&e;")));
        assertTrue(message.contains("fragment.e4xmi, line 2, cannot be used: DOCTYPE"), message);
        assertFalse(message.contains("the secret"), message);
    }

    @Test
    void whatBelongsToTheWindowIsImportedOptionally() throws Exception {
        assertEquals(
                List.of(),
                verify(TestJar.pack("Import-Package", "org.eclipse.swt.widgets;resolution:=optional"))
                        .imports());
        assertEquals(
                "visits.jar: it imports org.eclipse.swt.widgets, which is there only while the workbench runs;"
                        + " write Import-Package: org.eclipse.swt.widgets;resolution:=optional.",
                refusal(TestJar.pack("Import-Package", "org.eclipse.swt.widgets")));
        assertEquals(
                List.of("org.eclipse.swt.internal.gtk"),
                verify(TestJar.pack("Import-Package", "org.eclipse.swt.internal.gtk;resolution:=optional"))
                        .imports());
    }
}
