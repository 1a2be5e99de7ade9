using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using OrcidPortal.Data;
using OrcidPortal.Push;
using OrcidPortal.Records.Vocabularies;
using OrcidPortal.Security;

namespace OrcidPortal.Api;

/// <summary><c>/vocabularies</c>: what the words of our sources are called at ORCID.</summary>
internal static class VocabularyEndpoints
{
    public static void MapVocabularies(this RouteGroupBuilder api)
    {
        api.MapGet("/vocabularies", AllAsync).WithName("ListVocabularies").WithSummary("All vocabularies, with how many values that records use have no entry.");
        api.MapGet("/vocabularies/{name}", ListAsync).WithName("ListVocabulary")
            .WithSummary("Values of a vocabulary, at most 200, those without an entry first. query: a part of the value; missing=true: only what records use and has no entry.");
        api.MapPut("/vocabularies/{name}", PutAsync).WithName("PutVocabularyEntry")
            .WithSummary("Says what ORCID calls a value; target null: there is nothing. All records that use it are planned again.");
        api.MapDelete("/vocabularies/{name}", ResetAsync).WithName("ResetVocabularyEntry").WithSummary("Takes the institution's word for a value back: the default counts again.");
    }

    private static async Task<Ok<IReadOnlyList<VocabularyView>>> AllAsync(VocabularyList list, CancellationToken cancellationToken)
    {
        var missing = await list.MissingAsync(cancellationToken);
        return TypedResults.Ok<IReadOnlyList<VocabularyView>>([.. VocabularyNames.All.Select(n => new VocabularyView(n, missing.GetValueOrDefault(n), VocabularySnapshot.Targets(n)))]);
    }

    private static async Task<Results<Ok<VocabularyLines>, ProblemHttpResult>> ListAsync(string name, string? query, bool? missing, VocabularyList list, CancellationToken cancellationToken)
    {
        if (!VocabularyNames.All.Contains(name)) return ApiProblem.NotFound($"vocabulary {name}");
        var page = await list.ListAsync(name, query, missing == true, cancellationToken);
        return TypedResults.Ok(new VocabularyLines([.. page.Rows.Select(r => new VocabularyLine(r.Value, r.Target, r.Default, r.Own is not null, r.Records))], page.More));
    }

    private static async Task<Results<Ok<VocabularySaved>, ProblemHttpResult>> PutAsync(
        string name, VocabularyBody body, ClaimsPrincipal caller, VocabularyStore store, PushJob job, CancellationToken cancellationToken)
    {
        if (!VocabularyNames.All.Contains(name)) return ApiProblem.NotFound($"vocabulary {name}");
        Actor actor = ApiCaller.Of(caller);
        return Answer(await store.SetAsync(name, body.Value ?? "", body.Target, actor, cancellationToken), job);
    }

    private static async Task<Results<Ok<VocabularySaved>, ProblemHttpResult>> ResetAsync(
        string name, string value, ClaimsPrincipal caller, VocabularyStore store, PushJob job, CancellationToken cancellationToken)
    {
        if (!VocabularyNames.All.Contains(name)) return ApiProblem.NotFound($"vocabulary {name}");
        Actor actor = ApiCaller.Of(caller);
        return Answer(await store.ResetAsync(name, value, actor, cancellationToken), job);
    }

    private static Results<Ok<VocabularySaved>, ProblemHttpResult> Answer(SetTermResult result, PushJob job)
    {
        if (result is SetTermResult.Invalid invalid) return ApiProblem.BadRequest(invalid.Sentence);
        job.StartNow(null);
        return TypedResults.Ok(new VocabularySaved(((SetTermResult.Saved)result).Records));
    }
}

/// <param name="Missing">Values that records use and that have no entry.</param>
/// <param name="Targets">The values ORCID takes.</param>
public sealed record VocabularyView(string Name, int Missing, IReadOnlyList<string> Targets);

/// <param name="More">There are more: narrow with query.</param>
public sealed record VocabularyLines(IReadOnlyList<VocabularyLine> Items, bool More);

/// <param name="Target">ORCID's value that counts; null: none.</param>
/// <param name="Default">What the portal says of it.</param>
/// <param name="IsOwn">The institution says so itself.</param>
/// <param name="Records">How many records use it; 1,000 stands for 1,000 and more.</param>
public sealed record VocabularyLine(string Value, string? Target, string? Default, bool IsOwn, int Records);

/// <param name="Value">As sources write it, work types with their scheme: bibtex:misc.</param>
/// <param name="Target">ORCID's value; null: there is none.</param>
public sealed record VocabularyBody(string? Value, string? Target);

/// <param name="Records">So many records use the value and are looked at again.</param>
public sealed record VocabularySaved(int Records);
