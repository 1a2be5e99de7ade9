using OrcidPortal.Connect;
using OrcidPortal.Identifiers;
using OrcidPortal.OrcidApi;

namespace OrcidPortal.Remote;

/// <summary>Reads records: with a person's token through the member API, without one what is public of it through the public API, each within its own budget.</summary>
public sealed class RecordCalls(OrcidMemberClient members, OrcidPublicClient everybody, CallBudget budget, [FromKeyedServices(CallBudget.Public)] CallBudget publicBudget)
{
    /// <summary>Reads what its lists show.</summary>
    /// <param name="begins">Called when the call is made.</param>
    /// <exception cref="LeaseLostException">Somebody else holds the lease now.</exception>
    internal Task<OrcidAnswer<StoredRecord>> RecordAsync(ConnectionAccess access, LeaseHold hold, Action begins, CancellationToken cancellationToken) => BudgetOf(access).CallAsync(hold, () =>
    {
        begins();
        return access.IsPublic ? everybody.ReadRecordAsync(access.Orcid, access.AccessToken, cancellationToken) : members.ReadRecordAsync(access.Orcid, access.AccessToken, cancellationToken);
    }, cancellationToken);

    /// <summary>Reads at most 100 works whole.</summary>
    /// <inheritdoc cref="RecordAsync"/>
    internal Task<OrcidAnswer<IReadOnlyList<StoredItem>>> WorksAsync(ConnectionAccess access, LeaseHold hold, IReadOnlyList<PutCode> works, CancellationToken cancellationToken) => BudgetOf(access).CallAsync(hold, () => access.IsPublic
        ? everybody.ReadItemsAsync(access.Orcid, access.AccessToken, works, cancellationToken) : members.ReadItemsAsync(access.Orcid, access.AccessToken, works, cancellationToken), cancellationToken);

    /// <summary>Reads one item whole.</summary>
    /// <inheritdoc cref="RecordAsync"/>
    internal Task<OrcidAnswer<StoredItem>> ItemAsync(ConnectionAccess access, LeaseHold hold, OrcidSection section, PutCode putCode, CancellationToken cancellationToken) => BudgetOf(access).CallAsync(hold, () => access.IsPublic
        ? everybody.ReadItemAsync(access.Orcid, access.AccessToken, section, putCode, cancellationToken) : members.ReadItemAsync(access.Orcid, access.AccessToken, section, putCode, cancellationToken), cancellationToken);

    private CallBudget BudgetOf(ConnectionAccess access) => access.IsPublic ? publicBudget : budget;
}
