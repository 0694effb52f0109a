package org.opbrief.installer.trust;

import java.security.cert.CRLReason;
import java.security.cert.X509CRL;
import java.security.cert.X509CRLEntry;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The revocation lists of a workspace, as far as they are what they say they are. */
final class Revocations {

    private final List<X509CRL> lists;
    private final Collection<X509Certificate> issuers;
    private final Instant now;
    private final Set<String> remarks = new LinkedHashSet<>();

    /** @param issuers certificates that a list may be from */
    Revocations(List<X509CRL> lists, Collection<X509Certificate> issuers, Instant now) {
        this.lists = lists;
        this.issuers = issuers;
        this.now = now;
    }

    /** When and why a certificate was revoked, in words. */
    Optional<String> revoked(X509Certificate certificate) {
        for (X509CRL list : lists) {
            if (!list.getIssuerX500Principal().equals(certificate.getIssuerX500Principal())) {
                continue;
            }
            if (issuers.stream().noneMatch(issuer -> Certificates.issued(issuer, list))) {
                remarks.add(
                        "The revocation list of %s is not signed by it and was not used: add one that is, with \"opbrief trust revocations FILE\"."
                                .formatted(Certificates.name(list.getIssuerX500Principal())));
                continue;
            }
            X509CRLEntry entry = list.getRevokedCertificate(certificate);
            if (entry != null && entry.getRevocationReason() != CRLReason.REMOVE_FROM_CRL) {
                return Optional.of("on " + Certificates.date(entry.getRevocationDate()) + reason(entry));
            }
            if (list.getNextUpdate() != null && now.isAfter(list.getNextUpdate().toInstant())) {
                remarks.add(
                        "The revocation list of %s is out of date since %s: add a newer one with \"opbrief trust revocations FILE\"."
                                .formatted(
                                        Certificates.name(list.getIssuerX500Principal()),
                                        Certificates.date(list.getNextUpdate())));
            }
        }
        return Optional.empty();
    }

    /** What was noticed about the lists. */
    List<String> remarks() {
        return List.copyOf(remarks);
    }

    private static String reason(X509CRLEntry entry) {
        CRLReason reason = entry.getRevocationReason();
        if (reason == null || reason == CRLReason.UNSPECIFIED) {
            return "";
        }
        return switch (reason) {
            case KEY_COMPROMISE -> " because its key was stolen";
            case CA_COMPROMISE, AA_COMPROMISE -> " because the key of its issuer was stolen";
            case AFFILIATION_CHANGED -> " because its owner left";
            case SUPERSEDED -> " because another took its place";
            case CESSATION_OF_OPERATION -> " because it is no longer used";
            case CERTIFICATE_HOLD -> " for the time being";
            case PRIVILEGE_WITHDRAWN -> " because its owner may no longer use it";
            default -> "";
        };
    }
}
