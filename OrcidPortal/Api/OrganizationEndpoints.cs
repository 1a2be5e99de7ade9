using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.Records.Organizations;
using OrcidPortal.Security;

namespace OrcidPortal.Api;

/// <summary><c>/organizations</c>: the directory that fundings and affiliations refer to, and for which organisations the institution speaks.</summary>
internal static class OrganizationEndpoints
{
    public static void MapOrganizations(this RouteGroupBuilder api)
    {
        api.MapGet("/organizations", ListAsync).WithName("ListOrganizations")
            .WithSummary("Organisations, 50 at a time, ours first. query: beginnings of words of a name, or an identifier; country: two letters; ours=true: only ours and related ones.");
        api.MapGet("/organizations/{id:guid}", GetAsync).WithName("GetOrganization").WithSummary("One organisation with all its names.");
        api.MapPut("/organizations", PutAsync).WithName("PutOrganization")
            .WithSummary("Creates an organisation, or changes the one that has one of the identifiers. All fields are replaced; identifiers and otherNames stay where they are left out. Loading ROR does not overwrite it any more.");
        api.MapPut("/organizations/{id:guid}/tie", TieAsync).WithName("TieOrganization")
            .WithSummary("Says whether the institution speaks for an organisation: Ours, Related or None. Positions are sent only for ours and related ones.");
    }

    private static async Task<Ok<ListOf<OrganizationView>>> ListAsync(
        string? query, string? country, bool? ours, string? cursor, OrganizationDirectory directory, CancellationToken cancellationToken) =>
        TypedResults.Ok(ListOf<OrganizationView>.From(await directory.SearchAsync(query, country, ours == true, cursor, cancellationToken), OrganizationView.Of));

    private static async Task<Results<Ok<OrganizationDetailView>, ProblemHttpResult>> GetAsync(Guid id, OrganizationDirectory directory, CancellationToken cancellationToken) =>
        await directory.FindAsync(id, cancellationToken) is { } found ? TypedResults.Ok(OrganizationDetailView.Of(found)) : ApiProblem.NotFound($"organisation {id}");

    private static async Task<Results<Ok<OrganizationView>, Created<OrganizationView>, ProblemHttpResult>> PutAsync(
        OrganizationBody body, ClaimsPrincipal caller, OrganizationDirectory directory, CancellationToken cancellationToken)
    {
        var known = new HashSet<Guid>();
        foreach (var given in body.Identifiers ?? [])
            if (await directory.FindAsync(given.Source ?? "", given.Value ?? "", cancellationToken) is { } id) known.Add(id);
        if (known.Count > 1) return ApiProblem.BadRequest("The identifiers belong to several organisations of the directory. Send those of one.", "identifiers");
        return await directory.SaveAsync(known.Count == 1 ? known.Single() : null, body.Draft, ApiCaller.Of(caller), cancellationToken) switch
        {
            SaveOrganizationResult.Saved { Created: true, Organization: var made } => TypedResults.Created($"/api/v1/organizations/{made.Id}", OrganizationView.Of(made)),
            SaveOrganizationResult.Saved { Organization: var changed } => TypedResults.Ok(OrganizationView.Of(changed)),
            SaveOrganizationResult.Invalid invalid => ApiProblem.BadRequest(invalid.Sentence, invalid.Field),
            _ => ApiProblem.Conflict("The organisation was taken out of the directory meanwhile. Send it again and it is created."),
        };
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> TieAsync(Guid id, TieBody body, ClaimsPrincipal caller, OrganizationDirectory directory, CancellationToken cancellationToken)
    {
        if (!ApiProblem.TryRead<OrganizationTie>(body.Tie, "tie", out var tie, out var problem)) return problem!;
        if (tie is not { } wanted) return ApiProblem.BadRequest($"tie is one of {string.Join(", ", Enum.GetNames<OrganizationTie>())}.", "tie");
        Actor actor = ApiCaller.Of(caller);
        return await directory.TieAsync(id, wanted, actor, cancellationToken) ? TypedResults.NoContent() : ApiProblem.NotFound($"organisation {id}");
    }
}
