using OrcidPortal.Data.Entities;
using OrcidPortal.Records;

namespace OrcidPortal.Pages.Curation;

/// <summary>What somebody typed over the fields of a work and has not saved yet.</summary>
public sealed class WorkDraft
{
    private readonly Dictionary<string, string> _typed = [];

    public WorkDraft(RecordFields seen) => Rebase(seen);

    /// <summary>The fields as the editor was shown them.</summary>
    public RecordFields Seen { get; private set; } = new();
    public List<ElementDraft<FieldIdentifier>> Identifiers { get; private set; } = [];
    public List<ElementDraft<FieldContributor>> Contributors { get; private set; } = [];

    /// <summary>How many fields and elements differ.</summary>
    public int Changes => _typed.Count + Identifiers.Count(i => i.IsChanged) + Contributors.Count(c => c.IsChanged);

    /// <summary>How many of them are in these fields.</summary>
    public int ChangesIn(IReadOnlySet<string> paths)
    {
        ArgumentNullException.ThrowIfNull(paths);
        return _typed.Keys.Count(paths.Contains)
            + (paths.Contains(FieldPaths.ExternalIds) ? Identifiers.Count(i => i.IsChanged) : 0) + (paths.Contains(FieldPaths.Contributors) ? Contributors.Count(c => c.IsChanged) : 0);
    }

    /// <summary>Types what somebody proposed, to be looked at and changed before it is saved.</summary>
    public void Lay(IEnumerable<ProposedChange> changes)
    {
        ArgumentNullException.ThrowIfNull(changes);
        foreach (var change in changes)
        {
            if (change.Field == FieldPaths.ExternalIds) Lay(Identifiers, change);
            else if (change.Field == FieldPaths.Contributors) Lay(Contributors, change);
            else Type(change.Field, change.Value);
        }
    }

    /// <summary>The text of a single field: what was typed, else what the record says.</summary>
    public string Text(string path) => _typed.GetValueOrDefault(path) ?? FieldValues.Get(Seen, path) ?? "";

    public bool IsChanged(string path) => _typed.ContainsKey(path);

    /// <summary>Takes what was typed; text equal to the record's is no change.</summary>
    public void Type(string path, string? text)
    {
        if ((text ?? "").Trim() == (FieldValues.Get(Seen, path) ?? "").Trim()) _typed.Remove(path);
        else _typed[path] = text ?? "";
    }

    /// <summary>The fields with everything typed, for checking.</summary>
    public RecordFields Fields()
    {
        var fields = _typed.Aggregate(Seen, (f, typed) => FieldValues.With(f, typed.Key, string.IsNullOrWhiteSpace(typed.Value) ? null : typed.Value.Trim()));
        return fields with
        {
            ExternalIds = [.. Identifiers.Where(i => !i.Removed && i.Value.Value.Length > 0).Select(i => i.Value)],
            Contributors = [.. Contributors.Where(c => !c.Removed && c.Value.Name.Length > 0).Select(c => c.Value)],
        };
    }

    /// <summary>The corrections to ask for: what is removed first, so that a value can move from one element to another.</summary>
    public IReadOnlyList<CorrectionRequest> Requests() =>
    [
        .. _typed.Select(t => string.IsNullOrWhiteSpace(t.Value)
            ? new CorrectionRequest(t.Key, null, CorrectionOp.Remove, null)
            : new CorrectionRequest(t.Key, null, CorrectionOp.Replace, t.Value.Trim())),
        .. Requests(FieldPaths.ExternalIds, Identifiers),
        .. Requests(FieldPaths.Contributors, Contributors),
    ];

    /// <summary>Puts what was typed over newer fields of the record; nothing typed is lost.</summary>
    public void Rebase(RecordFields now)
    {
        Identifiers = Rebase(Identifiers, now.ExternalIds, i => i.Key);
        Contributors = Rebase(Contributors, now.Contributors, c => c.Key);
        var typed = _typed.ToList();
        Seen = now;
        foreach (var (path, text) in typed) Type(path, text);
    }

    /// <summary>Takes all of it back.</summary>
    public void Discard()
    {
        _typed.Clear();
        (Identifiers, Contributors) = ([], []);
        Rebase(Seen);
    }

    // What the record has no more is added; what is to go and is gone is done.
    private static void Lay<T>(List<ElementDraft<T>> elements, ProposedChange change) where T : class
    {
        var row = elements.Find(e => e.OriginalKey == change.Key);
        if (change.Value is null)
        {
            if (row is not null) row.Removed = true;
        }
        else if (FieldValues.Read<T>(change.Value) is { } value)
        {
            if (row is not null) row.Value = value;
            else elements.Add(new ElementDraft<T>(null, value));
        }
    }

    private static IEnumerable<CorrectionRequest> Requests<T>(string path, List<ElementDraft<T>> elements) where T : class =>
        elements.Where(e => e.IsChanged).OrderBy(e => e.Removed ? 0 : e.IsNew ? 2 : 1).Select(e => e.Removed
            ? new CorrectionRequest(path, e.OriginalKey, CorrectionOp.Remove, null)
            : new CorrectionRequest(path, e.OriginalKey, e.IsNew ? CorrectionOp.Add : CorrectionOp.Replace, FieldValues.Write(e.Value)));

    // A changed element that is gone from the record meanwhile becomes an added one; a removed one that is gone is done.
    private static List<ElementDraft<T>> Rebase<T>(List<ElementDraft<T>> edited, IReadOnlyList<T> now, Func<T, string> keyOf) where T : class
    {
        var changed = edited.Where(e => e.IsChanged && !e.IsNew).ToDictionary(e => e.OriginalKey!);
        var added = edited.Where(e => e is { IsNew: true, Removed: false }).ToList();
        var rows = new List<ElementDraft<T>>(now.Count + added.Count);
        foreach (var element in now)
        {
            var row = new ElementDraft<T>(keyOf(element), element);
            if (changed.Remove(keyOf(element), out var typed)) (row.Value, row.Removed) = (typed.Value, typed.Removed);
            rows.Add(row);
        }
        rows.AddRange(changed.Values.Where(c => !c.Removed).Select(c => new ElementDraft<T>(null, c.Value)));
        var keys = now.Select(keyOf).ToHashSet();
        rows.AddRange(added.Where(a => !keys.Contains(keyOf(a.Value))));
        return rows;
    }
}
