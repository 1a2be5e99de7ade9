using OrcidPortal.Data.Entities;

namespace OrcidPortal.Security;

/// <summary>What came of saving a person.</summary>
public abstract record SavePersonResult
{
    private SavePersonResult() { }

    /// <summary>The person as stored.</summary>
    /// <param name="Person">The row.</param>
    /// <param name="Created">False where the person existed.</param>
    public sealed record Saved(Person Person, bool Created) : SavePersonResult;

    /// <summary>Nothing was stored.</summary>
    /// <param name="Field">The field at fault, for example <c>localId</c>.</param>
    /// <param name="Sentence">What is wrong, for people.</param>
    public sealed record Invalid(string Field, string Sentence) : SavePersonResult;
}
