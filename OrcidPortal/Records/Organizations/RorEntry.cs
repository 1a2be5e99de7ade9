using System.Text.Json;
using OrcidPortal.Data.Entities;

namespace OrcidPortal.Records.Organizations;

/// <summary>An organisation as the ROR dump (schema v2) describes it, with what the directory keeps of it. Pure.</summary>
internal sealed record RorEntry(
    string Ror, string Name, IReadOnlyList<RorName> Names, string? City, string? Region, string? Country,
    IReadOnlyList<OrganizationId> Identifiers, OrganizationStatus Status)
{
    private static readonly string[] NameOrder = ["ror_display", "label", "alias", "acronym"];

    /// <summary>Reads one element of the dump.</summary>
    /// <returns>The entry, or why it cannot be used.</returns>
    public static (RorEntry? Entry, string? Reason) Read(JsonElement element)
    {
        try
        {
            if (element.ValueKind != JsonValueKind.Object) return (null, "It is not a JSON object.");
            var id = Text(element, "id");
            if (OrganizationIdForm.Normalize("ROR", id) is not (_, var ror)) return (null, id is null ? "It has no ROR id." : $"\"{Cut(id, 60)}\" is not a ROR id.");
            if (!element.TryGetProperty("names", out var list) || list.ValueKind != JsonValueKind.Array)
                return (null, Text(element, "name") is null ? "It has no names." : "It is of schema version 1. Load the file of version 2; its name ends in _schema_v2.json.");
            var names = ReadNames(list);
            if (names.Count == 0) return (null, "It has no names.");
            var (city, region, country) = ReadPlace(element);
            return (new RorEntry(ror, names[0].Text, names, city, region, country, ReadIdentifiers(element, ror), ReadStatus(Text(element, "status"))), null);
        }
        catch (InvalidOperationException)
        {
            return (null, "A value in it is of another kind than the schema says, or is not readable text.");
        }
    }

    private static List<RorName> ReadNames(JsonElement list)
    {
        var names = new List<(int Order, RorName Name)>();
        foreach (var item in Items(list))
        {
            if (Clean(Text(item, "value"), 500) is not { } text) continue;
            var kinds = item.TryGetProperty("types", out var types) ? Items(types).Select(t => t.GetString()).ToArray() : [];
            var order = NameOrder.Index().Where(o => kinds.Contains(o.Item)).Select(o => o.Index).DefaultIfEmpty(2).First();
            names.Add((order, new RorName(text, order == 3 ? OrganizationMatching.Acronym : Clean(Text(item, "lang"), 10))));
        }
        return [.. names.OrderBy(n => n.Order).Select(n => n.Name)];
    }

    private static (string? City, string? Region, string? Country) ReadPlace(JsonElement element)
    {
        if (!element.TryGetProperty("locations", out var locations)) return default;
        var details = Items(locations).Select(l => l.TryGetProperty("geonames_details", out var d) && d.ValueKind == JsonValueKind.Object ? d : default).FirstOrDefault();
        if (details.ValueKind != JsonValueKind.Object) return default;
        var country = Text(details, "country_code")?.Trim().ToUpperInvariant();
        return (Clean(Text(details, "name"), 200), Clean(Text(details, "country_subdivision_name"), 200), country?.Length == 2 ? country : null);
    }

    private static List<OrganizationId> ReadIdentifiers(JsonElement element, string ror)
    {
        var found = new List<OrganizationId> { new("ROR", ror, true) };
        if (!element.TryGetProperty("external_ids", out var list)) return found;
        foreach (var item in Items(list))
        {
            var type = Text(item, "type");
            var all = item.TryGetProperty("all", out var values) ? Items(values).Select(v => v.GetString()).ToList() : [];
            var preferred = OrganizationIdForm.Normalize(type, Text(item, "preferred")) ?? OrganizationIdForm.Normalize(type, all.FirstOrDefault());
            foreach (var id in all.Select(v => OrganizationIdForm.Normalize(type, v)).Prepend(preferred).OfType<(string Source, string Value)>().Distinct())
                if (id.Source != "ROR") found.Add(new OrganizationId(id.Source, id.Value, id == preferred));
        }
        return [.. found.DistinctBy(i => (i.Source, i.Value))];
    }

    private static OrganizationStatus ReadStatus(string? status) => status switch
    {
        "inactive" => OrganizationStatus.Inactive,
        "withdrawn" => OrganizationStatus.Withdrawn,
        _ => OrganizationStatus.Active,
    };

    private static List<JsonElement> Items(JsonElement list) => list.ValueKind == JsonValueKind.Array ? [.. list.EnumerateArray()] : [];

    private static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value.GetString() : null;

    private static string? Clean(string? text, int length)
    {
        if (FieldCleaning.Clean(text) is not { } clean) return null;
        return Cut(clean, length);
    }

    private static string Cut(string text, int length) =>
        text.Length <= length ? text : text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];
}

/// <summary>A name in the dump.</summary>
/// <param name="Language">Two letters, or the tag of acronyms, or null.</param>
internal sealed record RorName(string Text, string? Language);
