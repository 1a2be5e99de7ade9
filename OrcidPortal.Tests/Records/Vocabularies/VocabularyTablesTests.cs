using System.Text.Json;
using System.Xml.Linq;
using OrcidPortal.Data.Entities;
using OrcidPortal.Identifiers;
using OrcidPortal.Records.Vocabularies;
using OrcidPortal.Tests.Simulator;

namespace OrcidPortal.Tests.Records.Vocabularies;

/// <summary>The defaults, reviewed row by row, and against ORCID's schemas.</summary>
public sealed class VocabularyTablesTests
{
    public static TheoryData<string> Vocabularies => [.. VocabularyNames.All];

    [Theory, MemberData(nameof(Vocabularies))]
    public void Every_default_leads_to_a_value_ORCID_takes_and_is_found_by_its_own_key(string vocabulary)
    {
        var targets = VocabularySnapshot.Targets(vocabulary).ToHashSet(StringComparer.Ordinal);

        foreach (var (key, target) in VocabularyDefaults.All(vocabulary))
        {
            targets.ShouldContain(target, key);
            VocabularyKeys.Of(key).ShouldBe(key);
            VocabularySnapshot.Defaults.Resolve(vocabulary, key).ShouldBe(target, key);
        }
        if (vocabulary is VocabularyNames.OwnRole or VocabularyNames.IdentifierRelationship) return;
        foreach (var target in targets) VocabularySnapshot.Defaults.Resolve(vocabulary, vocabulary == VocabularyNames.WorkType ? $"orcid:{target}" : target).ShouldBe(target);
    }

    [Theory]
    [InlineData(VocabularyNames.Language, "language-code")]
    [InlineData(VocabularyNames.Country, "country")]
    [InlineData(VocabularyNames.WorkType, "work-type")]
    [InlineData(VocabularyNames.FundingType, "funding-type")]
    [InlineData(VocabularyNames.FundingRole, "funding-contributor-role-legacy")]
    [InlineData(VocabularyNames.IdentifierRelationship, "external-id-relationship")]
    public void The_values_are_ORCIDs(string vocabulary, string list) =>
        VocabularySnapshot.Targets(vocabulary).ShouldBe(JsonDocument.Parse(OrcidSchemas.Data("enumerations.json")).RootElement.GetProperty(list).EnumerateArray().Select(v => v.GetString()!), ignoreOrder: true);

    /// <summary>The enumeration of the older schema; the newer one says "what Java knows", which is more.</summary>
    [Fact]
    public void No_currency_of_ORCIDs_is_missing()
    {
        XNamespace xs = "http://www.w3.org/2001/XMLSchema";
        var listed = XDocument.Parse(OrcidSchemas.Data("xsd/common_2.1/common-2.1.xsd")).Descendants(xs + "simpleType").Single(t => (string?)t.Attribute("name") == "currency-code")
            .Descendants(xs + "enumeration").Select(e => e.Attribute("value")!.Value).ToList();

        listed.Count.ShouldBeGreaterThan(200);
        // Nobody is paid in metals, units of account and test codes.
        string[] noMoney = ["XAG", "XAU", "XBA", "XBB", "XBC", "XBD", "XDR", "XFO", "XFU", "XPD", "XPT", "XSU", "XTS", "XUA", "XXX", ""];
        listed.Except(VocabularySnapshot.Targets(VocabularyNames.Currency)).Except(noMoney).ShouldBeEmpty();
    }

    /// <summary>ISO 4217 with what it has retired since 1999.</summary>
    [Theory]
    [InlineData("EUR", "EUR")]
    [InlineData("adp", "ADP")]
    [InlineData("BYN", "BYN")]
    [InlineData("BYR", "BYR")]
    [InlineData("DEM", "DEM")]
    [InlineData("€", "EUR")]
    [InlineData("Swiss franc", "CHF")]
    [InlineData("$", null)]
    [InlineData("bitcoin", null)]
    public void A_currency(string word, string? code) => VocabularySnapshot.Defaults.Resolve(VocabularyNames.Currency, word).ShouldBe(code);

    [Theory]
    [InlineData("DE", "DE")]
    [InlineData("deu", "DE")]
    [InlineData("Deutschland", "DE")]
    [InlineData("Allemagne", "DE")]
    [InlineData("Alemania", "DE")]
    [InlineData("Niemcy", "DE")]
    [InlineData("日本", "JP")]
    [InlineData("UK", "GB")]
    [InlineData("XK", "XK")]
    [InlineData("Türkiye", "TR")]
    [InlineData("Congo", null)]
    [InlineData("Atlantis", null)]
    public void A_country(string word, string? code) => VocabularySnapshot.Defaults.Resolve(VocabularyNames.Country, word).ShouldBe(code);

    [Theory]
    [InlineData("en_US", "en")]
    [InlineData("de-AT", "de")]
    [InlineData("deu", "de")]
    [InlineData("ger", "de")]
    [InlineData("alb", "sq")]
    [InlineData("tib", "bo")]
    [InlineData("chi", null)]
    [InlineData("cze", "cs")]
    [InlineData("ces", "cs")]
    [InlineData("Englisch", "en")]
    [InlineData("français", "fr")]
    [InlineData("allemand", "de")]
    [InlineData("he", "iw")]
    [InlineData("zh-Hant", "zh_TW")]
    [InlineData("zh", null)]
    [InlineData("klingon", null)]
    public void A_language(string word, string? code) => VocabularySnapshot.Defaults.Resolve(VocabularyNames.Language, word).ShouldBe(code);

    [Theory]
    [InlineData("Author", "author", "yes")]
    [InlineData("edt", "editor", "yes")]
    [InlineData("Writing – original draft", "http://credit.niso.org/contributor-roles/writing-original-draft/", "yes")]
    [InlineData("https://credit.niso.org/contributor-roles/supervision", "http://credit.niso.org/contributor-roles/supervision/", "no")]
    [InlineData("Funding acquisition", "http://credit.niso.org/contributor-roles/funding-acquisition/", "no")]
    [InlineData("advisor", "http://credit.niso.org/contributor-roles/supervision/", "no")]
    [InlineData("support-staff", "support-staff", "no")]
    [InlineData("friend", null, null)]
    public void A_role_and_whether_it_makes_a_work_ones_own(string word, string? role, string? own)
    {
        VocabularySnapshot.Defaults.Resolve(VocabularyNames.ContributorRole, word).ShouldBe(role);
        if (role is not null) VocabularySnapshot.Defaults.Resolve(VocabularyNames.OwnRole, role).ShouldBe(own);
    }

    [Fact]
    public void All_fourteen_roles_of_CRediT_have_their_URIs() =>
        VocabularySnapshot.Targets(VocabularyNames.ContributorRole).Count(r => r.StartsWith("http://credit.niso.org/contributor-roles/", StringComparison.Ordinal)).ShouldBe(14);

    [Theory]
    [InlineData("Grant", "grant")]
    [InlineData("dc.type:Fellowship", "salary-award")]
    [InlineData("prize", "award")]
    [InlineData("Lottery", null)]
    public void A_type_of_funding(string word, string? type) => VocabularySnapshot.Defaults.Resolve(VocabularyNames.FundingType, word).ShouldBe(type);

    [Fact]
    public void What_the_institution_says_of_a_word_with_its_scheme_stands_also_where_it_says_nothing_fits()
    {
        var own = VocabularySnapshot.Of(
        [
            new VocabularyEntry { Vocabulary = VocabularyNames.WorkType, Value = "bibtex:article", Target = null, By = "a" },
            new VocabularyEntry { Vocabulary = VocabularyNames.WorkType, Value = "ris:jour", Target = "preprint", By = "a" },
        ], 1);

        own.TypeOf(RecordKind.Work, new TypeValue("bibtex", "Article")).ShouldBeNull();
        own.TypeOf(RecordKind.Work, new TypeValue("ris", "JOUR")).ShouldBe("preprint");
        own.TypeOf(RecordKind.Work, new TypeValue("dc.type", "Article")).ShouldBe("journal-article");
        own.TypeOf(RecordKind.Funding, new TypeValue("dc.type", "Grant")).ShouldBe("grant");
        own.TypeOf(RecordKind.Work, null).ShouldBeNull();
    }
}
