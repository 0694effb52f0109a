package org.opbrief.installer.trust;

import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.CertPathValidatorException.Reason;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateParsingException;
import java.security.cert.PKIXParameters;
import java.security.cert.PKIXReason;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.opbrief.api.pack.Signature;
import org.opbrief.api.pack.Signature.Verdict;

/** What the certificate of a signer is worth. The signature itself was checked before. */
final class SignerCheck {

    private static final String CODE_SIGNING = "1.3.6.1.5.5.7.3.3";
    private static final String ANY_USAGE = "2.5.29.37.0";

    private final Trusted trusted;
    private final Instant now;

    SignerCheck(Trusted trusted, Instant now) {
        this.trusted = trusted;
        this.now = now;
    }

    /**
     * A way from the signer to a certificate that is trusted.
     *
     * @param below certificates before the trusted one, the signer's first; none if the signer's itself is trusted
     */
    private record Way(List<X509Certificate> below, X509Certificate anchor) {
        List<X509Certificate> all() {
            List<X509Certificate> all = new ArrayList<>(below);
            all.add(anchor);
            return all;
        }
    }

    /** @param chain the signer's certificate first, each one issued by the next */
    Signature check(List<X509Certificate> chain) {
        List<Way> ways = ways(chain);
        if (ways.isEmpty()) {
            return lost(chain);
        }
        Optional<Signature> first = Optional.empty();
        for (Way way : ways) {
            Signature signature = check(chain, way);
            if (signature.verdict() == Verdict.TRUSTED) {
                return signature;
            }
            first = first.or(() -> Optional.of(signature));
        }
        return first.orElseThrow();
    }

    private List<Way> ways(List<X509Certificate> chain) {
        List<Way> ways = new ArrayList<>();
        for (int i = 0; i < chain.size(); i++) {
            X509Certificate certificate = chain.get(i);
            if (trusted.certificates().contains(certificate)) {
                ways.add(new Way(chain.subList(0, i), certificate));
            }
            for (X509Certificate anchor : trusted.certificates()) {
                if (!anchor.equals(certificate) && Certificates.issued(anchor, certificate)) {
                    ways.add(new Way(chain.subList(0, i + 1), anchor));
                }
            }
        }
        return ways;
    }

    private Signature check(List<X509Certificate> chain, Way way) {
        X509Certificate signer = chain.get(0);
        Set<X509Certificate> known = new LinkedHashSet<>(way.all());
        known.addAll(chain);
        Revocations revocations = revocations(known);
        Signature signature = revoked(signer, known, revocations)
                .or(() -> unusable(signer))
                .or(() -> untimely(signer, way.all(), ""))
                .or(() -> unsound(signer, way))
                .orElseGet(() -> trusted(signer, way));
        return remarked(signature, revocations);
    }

    private static Signature trusted(X509Certificate signer, Way way) {
        String what = way.below().isEmpty() ? "its certificate" : "its issuer " + Certificates.subject(way.anchor());
        return verdict(Verdict.TRUSTED, signer, "this workspace trusts " + what);
    }

    private static Signature remarked(Signature signature, Revocations revocations) {
        return new Signature(
                signature.verdict(),
                signature.signer(),
                signature.fingerprint(),
                signature.detail(),
                revocations.remarks());
    }

    /** None of the certificates is trusted. */
    private Signature lost(List<X509Certificate> chain) {
        X509Certificate signer = chain.get(0);
        String also = ", and this workspace does not trust it";
        Revocations revocations = revocations(new LinkedHashSet<>(chain));
        Signature signature = revoked(signer, chain, revocations)
                .or(() -> unusable(signer))
                .or(() -> untimely(signer, chain, also))
                .orElseGet(() -> unknown(signer, chain));
        return remarked(signature, revocations);
    }

    private static Signature unknown(X509Certificate signer, List<X509Certificate> chain) {
        if (Certificates.selfSigned(signer)) {
            return verdict(
                    Verdict.SELF_SIGNED,
                    signer,
                    "the certificate vouches only for itself, and this workspace does not trust it");
        }
        X509Certificate last = chain.get(chain.size() - 1);
        return verdict(
                Verdict.UNKNOWN,
                signer,
                "the certificate leads to %s, which this workspace does not trust"
                        .formatted(Certificates.name(last.getIssuerX500Principal())));
    }

    private Revocations revocations(Set<X509Certificate> known) {
        Set<X509Certificate> issuers = new LinkedHashSet<>(known);
        issuers.addAll(trusted.certificates());
        return new Revocations(trusted.revocations(), issuers, now);
    }

    private static Optional<Signature> revoked(
            X509Certificate signer, Iterable<X509Certificate> certificates, Revocations revocations) {
        for (X509Certificate certificate : certificates) {
            Optional<String> revoked = revocations.revoked(certificate);
            if (revoked.isPresent()) {
                return Optional.of(
                        verdict(Verdict.REVOKED, signer, which(signer, certificate) + " was revoked " + revoked.get()));
            }
        }
        return Optional.empty();
    }

    private Optional<Signature> untimely(X509Certificate signer, List<X509Certificate> certificates, String also) {
        for (X509Certificate certificate : certificates) {
            if (Certificates.expired(certificate, now)) {
                String detail = which(signer, certificate) + " expired on "
                        + Certificates.date(certificate.getNotAfter()) + also;
                return Optional.of(verdict(Verdict.EXPIRED, signer, detail));
            }
            if (Certificates.early(certificate, now)) {
                String detail = which(signer, certificate) + " is not valid before "
                        + Certificates.date(certificate.getNotBefore()) + also;
                return Optional.of(verdict(Verdict.NOT_YET_VALID, signer, detail));
            }
        }
        return Optional.empty();
    }

    private static Optional<Signature> unusable(X509Certificate signer) {
        try {
            List<String> extended = signer.getExtendedKeyUsage();
            if (extended != null && !extended.contains(CODE_SIGNING) && !extended.contains(ANY_USAGE)) {
                return Optional.of(verdict(Verdict.UNSUITABLE, signer, "the certificate is not made for signing code"));
            }
        } catch (CertificateParsingException e) {
            return Optional.of(
                    verdict(Verdict.UNSUITABLE, signer, "the certificate is damaged where it tells its use"));
        }
        return Optional.empty();
    }

    /** The rules of RFC 5280 for the way as a whole: who may issue, names, algorithms. */
    private Optional<Signature> unsound(X509Certificate signer, Way way) {
        if (way.below().isEmpty()) {
            return Optional.empty();
        }
        if (way.anchor().getVersion() >= 3 && way.anchor().getBasicConstraints() < 0) {
            return Optional.of(verdict(
                    Verdict.UNSUITABLE,
                    signer,
                    Certificates.subject(way.anchor()) + ", which this workspace trusts, may not issue certificates"));
        }
        try {
            PKIXParameters parameters = new PKIXParameters(Set.of(new TrustAnchor(way.anchor(), null)));
            parameters.setRevocationEnabled(false);
            parameters.setDate(Date.from(now));
            CertPathValidator.getInstance("PKIX")
                    .validate(CertificateFactory.getInstance("X.509").generateCertPath(way.below()), parameters);
            return Optional.empty();
        } catch (CertPathValidatorException e) {
            X509Certificate culprit =
                    e.getIndex() >= 0 && e.getIndex() < way.below().size()
                            ? way.below().get(e.getIndex())
                            : signer;
            return Optional.of(
                    verdict(Verdict.UNSUITABLE, signer, which(signer, culprit) + " " + reason(e.getReason())));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Java cannot validate certificates", e);
        }
    }

    private static String reason(Reason reason) {
        if (reason instanceof PKIXReason rule) {
            return switch (rule) {
                case NOT_CA_CERT, INVALID_KEY_USAGE -> "may not issue certificates";
                case PATH_TOO_LONG -> "may not issue certificates that issue certificates";
                case INVALID_NAME -> "is issued for a name that its issuer has no right to";
                case NAME_CHAINING -> "is not issued by the next one";
                case UNRECOGNIZED_CRIT_EXT -> "has a critical condition that Opbrief does not know";
                default -> "does not follow the rules for certificates";
            };
        }
        if (reason == BasicReason.ALGORITHM_CONSTRAINED) {
            return "uses an algorithm or a key length that is no longer safe";
        }
        return reason == BasicReason.INVALID_SIGNATURE
                ? "is not signed by its issuer"
                : "does not follow the rules for certificates";
    }

    private static String which(X509Certificate signer, X509Certificate certificate) {
        return certificate.equals(signer)
                ? "the certificate"
                : "the certificate of " + Certificates.subject(certificate) + " above it";
    }

    private static Signature verdict(Verdict verdict, X509Certificate signer, String detail) {
        return new Signature(verdict, Certificates.subject(signer), Certificates.fingerprint(signer), detail);
    }
}
