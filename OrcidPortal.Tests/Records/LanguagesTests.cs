using System.Text.Json;
using OrcidPortal.Records.Vocabularies;
using OrcidPortal.Tests.OrcidApi;

namespace OrcidPortal.Tests.Records;

public sealed class LanguagesTests
{
    [Fact]
    public void The_list_is_ORCIDs()
    {
        using var lists = JsonDocument.Parse(File.ReadAllText(OrcidData.PathOf("enumerations.json")));

        Languages.All.Order().ShouldBe(lists.RootElement.GetProperty("language-code").EnumerateArray().Select(t => t.GetString()!).Order());
    }

    [Fact]
    public void Whatever_resolves_is_in_the_list()
    {
        foreach (var given in new[] { "EN", "en-GB", "id", "yi", "zh_Hant", "ger", "français", "nno", "pt-BR" })
            Languages.All.ShouldContain(Languages.Resolve(given)!, given);
    }
}
