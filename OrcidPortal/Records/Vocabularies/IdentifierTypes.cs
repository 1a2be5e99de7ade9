using System.Collections.Frozen;
using OrcidPortal.Identifiers;

namespace OrcidPortal.Records.Vocabularies;

/// <summary>Kinds of identifiers: ORCID's 52, and what sources call them.</summary>
internal static class IdentifierTypes
{
    internal static readonly FrozenDictionary<string, string> Table = ExternalIdTypes.All.Select(t => (Key: VocabularyKeys.Of(t), Target: t))
        .Concat(
        [
            ("dc.identifier.doi", "doi"), ("dc.identifier.scopus", "eid"), ("scopus", "eid"), ("scopus id", "eid"), ("dc.identifier.isi", "wosuid"), ("isi", "wosuid"), ("ut", "wosuid"),
            ("wos", "wosuid"), ("web of science", "wosuid"), ("dc.identifier.pmid", "pmid"), ("pubmed", "pmid"), ("pubmed id", "pmid"), ("pmcid", "pmc"), ("pubmed central", "pmc"),
            ("dc.identifier.issn", "issn"), ("eissn", "issn"), ("e-issn", "issn"), ("issn-l", "issn"), ("dc.identifier.isbn", "isbn"), ("eisbn", "isbn"), ("hdl", "handle"),
            ("url", "uri"), ("link", "uri"), ("dc.identifier.uri", "uri"), ("grant number", "grant_number"), ("grant", "grant_number"), ("grant-id", "grant_number"), ("grantid", "grant_number"),
            ("award", "grant_number"), ("proposal", "proposal-id"), ("proposal number", "proposal-id"), ("patent number", "pat"), ("patent", "pat"), ("other", "other-id"), ("dc.identifier.other", "other-id"),
            ("zbmath", "zbl"), ("mathscinet", "mr"), ("mr number", "mr"), ("gnd", "dnb"), ("openlibrary", "ol"), ("urn:nbn", "urn"), ("halid", "hal"), ("id-source", "source-work-id"),
        ])
        .DistinctBy(t => t.Item1).ToFrozenDictionary(t => t.Item1, t => t.Item2, StringComparer.Ordinal);
}
