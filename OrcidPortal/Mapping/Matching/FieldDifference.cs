using System.Security.Cryptography;
using System.Text;
using OrcidPortal.Data.Entities;
using OrcidPortal.Records;

namespace OrcidPortal.Mapping.Matching;

/// <summary>A field in which ORCID says something that we do not.</summary>
/// <param name="Field">A path of <c>FieldPaths</c>.</param>
/// <param name="Key">Of a list: the element that we lack; null for single fields.</param>
/// <param name="Ours">What we say; null: nothing.</param>
/// <param name="Theirs">What ORCID says, as a correction takes it.</param>
public sealed record FieldDifference(string Field, string? Key, string? Ours, string Theirs)
{
    /// <summary>Field and element in one text, by which it is chosen.</summary>
    public string Id => Key is null ? Field : $"{Field}|{Key}";

    /// <summary>What a correction takes over.</summary>
    public CorrectionRequest ToCorrection() => new(Field, null, Key is null ? CorrectionOp.Replace : CorrectionOp.Add, Theirs);

    /// <summary>16 characters that are others when ORCID says something else.</summary>
    public string Digest => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Id}={Theirs}")).AsSpan(0, 8));
}
