using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using OrcidPortal.Connect;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.Push;
using OrcidPortal.Tests.Infrastructure;

namespace OrcidPortal.Tests.Push;

/// <summary>ORCID's answers repeat the token they refuse; nothing that is kept of them does.</summary>
public sealed class HistoryWithoutTokensTests
{
    private const string Bulk = """
        <bulk:bulk xmlns:bulk="http://www.orcid.org/ns/bulk" xmlns:error="http://www.orcid.org/ns/error"><error:error><error:response-code>400</error:response-code>
        <error:developer-message>Refused for ##.</error:developer-message><error:error-code>9001</error:error-code></error:error></bulk:bulk>
        """;

    [Theory]
    [InlineData(200, Bulk)]
    [InlineData(400, """{"response-code": 400, "developer-message": "Refused for ##", "error-code": 9001}""")]
    [InlineData(401, """{"error": "invalid_token", "error_description": "Invalid access token: ##"}""")]
    [InlineData(403, """{"error": "access_denied", "error_description": "Access Denied: ##"}""")]
    [InlineData(404, """{"response-code": 404, "developer-message": "Nothing for Bearer ##", "error-code": 9016}""")]
    [InlineData(409, """{"response-code": 409, "developer-message": "Locked, token=##;", "error-code": 9018}""")]
    [InlineData(500, "<html><head><title>Failed with ##</title></head></html>")]
    [InlineData(503, "<html><head><title>Busy with ##</title></head></html>")]
    public async Task Whatever_ORCID_answers_the_token_is_kept_nowhere(int status, string body)
    {
        await using var house = await PushHouse.OpenAsync(DatabaseProvider.Sqlite);
        var cancellationToken = TestContext.Current.CancellationToken;
        var token = (await house.Services.GetRequiredService<Tokens>().OpenAsync(house.Ada.Id, cancellationToken))!.AccessToken;
        await house.SaveAsync(1);
        await house.Registry.FaultAsync(new { method = "POST", status, body = body.Replace("##", token, StringComparison.Ordinal) });
        await house.Registry.FaultAsync(new { method = "GET", status = status == 200 ? 400 : status, body = body.Replace("##", token.ToUpperInvariant(), StringComparison.Ordinal) });

        await house.PushAsync();
        await house.Services.GetRequiredService<FirstRead>().ReadAsync(house.Ada.Id, cancellationToken);
        house.Clock.Advance(TimeSpan.FromHours(1));
        await house.PushAsync();
        await house.DisconnectAsync();

        var history = await house.HistoryAsync();
        history.ShouldContain(h => h.Outcome != HistoryOutcome.Done && h.Message!.Contains("[token]"));
        JsonSerializer.Serialize(history).ShouldNotContain(token, Case.Insensitive);
        var stored = await StoredAsync(house.Database);
        stored.ShouldContain(house.Orcid);
        stored.Contains(token, StringComparison.OrdinalIgnoreCase).ShouldBeFalse();
    }

    [Fact]
    public async Task A_revoked_token_is_refused_by_name_and_the_name_is_not_kept()
    {
        await using var house = await PushHouse.OpenAsync(DatabaseProvider.Sqlite);
        var token = (await house.Services.GetRequiredService<Tokens>().OpenAsync(house.Ada.Id, TestContext.Current.CancellationToken))!.AccessToken;
        await house.SaveAsync(1);
        await house.PushAsync();
        await house.Registry.RevokeAsync(house.Orcid);
        await house.SaveAsync(2);

        await house.PushAsync();

        (await house.HistoryAsync()).ShouldContain(h => h.HttpStatus == 401 && h.Message!.Contains("[token]"));
        (await StoredAsync(house.Database)).Contains(token, StringComparison.OrdinalIgnoreCase).ShouldBeFalse();
    }

    /// <summary>The database's files as they lie on the disk: rows, indexes, and what was deleted from them.</summary>
    private static async Task<string> StoredAsync(TestDatabase database)
    {
        var stored = new StringBuilder();
        foreach (var file in database.Folder.GetFiles("portal.db*").Where(f => !f.Name.EndsWith("-shm", StringComparison.Ordinal)))
        {
            await using var stream = new FileStream(file.FullName, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var reader = new StreamReader(stream, Encoding.Latin1);
            stored.Append(await reader.ReadToEndAsync(TestContext.Current.CancellationToken));
        }
        return stored.ToString();
    }
}
