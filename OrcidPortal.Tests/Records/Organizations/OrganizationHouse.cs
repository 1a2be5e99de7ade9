using Microsoft.Extensions.DependencyInjection;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.Records;
using OrcidPortal.Records.Organizations;
using OrcidPortal.Tests.Infrastructure;

namespace OrcidPortal.Tests.Records.Organizations;

/// <summary>A directory of organisations over one test's database.</summary>
internal sealed class OrganizationHouse : IAsyncDisposable
{
    public static readonly Actor Curator = new(ActorKind.Account, "curator", "Cora Curator");
    private readonly ServiceProvider _services;

    private OrganizationHouse(TestDatabase database, IReadOnlyList<(string, string?)> settings)
    {
        Database = database;
        _services = database.Compose(b => b.AddRecords(), settings);
    }

    public TestDatabase Database { get; }
    public IServiceProvider Services => _services;
    public OrganizationDirectory Directory => _services.GetRequiredService<OrganizationDirectory>();

    public T Get<T>() where T : notnull => _services.GetRequiredService<T>();

    public static async Task<OrganizationHouse> OpenAsync(DatabaseProvider provider = DatabaseProvider.Sqlite, params IReadOnlyList<(string, string?)> settings) =>
        new(await Databases.OpenAsync(provider, TestContext.Current.CancellationToken), settings);

    /// <summary>An organisation past every check; further names after the first, identifiers as "SOURCE=value".</summary>
    public async Task<Organization> AddAsync(
        string name, string? country = "DE", string[]? ids = null, string[]? names = null, string[]? acronyms = null,
        OrganizationTie tie = OrganizationTie.None, OrganizationStatus status = OrganizationStatus.Active, string? city = "Berlin")
    {
        var organization = new Organization
        {
            Name = name, SortName = RecordUpdate.SortForm(name), City = city, Country = country, Tie = tie, Status = status, Source = "ror", ChangedAt = TestDatabase.Start,
        };
        organization.Identifiers.AddRange((ids ?? []).Select(i => i.Split('=')).Select(i => new OrganizationIdentifier { Source = i[0], Value = i[1] }));
        organization.Names.AddRange(new[] { name }.Concat(names ?? []).Select(n => Name(n, null)).Concat((acronyms ?? []).Select(n => Name(n, "x-acronym"))));
        await Database.AddAsync(organization);
        return organization;

        OrganizationName Name(string text, string? language) =>
            new() { OrganizationId = organization.Id, Name = text, SortName = RecordUpdate.SortForm(text), Language = language };
    }

    public async Task<OrganizationMatch?> MatchAsync(RecordFields fields) =>
        OrganizationDirectory.Of(await Database.ReadAsync(db => Directory.MatchAsync(db, [fields], TestContext.Current.CancellationToken)), fields);

    public async Task<IReadOnlyList<string>> SearchAsync(string? text, string? country = null, bool onlyOurs = false) =>
        [.. (await Directory.SearchAsync(text, country, onlyOurs, null, TestContext.Current.CancellationToken)).Items.Select(o => o.Name)];

    public ValueTask DisposeAsync() => Database.DisposeAsync();
}
