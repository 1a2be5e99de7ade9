using OrcidPortal.Identifiers;
using OrcidPortal.OrcidApi;

namespace OrcidPortal.Push;

/// <summary>Reads items whole: up to 100 works in one call, of other sections one.</summary>
internal static class ItemLook
{
    /// <summary>How many items of a section one call reads.</summary>
    public static int Limit(OrcidSection section) => section == OrcidSection.Work ? OrcidMemberClient.BulkLimit : 1;

    /// <summary>Reads; the caller has waited for the call and holds the lease.</summary>
    /// <param name="putCodes">Of works at most 100; of another section only the first is read.</param>
    public static async Task<OrcidAnswer<IReadOnlyList<StoredItem>>> ReadAsync(OrcidMemberClient client, PersonSession session, OrcidSection section, IReadOnlyList<PutCode> putCodes)
    {
        var access = session.Access;
        if (section == OrcidSection.Work) return await client.ReadItemsAsync(access.Orcid, access.AccessToken, putCodes, CancellationToken.None);
        var one = await client.ReadItemAsync(access.Orcid, access.AccessToken, section, putCodes[0], CancellationToken.None);
        return new(one.Result, one.Value is { } item ? [item] : null, one.Duration);
    }
}
