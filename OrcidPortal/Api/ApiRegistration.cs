using System.Text.Json.Serialization;
using Microsoft.OpenApi;
using OrcidPortal.Security;

namespace OrcidPortal.Api;

/// <summary>The REST API: <c>/api/v1</c> behind API keys, its description at <c>/openapi/v1.json</c>; and what ORCID calls.</summary>
public static class ApiRegistration
{
    public static WebApplicationBuilder AddApi(this WebApplicationBuilder builder)
    {
        builder.Services.AddProblemDetails();
        builder.Services.Configure<RouteHandlerOptions>(o => o.ThrowOnBadRequest = false);
        builder.Services.ConfigureHttpJsonOptions(o => o.SerializerOptions.Converters.Add(new JsonStringEnumConverter()));
        builder.Services.AddOpenApi("v1", o =>
        {
            o.ShouldInclude = description => description.RelativePath?.StartsWith("api/v1", StringComparison.Ordinal) == true;
            o.AddDocumentTransformer((document, _, _) =>
            {
                document.Info = new OpenApiInfo
                {
                    Title = "OrcidPortal", Version = "v1",
                    Description = "Lists are {items, next}; pass next as ?cursor=. Errors are problem details. Send the key as Authorization: Bearer.",
                };
                document.Components ??= new OpenApiComponents();
                document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>();
                document.Components.SecuritySchemes["ApiKey"] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", Description = "A key of Api:Keys." };
                document.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference("ApiKey", document)] = [] }];
                return Task.CompletedTask;
            });
        });
        return builder;
    }

    public static WebApplication MapApi(this WebApplication app)
    {
        // What the framework refuses before an endpoint runs has no body: it gets words here.
        app.UseWhen(context => context.Request.Path.StartsWithSegments("/api"), branch => branch.UseStatusCodePages(context =>
            ApiProblem.Of(context.HttpContext.Response.StatusCode).ExecuteAsync(context.HttpContext)));
        var api = app.MapGroup("/api/v1").RequireAuthorization(Policies.ApiCurator).AddEndpointFilter<CursorFilter>()
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status401Unauthorized);
        api.MapPeople();
        api.MapImports();
        api.MapRecords();
        api.MapDuplicates();
        api.MapPersonRecords();
        api.MapSyncItems();
        api.MapHistory();
        api.MapOrganizations();
        api.MapVocabularies();
        app.MapWebhook();
        app.MapOpenApi("/openapi/{documentName}.json").AllowAnonymous();
        return app;
    }
}
