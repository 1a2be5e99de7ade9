using System.Collections.Frozen;

namespace OrcidPortal.Identifiers;

/// <summary>ORCID's 52 identifier types: which there are, which tell upper from lower case, and where their values lead.</summary>
public static class ExternalIdTypes
{
    /// <summary>ORCID's prefix, to which a value is appended; empty where values lead nowhere.</summary>
    private static readonly FrozenDictionary<string, string> Prefixes = new Dictionary<string, string>
    {
        ["agr"] = "", ["ark"] = "", ["arxiv"] = "https://arxiv.org/abs/", ["asin"] = "https://www.amazon.com/dp/", ["asin-tld"] = "",
        ["authenticusid"] = "https://www.authenticus.pt/", ["bibcode"] = "https://adsabs.harvard.edu/abs/", ["cba"] = "", ["cgn"] = "https://id.culturegraph.org/",
        ["cienciaiul"] = "https://ciencia.iscte-iul.pt/id/", ["cit"] = "", ["cstr"] = "https://www.cstr.cn/", ["ctx"] = "", ["dnb"] = "https://d-nb.info/",
        ["doi"] = "https://doi.org/", ["eid"] = "", ["emdb"] = "https://www.ebi.ac.uk/emdb/", ["empiar"] = "https://www.ebi.ac.uk/empiar/",
        ["ethos"] = "https://ethos.bl.uk/OrderDetails.do?uin=", ["grant_number"] = "", ["hal"] = "https://hal.archives-ouvertes.fr/view/resolver/",
        ["handle"] = "https://hdl.handle.net/", ["hir"] = "", ["isbn"] = "", ["ismn"] = "", ["issn"] = "https://portal.issn.org/resource/ISSN/",
        ["jfm"] = "https://zbmath.org/?format=complete&q=an%3A", ["jstor"] = "https://www.jstor.org/stable/",
        ["k10plus"] = "https://opac.k10plus.de/DB=2.299/PPNSET?PPN=", ["kuid"] = "https://koreamed.org/article/", ["lccn"] = "https://lccn.loc.gov/",
        ["lensid"] = "https://www.lens.org/", ["mr"] = "https://www.ams.org/mathscinet-getitem?mr=", ["oclc"] = "https://www.worldcat.org/oclc/",
        ["ol"] = "https://openlibrary.org/b/", ["osti"] = "https://www.osti.gov/biblio/", ["other-id"] = "", ["pat"] = "", ["pdb"] = "https://identifiers.org/pdb/",
        ["pmc"] = "https://europepmc.org/article/pmc/", ["pmid"] = "https://pubmed.ncbi.nlm.nih.gov/", ["ppr"] = "https://europepmc.org/article/PPR/",
        ["proposal-id"] = "", ["raid"] = "https://raid.org/", ["rfc"] = "https://tools.ietf.org/html/", ["rrid"] = "https://identifiers.org/rrid/",
        ["source-work-id"] = "", ["ssrn"] = "https://papers.ssrn.com/abstract_id=", ["uri"] = "", ["urn"] = "", ["wosuid"] = "",
        ["zbl"] = "https://zbmath.org/?format=complete&q=",
    }.ToFrozenDictionary();

    private static readonly FrozenSet<string> CaseSensitive =
        FrozenSet.ToFrozenSet(["ark", "bibcode", "cgn", "emdb", "empiar", "ethos", "k10plus", "ol", "rrid", "uri"]);

    /// <summary>All names, as ORCID spells them.</summary>
    public static IReadOnlyCollection<string> All => Prefixes.Keys;

    /// <summary>Whether ORCID knows the type; it refuses others (9023).</summary>
    public static bool IsKnown(string type) => Prefixes.ContainsKey(type);

    /// <summary>Whether values that differ in case only are different identifiers.</summary>
    public static bool IsCaseSensitive(string type) => CaseSensitive.Contains(type);

    /// <summary>What a value is appended to; empty where values lead nowhere or the type is unknown.</summary>
    public static string PrefixOf(string type) => Prefixes.GetValueOrDefault(type, "");

    /// <summary>Where a value leads.</summary>
    /// <param name="type">ORCID's name of the type.</param>
    /// <param name="value">Normalised.</param>
    /// <returns>An absolute address, or null for types without a resolver. A book number has none: ORCID shows it as it is.</returns>
    public static string? UrlOf(string type, string value)
    {
        if (type == "uri") return Uri.TryCreate(value, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" ? uri.AbsoluteUri : null;
        // Some sources give the address for the value.
        if (value.StartsWith("https://", StringComparison.OrdinalIgnoreCase) || value.StartsWith("http://", StringComparison.OrdinalIgnoreCase)) return UrlOf("uri", value);
        if (!Prefixes.TryGetValue(type, out var prefix) || prefix.Length == 0) return null;
        if (type == "arxiv" && value.StartsWith("arXiv:", StringComparison.OrdinalIgnoreCase)) value = value["arXiv:".Length..];
        return prefix + string.Join('/', value.Split('/').Select(Escape));
    }

    /// <summary>Only what an address cannot carry is escaped; colons, brackets and semicolons are common in old DOIs and may stand.</summary>
    private static string Escape(string segment) => Uri.EscapeDataString(segment)
        .Replace("%3A", ":", StringComparison.Ordinal).Replace("%3B", ";", StringComparison.Ordinal)
        .Replace("%28", "(", StringComparison.Ordinal).Replace("%29", ")", StringComparison.Ordinal);
}
