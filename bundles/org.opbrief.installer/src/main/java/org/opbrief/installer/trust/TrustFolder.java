package org.opbrief.installer.trust;

import java.nio.file.Path;
import java.util.List;
import org.opbrief.api.pack.PackException;
import org.opbrief.api.pack.Trust;

/** Whom a workspace trusts: certificates as {@code <sha256>.cer}, revocation lists as {@code *.crl}, and the file {@code policy}. */
public final class TrustFolder implements Trust {

    private final Path folder;

    /** @param folder made when something is first written into it */
    public TrustFolder(Path folder) {
        this.folder = folder;
    }

    @Override
    public List<Certificate> certificates() throws PackException {
        throw new UnsupportedOperationException(folder.toString());
    }

    @Override
    public Certificate read(Path file) throws PackException {
        throw new UnsupportedOperationException();
    }

    @Override
    public void add(Certificate certificate) throws PackException {
        throw new UnsupportedOperationException();
    }

    @Override
    public Certificate remove(String fingerprint) throws PackException {
        throw new UnsupportedOperationException();
    }

    @Override
    public String addRevocations(Path file) throws PackException {
        throw new UnsupportedOperationException();
    }

    @Override
    public Policy policy() throws PackException {
        throw new UnsupportedOperationException();
    }

    @Override
    public void setPolicy(Policy policy) throws PackException {
        throw new UnsupportedOperationException();
    }
}
