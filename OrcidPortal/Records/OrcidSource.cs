namespace OrcidPortal.Records;

/// <summary>The key of the source that a person's ORCID record is.</summary>
public static class OrcidSource
{
    private const string Prefix = "orcid:";

    /// <summary>The key for <see cref="RecordDraft.Source"/>.</summary>
    /// <param name="environment">The registry's name in the tables.</param>
    /// <param name="orcid">Whose record.</param>
    public static string Of(string environment, string orcid) => $"{Prefix}{environment}:{orcid}";

    /// <summary>The entry's id there.</summary>
    public static string LocalId(string section, long putCode) => $"{section}/{putCode}";

    /// <summary>Whether a source is an ORCID record.</summary>
    public static bool Is(string source) => source.StartsWith(Prefix, StringComparison.Ordinal);
}
