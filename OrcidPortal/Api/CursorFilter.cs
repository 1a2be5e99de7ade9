using OrcidPortal.Data;

namespace OrcidPortal.Api;

/// <summary>Answers a cursor that no list gave out with 400.</summary>
internal sealed class CursorFilter : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        try
        {
            return await next(context);
        }
        catch (InvalidCursorException e)
        {
            return ApiProblem.BadRequest(e.Message, "cursor");
        }
    }
}
