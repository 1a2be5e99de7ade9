using OrcidPortal.Data.Entities;

namespace OrcidPortal.Commands.Generation;

/// <summary>What became of generating.</summary>
public abstract record GenerateResult
{
    private GenerateResult() { }

    /// <summary>All is saved.</summary>
    /// <param name="People">New people.</param>
    /// <param name="Connected">Those of them who are connected.</param>
    /// <param name="Records">New records of each kind.</param>
    /// <param name="Broken">Records with blocking problems.</param>
    /// <param name="Items">New sync items in each state.</param>
    /// <param name="Took">From beginning to end.</param>
    public sealed record Generated(
        int People, int Connected, IReadOnlyDictionary<RecordKind, int> Records, int Broken, IReadOnlyDictionary<SyncState, int> Items, TimeSpan Took) : GenerateResult;

    /// <summary>Nothing was saved.</summary>
    /// <param name="Sentence">Why.</param>
    public sealed record Refused(string Sentence) : GenerateResult;
}

/// <summary>How far generating is.</summary>
/// <param name="Records">Saved so far, of any kind.</param>
/// <param name="Works">Those of them that are works.</param>
/// <param name="Took">Since the beginning.</param>
public sealed record GenerateProgress(int Records, int Works, TimeSpan Took);
