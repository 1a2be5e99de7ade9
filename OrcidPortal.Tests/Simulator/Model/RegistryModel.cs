namespace OrcidPortal.Tests.Simulator.Model;

/// <summary>What one record should hold after any writes: written from ORCID's rules with plain lists, sharing nothing with the simulator.</summary>
internal sealed class RegistryModel(string person)
{
    public const string Person = "person";

    public List<ModelItem> Items { get; } = [];
    public List<(string Action, string[] PutCodes)> Notices { get; } = [];
    public HashSet<string> PutCodes { get; } = [];
    public string DefaultVisibility { get; set; } = "public";

    /// <summary>What a new item is refused with; 0: it is taken.</summary>
    public int Judge(ModelContent content, string client, ModelItem? replaced = null, string? visibility = null)
    {
        if (content.Title.Length == 0) return 9022;
        if (content.Ids.Length == 0) return 9023;
        if (replaced is not null && visibility is not null && visibility != replaced.Visibility) return 9035;
        if (content.Ids.All(i => i.Relationship != "self")) return 9023;
        var taken = Items.Where(i => i.Source == client && i != replaced).SelectMany(i => i.Content.Ids).Where(i => i.Relationship == "self").Select(i => i.Key).ToHashSet();
        return content.Ids.Any(i => i.Relationship == "self" && taken.Contains(i.Key)) ? 9021 : 0;
    }

    public void Take(string putCode, string source, string visibility, ModelContent content)
    {
        PutCodes.Add(putCode).ShouldBeTrue($"the put-code {putCode} was given before");
        Items.Add(new(putCode, source, visibility, content));
    }

    /// <summary>What an update is refused with, as HTTP status and code; 200 and 0: it is taken.</summary>
    public (int Status, int Code) JudgeUpdate(ModelItem? item, string client, ModelContent content, string? visibility)
    {
        if (item is null) return (404, 9016);
        if (item.Content.Says(content) && visibility is null) return item.Source == client ? (200, 0) : (403, 9014);
        var code = Judge(content, client, item, visibility);
        return code != 0 ? (code switch { 9021 => 409, 9035 => 403, _ => 400 }, code) : item.Source == client ? (200, 0) : (403, 9010);
    }

    /// <summary>What somebody sees: what is public, what they added themselves, and what trusted parties see if they are one.</summary>
    public IEnumerable<ModelItem> SeenBy(string? client, bool isTrusted) => Items.Where(i =>
        i.Visibility == "public" || (client is not null && i.Source == client) || (isTrusted && i.Visibility is "limited" or "registered-only" && isTrusted));

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

    public override string ToString() => $"record of {person}: {Items.Count} items";
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
    /// <summary>What makes two spellings of one identifier the same.</summary>
    public string Key => Type switch
    {
        "doi" => "doi " + Value[Value.IndexOf("10.", StringComparison.Ordinal)..].ToLowerInvariant(),
        "isbn" => "isbn " + string.Concat(Value.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant(),
        _ => $"{Type} {Value.ToLowerInvariant()}",
    };
}
