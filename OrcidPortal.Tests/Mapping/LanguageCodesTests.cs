using System.Text.Json;
using OrcidPortal.Mapping;
using OrcidPortal.Tests.OrcidApi;

namespace OrcidPortal.Tests.Mapping;

public sealed class LanguageCodesTests
{
    [Fact]
    public void The_list_is_ORCIDs()
    {
        using var lists = JsonDocument.Parse(File.ReadAllText(OrcidData.PathOf("enumerations.json")));

        LanguageCodes.All.Order().ShouldBe(lists.RootElement.GetProperty("language-code").EnumerateArray().Select(t => t.GetString()!).Order());
    }

    [Fact]
    public void Whatever_resolves_is_in_the_list()
    {
        foreach (var given in new[] { "EN", "en-GB", "id", "yi", "zh_Hant", "ger", "français", "nno", "pt-BR" })
            LanguageCodes.All.ShouldContain(LanguageCodes.Resolve(given)!, given);
    }
}
