namespace OrcidPortal.E2E.Kills;

/// <summary>A work as the library has it now.</summary>
/// <param name="id">The library's id of it.</param>
/// <param name="doi">Its DOI; null: it has no identifier.</param>
internal sealed class Paper(string id, string? doi)
{
    private int _edition = 1;

    public string Id { get; } = id;

    /// <summary>No two papers have the same, nor two editions.</summary>
    public string Title => $"Paper {Id}, edition {_edition}";

    /// <summary>Its record in the portal, once the library was told.</summary>
    public Guid? Record { get; set; }

    /// <summary>Whether it is no longer the person's.</summary>
    public bool Withdrawn { get; set; }

    /// <summary>Gives it a new title; what was withdrawn comes back with it.</summary>
    public void Revise()
    {
        _edition++;
        Withdrawn = false;
    }

    /// <summary>As the REST API takes it.</summary>
    public object Body() => new
    {
        kind = "Work", id = Id, title = Title, type = "journal-article", publicationDate = "2021-05", externalIds = doi is null ? [] : new[] { new { type = "doi", value = doi, relationship = "self" } },
    };
}
