using System.Text;
using OrcidPortal.Identifiers;
using OrcidPortal.OrcidApi;

namespace OrcidPortal.Tests.OrcidApi;

/// <summary>Calls for single items against answers no registry should give.</summary>
public sealed class OrcidMemberClientItemsTests
{
    private const string Token = "11111111-2222-3333-4444-555555555555";
    private static readonly OrcidId Orcid = OrcidId.Parse("0000-0002-1825-0097");
    private static readonly OrcidMessage Keyword = new KeywordMessage { Content = "lakes" };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("https://api.orcid.org/v3.0/0000-0002-1825-0097/keywords/17")]
    [InlineData("/v3.0/0000-0002-1825-0097/keywords/17/")]
    [InlineData("17")]
    public async Task The_put_code_of_a_new_item_is_the_end_of_its_address(string location)
    {
        await using var registry = await CreatedAt(location);

        var answer = await registry.Member.AddAsync(Orcid, Token, Keyword, Cancel);

        answer.Value.ShouldBe(new StoredItem(new PutCode(17), Keyword, null, null, null, "", null));
        var request = registry.Requests.Single();
        request.Line.ShouldBe("POST /v3.0/0000-0002-1825-0097/keywords");
        request.Authorization.ShouldBe("Bearer " + Token);
        request.Body.ShouldContain("lakes");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("https://api.orcid.org/v3.0/0000-0002-1825-0097/keywords")]
    [InlineData("https://api.orcid.org/v3.0/0000-0002-1825-0097/keywords/0")]
    [InlineData("https://api.orcid.org/v3.0/0000-0002-1825-0097/keywords/-1")]
    [InlineData("https://api.orcid.org/v3.0/0000-0002-1825-0097/keywords/99999999999999999999")]
    public async Task A_new_item_without_a_put_code_is_an_unknown_outcome(string? location)
    {
        await using var registry = await CreatedAt(location);

        var answer = await registry.Member.AddAsync(Orcid, Token, Keyword, Cancel);

        answer.Result.ShouldBeOfType<OrcidResult.OutcomeUnknown>().HttpStatus.ShouldBe(201);
        answer.Value.ShouldBeNull();
        registry.Requests.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("<html>fine</html>")]
    [InlineData("""<keyword:keyword xmlns:keyword="http://www.orcid.org/ns/keyword"/>""")]
    [InlineData("""<keyword:keyword put-code="six" xmlns:keyword="http://www.orcid.org/ns/keyword"/>""")]
    [InlineData("""<keyword:keyword put-code="6" xmlns:keyword="http://www.orcid.org/ns/keyword"/>""")]
    [InlineData("""<other-name:other-name put-code="5" xmlns:other-name="http://www.orcid.org/ns/other-name"/>""")]
    [InlineData("""<!DOCTYPE k [<!ENTITY y "z">]><keyword:keyword put-code="5" xmlns:keyword="http://www.orcid.org/ns/keyword">&y;</keyword:keyword>""")]
    public async Task Another_item_than_asked_for_is_no_answer(string body)
    {
        await using var registry = await ScriptedRegistry.StartAsync(ScriptedRegistry.Answer(200, body));

        var read = await registry.Member.ReadItemAsync(Orcid, Token, OrcidSection.Keyword, new PutCode(5), Cancel);
        var updated = await registry.Member.UpdateAsync(Orcid, Token, new PutCode(5), Keyword, Cancel);
        var record = await registry.Member.ReadRecordAsync(Orcid, Token, Cancel);

        read.Result.ShouldBeOfType<OrcidResult.Unreachable>();
        updated.Result.ShouldBeOfType<OrcidResult.OutcomeUnknown>();
        record.Result.ShouldBeOfType<OrcidResult.Unreachable>();
    }

    [Theory]
    [MemberData(nameof(Messages.Sections), MemberType = typeof(Messages))]
    public async Task Every_section_has_its_own_address(OrcidSection section)
    {
        var message = Messages.Of(section);
        await using var registry = await ScriptedRegistry.StartAsync(ScriptedRegistry.Answer(200, Encoding.UTF8.GetString(OrcidMessages.ToXml(message, new PutCode(5)))));

        var read = await registry.Member.ReadItemAsync(Orcid, Token, section, new PutCode(5), Cancel);
        var updated = await registry.Member.UpdateAsync(Orcid, Token, new PutCode(5), message, Cancel);
        await registry.Member.RemoveAsync(Orcid, Token, section, new PutCode(5), Cancel);

        read.IsOk.ShouldBeTrue();
        updated.IsOk.ShouldBeTrue();
        var address = $"/v3.0/0000-0002-1825-0097/{section.ItemPath()}/5";
        registry.Requests.Select(r => r.Line).ShouldBe([$"GET {address}", $"PUT {address}", $"DELETE {address}"]);
        registry.Requests.ElementAt(1).Body.ShouldContain("put-code=\"5\"");
    }

    [Fact]
    public async Task An_update_without_an_answer_holds_what_was_sent()
    {
        await using var registry = await ScriptedRegistry.StartAsync(ScriptedRegistry.Answer(200, ""));

        var answer = await registry.Member.UpdateAsync(Orcid, Token, new PutCode(5), Keyword, Cancel);

        answer.Value.ShouldBe(new StoredItem(new PutCode(5), Keyword, null, null, null, "", null));
    }

    [Fact]
    public async Task A_second_copy_to_the_person_names_no_put_code_whatever_it_says()
    {
        var error = """<error xmlns="http://www.orcid.org/ns/error"><response-code>409</response-code><developer-message>The element 'put-code 99' of type 'Keyword' is duplicated.</developer-message><error-code>9030</error-code></error>""";
        await using var registry = await ScriptedRegistry.StartAsync(ScriptedRegistry.Answer(409, error));

        var answer = await registry.Member.AddAsync(Orcid, Token, new KeywordMessage { Content = "put-code 99" }, Cancel);

        answer.Result.ShouldBeOfType<OrcidResult.Duplicate>().PutCode.ShouldBeNull();
    }

    private static Task<ScriptedRegistry> CreatedAt(string? location) => ScriptedRegistry.StartAsync(context =>
    {
        context.Response.StatusCode = 201;
        if (location is not null) context.Response.Headers.Location = location;
        return Task.CompletedTask;
    });
}
