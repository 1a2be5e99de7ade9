namespace OrcidPortal.Tests.Simulator.Model;

/// <summary>What one record should hold after any writes: written from ORCID's rules with plain lists, sharing nothing with the simulator.</summary>
/// <param name="kind">What the items are.</param>
/// <param name="given">The put-codes of all records, those of items that are gone, too.</param>
internal sealed class RegistryModel(ModelKind kind, HashSet<string> given)
{
    public const string Person = "person";

    public List<ModelItem> Items { get; } = [];
    public List<(string Action, string[] PutCodes)> Notices { get; } = [];
    public string DefaultVisibility { get; set; } = "public";

    /// <summary>What a new item is refused with; 0: it is taken.</summary>
    public int Judge(ModelContent content, string client, ModelItem? replaced = null, string? visibility = null)
    {
        if (content.Title.Length == 0) return 9022;
        if (content.Ids.Length == 0) return 9023;
        if (replaced is not null && visibility is not null && visibility != replaced.Visibility) return 9035;
        if (kind.NeedsOwnId && content.Ids.All(i => i.Relationship != "self")) return 9023;
        var taken = Items.Where(i => i.Source == client && i != replaced).SelectMany(i => OwnKeys(i.Content)).ToHashSet();
        return OwnKeys(content).Any(taken.Contains) ? 9021 : 0;
    }

    public void Take(string putCode, string source, string visibility, ModelContent content)
    {
        given.Add(putCode).ShouldBeTrue($"the put-code {putCode} was given before");
        Items.Add(new(putCode, source, visibility, content));
    }

    /// <summary>The answer to a new item that is sent by itself, as HTTP status and code.</summary>
    public (int Status, int Code) JudgeNew(ModelContent content, string client) =>
        IsUnsound(content) ? Refused(9012) : Judge(content, client) is not 0 and var code ? Refused(code) : (201, 0);

    /// <summary>The answer to an update, as HTTP status and code.</summary>
    public (int Status, int Code) JudgeUpdate(ModelItem? item, string client, ModelContent content, string? visibility)
    {
        if (IsUnsound(content)) return Refused(9012);
        if (item is null) return Refused(9016);
        if (item.Content.Says(content) && (visibility is null || visibility == item.Visibility)) return item.Source == client ? (200, 0) : Refused(kind.SameByOther);
        if (Judge(content, client, item, visibility) is not 0 and var code) return Refused(code);
        return item.Source == client ? (200, 0) : Refused(9010);
    }

    /// <summary>The answer to a removal, as HTTP status and code.</summary>
    public static (int Status, int Code) JudgeRemoval(ModelItem? item, string client) => item is null ? Refused(9016) : item.Source == client ? (204, 0) : Refused(9010);

    /// <summary>What somebody sees: what is public, what they added themselves, and what trusted parties see if they are one.</summary>
    public IEnumerable<ModelItem> SeenBy(string? client, bool isTrusted) => Items.Where(i =>
        i.Visibility == "public" || (client is not null && i.Source == client) || (isTrusted && i.Visibility is "limited" or "registered-only"));

    /// <summary>The put-codes of what is one and the same, smallest first, each group as one text.</summary>
    public static IEnumerable<string> Groups(IEnumerable<ModelItem> items)
    {
        List<(HashSet<string> Keys, List<string> PutCodes)> groups = [];
        foreach (var item in items)
        {
            var keys = item.Content.Ids.Where(i => i.Relationship is "self" or "version-of").Select(i => i.Key).ToHashSet();
            var joined = groups.Where(g => g.Keys.Overlaps(keys)).ToList();
            groups.RemoveAll(joined.Contains);
            groups.Add(([.. keys, .. joined.SelectMany(g => g.Keys)], [item.PutCode, .. joined.SelectMany(g => g.PutCodes)]));
        }
        return groups.Select(g => string.Join(' ', g.PutCodes.Order(StringComparer.Ordinal))).Order(StringComparer.Ordinal);
    }

    private static (int Status, int Code) Refused(int code) => (code switch { 9021 => 409, 9010 or 9014 or 9035 => 403, 9016 => 404, _ => 400 }, code);

    private bool IsUnsound(ModelContent content) => kind.SchemaNeedsTitle && content.Title.Length == 0;

    /// <summary>What a source may have only once.</summary>
    private IEnumerable<string> OwnKeys(ModelContent content) =>
        content.Ids.Where(i => i.Relationship == "self").Select(i => kind.ClashesAsWritten ? $"{i.Type} {i.Value}" : i.Key);
}

/// <summary>An item of the record.</summary>
internal sealed record ModelItem(string PutCode, string Source, string Visibility, ModelContent Content);

/// <summary>What an item says.</summary>
internal sealed record ModelContent(string Title, ModelId[] Ids)
{
    public bool Says(ModelContent other) => Title == other.Title && Ids.SequenceEqual(other.Ids);

    public override string ToString() => $"'{Title}' [{string.Join(", ", Ids.Select(i => $"{i.Type} {i.Value} {i.Relationship}"))}]";
}

/// <summary>An identifier as it is written.</summary>
internal sealed record ModelId(string Type, string Value, string Relationship)
{
    /// <summary>What makes two spellings of one identifier the same. Case counts in a uri.</summary>
    public string Key => Type switch
    {
        "doi" => "doi " + Value[Value.IndexOf("10.", StringComparison.Ordinal)..].ToLowerInvariant(),
        "isbn" => "isbn " + string.Concat(Value.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant(),
        "uri" => $"uri {(Value.Contains("://", StringComparison.Ordinal) ? "" : "http://")}{Value}",
        _ => $"{Type} {Value.ToLowerInvariant()}",
    };
}
