package org.opbrief.api.pack;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** {@link ProviderType}: helps to write packs. A pack in the making is a folder with {@code pack.yaml} and {@code OPBRIEF-INF}. */
@ProviderType
public interface PackAuthoring {

    /**
     * Makes a folder with a report that runs.
     *
     * @param folder to be made; its name is the report's
     * @param dataSet id of the data set that it reads; empty for one that is present
     * @return the files, in the order in which to read them
     * @throws PackException if the folder exists, the name cannot be one, or there is no such data set (suggests the nearest)
     */
    List<Path> createReport(Path folder, Optional<String> dataSet) throws PackException;

    /** Makes a Maven project of a pack with a report in Java, which is compiled against {@code org.opbrief.api} alone. */
    List<Path> createJava(Path folder) throws PackException;

    /** All that is wrong with a pack in the making, by file and line; none if it can be packed. */
    List<PackProblem> check(Path folder) throws PackException;

    /** The usual name of its jar, {@code name-version.jar}. */
    String jarName(Path folder) throws PackException;

    /**
     * Writes a pack as a jar: the same files, the same bytes. Does not check; only a report that cannot be read is refused, since its jar would not
     * say what it needs.
     *
     * @param jar replaced if it exists
     * @param signer who signs it
     */
    void write(Path folder, Path jar, Optional<Signer> signer) throws PackException;

    /**
     * A key to sign with.
     *
     * @param keystore PKCS #12 or JKS
     * @param alias of the key; empty if the keystore has one only
     */
    record Signer(Path keystore, Optional<String> alias, char[] password) {}
}
