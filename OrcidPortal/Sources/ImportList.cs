using OrcidPortal.Data;
using OrcidPortal.Data.Entities;

namespace OrcidPortal.Sources;

/// <summary>Imports for pages and the API.</summary>
public sealed class ImportList
{
    public Task<Page<ImportRow>> ListAsync(string? cursor, CancellationToken cancellationToken) => throw new NotImplementedException();
    public Task<ImportDetail?> FindAsync(Guid id, CancellationToken cancellationToken) => throw new NotImplementedException();
    public Task<Page<ImportLine>> LinesAsync(Guid id, ImportOutcome? outcome, string? cursor, CancellationToken cancellationToken) => throw new NotImplementedException();
}
