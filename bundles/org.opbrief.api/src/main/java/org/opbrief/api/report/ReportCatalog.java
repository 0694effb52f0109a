package org.opbrief.api.report;

import java.util.List;
import java.util.Optional;
import org.opbrief.api.data.DataSet;
import org.opbrief.api.data.Store;
import org.opbrief.api.data.Vocabulary;
import org.opbrief.api.statistics.FactorSet;
import org.osgi.annotation.versioning.ProviderType;

/** {@link ProviderType}: all that installed packs and bundles bring, as of the moment of the call. */
@ProviderType
public interface ReportCatalog {

    /** By id. */
    List<Report> reports();

    /** By id. */
    List<DataSet> dataSets();

    /** Which of the data sets are no pack's but the open workspace's own. */
    default OwnDataSets own() {
        return OwnDataSets.NONE;
    }

    /** Those that packs share, by id. */
    default List<Vocabulary> vocabularies() {
        return List.of();
    }

    /** By model, then in the order of their definition. */
    List<FactorSet> factorSets();

    default Optional<Report> report(String id) {
        return reports().stream()
                .filter(report -> report.info().id().equals(id))
                .findFirst();
    }

    default Optional<DataSet> dataSet(String id) {
        return dataSets().stream().filter(dataSet -> dataSet.id().equals(id)).findFirst();
    }

    /**
     * Builds a briefing.
     *
     * @throws ReportException if there is no such report (suggests the nearest), a parameter is unknown, missing or of
     *     the wrong type, or the briefing cannot be built
     */
    Briefing build(Store store, RunRequest request) throws ReportException;
}
