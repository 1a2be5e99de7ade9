using System.Text.Json;
using OrcidPortal.Identifiers;
using OrcidPortal.Sources.BibTeX;

namespace OrcidPortal.Sources.CslJson;

/// <summary>Reads CSL's names: in parts, literal, or as a bare text.</summary>
internal static class CslNames
{
    private const int Most = 20_000;

    public static IEnumerable<PersonName> Of(CslObject item, string role)
    {
        if (item.Property(role) is not { } names) return [];
        return (names.ValueKind == JsonValueKind.Array ? names.EnumerateArray().AsEnumerable() : [names]).Take(Most).SelectMany(Read);
    }

    private static IEnumerable<PersonName> Read(JsonElement name)
    {
        if (name.ValueKind == JsonValueKind.String) return NameList.Parse(name.GetString());
        if (name.ValueKind != JsonValueKind.Object) return [];
        return Read(new CslObject(name)) is { } one ? [one] : [];
    }

    private static PersonName? Read(CslObject name)
    {
        string? Part(string part) => MarkupText.ToText(name.Text(part));
        var orcid = OrcidId.TryParse(name.Text("ORCID"), out var id) ? id.Value : null;
        if (Part("family") is { } family)
        {
            var withParticles = string.Join(' ', new[] { Part("dropping-particle"), Part("non-dropping-particle"), family }.Where(p => p is not null));
            return new PersonName(withParticles, Part("given"), Part("suffix"), Orcid: orcid);
        }
        return (Part("literal") ?? Part("name") ?? Part("given")) is { } whole ? new PersonName(null, Literal: whole, Orcid: orcid) : null;
    }
}
