using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace OrcidPortal.Tests.Records.Organizations;

/// <summary>Small dumps in ROR's schema v2, as ROR writes it.</summary>
internal static class RorDump
{
    public const string Ten = """
        [
          {"id": "https://ror.org/018mejw64", "status": "active", "established": 1920,
           "names": [{"value": "DFG", "types": ["acronym"], "lang": "de"}, {"value": "Deutsche Forschungsgemeinschaft", "types": ["label"], "lang": "de"},
                     {"value": "German Research Foundation", "types": ["label", "ror_display"], "lang": "en"}],
           "locations": [{"geonames_id": 2946447, "geonames_details": {"name": "Bonn", "country_code": "DE", "country_name": "Germany", "country_subdivision_code": "NW", "country_subdivision_name": "North Rhine-Westphalia", "continent_code": "EU", "lat": 50.7, "lng": 7.1}}],
           "external_ids": [{"type": "fundref", "preferred": "501100001659", "all": ["501100001659", "501100004875"]}, {"type": "grid", "preferred": "grid.424150.6", "all": ["grid.424150.6"]}, {"type": "isni", "preferred": null, "all": ["0000 0001 2189 2026"]}],
           "domains": [], "links": [], "relationships": [], "types": ["funder"], "admin": {}},
          {"id": "https://ror.org/05qwgg493", "status": "active",
           "names": [{"value": "Boston University", "types": ["ror_display", "label"], "lang": "en"}, {"value": "BU", "types": ["acronym"], "lang": null}],
           "locations": [{"geonames_id": 1, "geonames_details": {"name": "Boston", "country_code": "US", "country_subdivision_name": "Massachusetts"}}],
           "external_ids": [{"type": "fundref", "preferred": null, "all": ["100000960", "100007254"]}, {"type": "grid", "preferred": "grid.189504.1", "all": ["grid.189504.1"]}]},
          {"id": "https://ror.org/03yrm5c26", "status": "active", "names": [{"value": "California Digital Library", "types": ["ror_display", "label"], "lang": "en"}],
           "locations": [], "external_ids": []},
          {"id": "https://ror.org/02mhbdp94", "status": "inactive", "names": [{"value": "Université Paris 6", "types": ["ror_display", "label"], "lang": "fr"}],
           "locations": [{"geonames_id": 2, "geonames_details": {"name": "Paris", "country_code": "FR", "country_subdivision_name": null}}], "external_ids": [{"type": "grid", "preferred": null, "all": ["grid.462844.8"]}]},
          {"id": "https://ror.org/00zq3nn60", "status": "withdrawn", "names": [{"value": "Old Institute", "types": ["ror_display", "label"], "lang": null}],
           "locations": [{"geonames_id": 3, "geonames_details": {"name": "Rome", "country_code": "IT"}}], "external_ids": [{"type": "fundref", "preferred": null, "all": ["501100009999"]}]},
          {"id": "https://ror.org/00pd74e08", "status": "active", "names": [{"value": "New Institute", "types": ["ror_display", "label"], "lang": null}],
           "locations": [{"geonames_id": 3, "geonames_details": {"name": "Rome", "country_code": "IT"}}], "external_ids": [{"type": "fundref", "preferred": null, "all": ["501100009999"]}]},
          {"id": "https://ror.org/057zh3y96", "status": "active", "names": [{"value": "東京大学", "types": ["label"], "lang": "ja"}, {"value": "The University of Tokyo", "types": ["ror_display", "label"], "lang": "en"}, {"value": "Todai", "types": ["alias"], "lang": null}],
           "locations": [{"geonames_id": 4, "geonames_details": {"name": "Tokyo", "country_code": "JP", "country_subdivision_name": "Tokyo"}}], "external_ids": []},
          {"id": "https://ror.org/not-one", "status": "active", "names": [{"value": "Nowhere", "types": ["ror_display"]}], "locations": [], "external_ids": []},
          {"id": "https://ror.org/02nr0ka47", "name": "Of schema one", "status": "active"},
          {"id": "https://ror.org/04cvxnb49", "status": "active", "names": "no list", "locations": [], "external_ids": []}
        ]
        """;

    public static Stream Stream(string json) => new MemoryStream(Encoding.UTF8.GetBytes(json));

    /// <summary>The ten with one of them changed.</summary>
    public static string With(string ror, Action<JsonObject> change)
    {
        var all = JsonNode.Parse(Ten)!.AsArray();
        change(all.Single(o => o!["id"]!.GetValue<string>() == ror)!.AsObject());
        return all.ToJsonString(new JsonSerializerOptions { WriteIndented = true });
    }

    /// <summary>Writes a dump of many made-up organisations.</summary>
    public static async Task WriteAsync(string path, int count)
    {
        await using var writer = new StreamWriter(path);
        await writer.WriteLineAsync("[");
        for (var n = 0; n < count; n++)
            await writer.WriteLineAsync($$$"""
                {"id": "https://ror.org/0{{{Code(n)}}}", "status": "active", "names": [{"value": "Institute number {{{n}}}", "types": ["ror_display", "label"], "lang": "en"}, {"value": "I{{{n}}}", "types": ["acronym"], "lang": null}],
                 "locations": [{"geonames_id": {{{n}}}, "geonames_details": {"name": "Town {{{n % 900}}}", "country_code": "DE", "country_subdivision_name": "Land"}}],
                 "external_ids": [{"type": "grid", "preferred": null, "all": ["grid.{{{n}}}.1"]}]}{{{(n + 1 < count ? "," : "")}}}
                """);
        await writer.WriteLineAsync("]");
    }

    /// <summary>What stands behind the leading 0: a letter, the number, and its check digits.</summary>
    private static string Code(int n)
    {
        var number = 0L;
        foreach (var c in $"0a{n:00000}") number = (number * 32) + (c == 'a' ? 10 : c - '0');
        return $"a{n:00000}{98 - (number * 100 % 97):00}";
    }
}
