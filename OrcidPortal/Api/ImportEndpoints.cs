using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using OrcidPortal.Data.Entities;
using OrcidPortal.Security;
using OrcidPortal.Sources;

namespace OrcidPortal.Api;

/// <summary><c>/imports</c>: files come in.</summary>
internal static class ImportEndpoints
{
    public static void MapImports(this RouteGroupBuilder api)
    {
        api.MapPost("/imports", PostAsync).WithName("StartImport").AddOpenApiOperationTransformer(DescribeFormAsync)
            .WithSummary("Takes a file for a person and imports it in the background. Form fields: file, person (local id), format (bibtex or csl-json; left away: found out from the content).");
        api.MapGet("/imports/{id:guid}", GetAsync).WithName("GetImport").WithSummary("How far an import is and what became of its entries.");
    }

    private static async Task<Results<Accepted<ImportAccepted>, ProblemHttpResult>> PostAsync(
        HttpRequest request, ClaimsPrincipal caller, People people, Imports imports, ImportJob job, CancellationToken cancellationToken)
    {
        if (await FormAsync(request, cancellationToken) is not { } form) return ApiProblem.BadRequest("Send the file as multipart/form-data with the fields file, person and format.", "file");
        var (file, format, person) = (form.Files.GetFile("file"), form["format"].ToString(), form["person"].ToString());
        if (file is null) return ApiProblem.BadRequest("Send the file as the multipart form field \"file\".", "file");
        if (string.IsNullOrWhiteSpace(person)) return ApiProblem.BadRequest("Say whose works these are: the form field \"person\" takes the person's local id.", "person");
        if (await people.FindAsync(person, cancellationToken) is not { } owner) return ApiProblem.BadRequest($"There is no person {person}. Create the person first: PUT /api/v1/people/{{localId}}.", "person");
        await using var content = file.OpenReadStream();
        switch (await imports.QueueAsync(content, file.FileName, string.IsNullOrWhiteSpace(format) ? null : format.Trim(), owner.Id, ApiCaller.Of(caller), cancellationToken))
        {
            case QueueResult.Queued queued:
                job.StartNow(queued.RunId);
                return TypedResults.Accepted($"/api/v1/imports/{queued.RunId}", new ImportAccepted(queued.RunId));
            case QueueResult.Refused refused:
                return ApiProblem.BadRequest(refused.Sentence, "file");
            default:
                return ApiProblem.BadRequest("The file could not be taken.", "file");
        }
    }

    // Read by hand: with a form parameter the framework answers other content types before it looks at the key.
    private static async Task<IFormCollection?> FormAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (!request.HasFormContentType) return null;
        try
        {
            return await request.ReadFormAsync(cancellationToken);
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private static Task DescribeFormAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var text = new OpenApiSchema { Type = JsonSchemaType.String };
        operation.RequestBody = new OpenApiRequestBody
        {
            Required = true,
            Content = new Dictionary<string, OpenApiMediaType>
            {
                ["multipart/form-data"] = new()
                {
                    Schema = new OpenApiSchema
                    {
                        Type = JsonSchemaType.Object,
                        Required = new HashSet<string> { "file", "person" },
                        Properties = new Dictionary<string, IOpenApiSchema>
                        {
                            ["file"] = new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" }, ["person"] = text, ["format"] = text,
                        },
                    },
                },
            },
        };
        return Task.CompletedTask;
    }

    private static async Task<Results<Ok<ImportView>, ProblemHttpResult>> GetAsync(Guid id, ImportList imports, CancellationToken cancellationToken) =>
        await imports.FindAsync(id, cancellationToken) is { } found ? TypedResults.Ok(ImportView.Of(found)) : ApiProblem.NotFound($"import {id}");
}

/// <summary>An import that waits for its turn.</summary>
public sealed record ImportAccepted(Guid Id);

/// <summary>An import.</summary>
/// <param name="Total">Entries in the file; null until it has been read.</param>
/// <param name="Messages">Why the whole file failed, and one message per rejected or doubtful entry.</param>
public sealed record ImportView(
    Guid Id, ImportState State, string Format, string FileName, string Person, int? Total, int Read, int Added, int Updated, int Unchanged, int Rejected,
    IReadOnlyList<ImportMessageView> Messages, DateTimeOffset CreatedAt, DateTimeOffset? FinishedAt)
{
    internal static ImportView Of(ImportDetail detail)
    {
        var run = detail.Run;
        IEnumerable<ImportMessageView> failure = run.Failure is { } words ? [new ImportMessageView(null, null, words)] : [];
        return new ImportView(
            run.Id, run.State, run.Format, run.FileName, detail.LocalId, run.Total, run.Read, run.Added, run.Updated, run.Unchanged, run.Rejected,
            [.. failure, .. detail.Remarks.Select(l => new ImportMessageView(l.Line, l.EntryKey, l.Message ?? ""))], run.CreatedAt, run.FinishedAt);
    }
}

/// <param name="Line">The line of the file where the entry begins, from 1.</param>
/// <param name="Entry">The entry's citation key or id.</param>
public sealed record ImportMessageView(int? Line, string? Entry, string Text);
