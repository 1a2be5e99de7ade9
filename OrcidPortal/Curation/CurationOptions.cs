namespace OrcidPortal.Curation;

/// <summary>Settings <c>Curation:*</c>.</summary>
public sealed class CurationOptions
{
    public const string Section = "Curation";

    /// <summary>Which of a researcher's corrections count at once (default Minor); the others are proposals.</summary>
    public string ResearcherCorrections { get; set; } = nameof(Curation.ResearcherCorrections.Minor);

    /// <summary>
    /// Columns of DSpace's metadata import over the defaults, by kind and field: <c>Curation:DspaceColumns:Work:title</c> is <c>dc.title[en]</c>, <c>…:Work:external-ids.doi</c> is
    /// <c>dc.identifier.doi</c>; empty: the field goes into none.
    /// </summary>
    public Dictionary<string, Dictionary<string, string>> DspaceColumns { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The handle of the collection that new items go into when a file of works to deposit is imported, such as <c>123456789/2</c>; empty (default): whoever imports the file fills it in.</summary>
    public string? DepositCollection { get; set; }

    /// <summary><see cref="ResearcherCorrections"/> as the portal understands it; null where it is another word.</summary>
    public ResearcherCorrections? AtOnce =>
        Enum.GetValues<ResearcherCorrections>().Cast<ResearcherCorrections?>().FirstOrDefault(c => c.ToString()!.Equals(ResearcherCorrections?.Trim(), StringComparison.OrdinalIgnoreCase));
}

/// <summary>Which corrections of researchers count at once. What another connected person has, too, never does; a person's own name, keywords and the like always do.</summary>
public enum ResearcherCorrections
{
    /// <summary>All but title, type and identifiers.</summary>
    Minor,

    /// <summary>All.</summary>
    All,

    /// <summary>None: each is a proposal.</summary>
    None,
}
