namespace OrcidPortal.Mapping;

/// <summary>Problems in plain words.</summary>
public static class ProblemSentences
{
    /// <summary>Words one problem.</summary>
    public static ProblemSentence For(string code, string field, string value, string? suggestion) => throw new NotImplementedException();
}
