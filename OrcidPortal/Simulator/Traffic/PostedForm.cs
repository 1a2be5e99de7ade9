namespace OrcidPortal.Simulator.Traffic;

/// <summary>Forms as they come in.</summary>
internal static class PostedForm
{
    /// <returns>The fields; none where there is no form, or one that cannot be read.</returns>
    public static async Task<IFormCollection> ReadAsync(HttpRequest request)
    {
        if (!request.HasFormContentType) return FormCollection.Empty;
        try
        {
            return await request.ReadFormAsync(request.HttpContext.RequestAborted);
        }
        catch (InvalidDataException)
        {
            return FormCollection.Empty;
        }
    }
}
