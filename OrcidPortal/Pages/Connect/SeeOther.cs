namespace OrcidPortal.Pages.Connect;

/// <summary>Sends a form's browser on with GET (303): 302 leaves the method to the browser, and ORCID takes no POST.</summary>
/// <param name="url">Absolute; made by us, never by the request.</param>
internal sealed class SeeOther(string url) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
        httpContext.Response.Headers.Location = url;
        return Task.CompletedTask;
    }
}
