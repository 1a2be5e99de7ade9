using OrcidPortal.Simulator.Store;

namespace OrcidPortal.Simulator.Messages;

/// <summary>What one caller may see of a record.</summary>
internal sealed record RecordView(string Orcid, PersonName? Name, string NameVisibility, DateTimeOffset CreatedAt, DateTimeOffset LastModifiedAt, IReadOnlyList<StoredWork> Works)
{
    /// <summary>The sections of activities before works, in the schema's order.</summary>
    public static readonly IReadOnlyList<string> EmptyActivities =
    [
        "distinctions", "educations", "employments", "fundings", "invited-positions", "memberships", "peer-reviews", "qualifications", "research-resources", "services",
    ];

    public DateTimeOffset PersonModifiedAt => CreatedAt;
    public DateTimeOffset? WorksModifiedAt => Works.Count == 0 ? null : Works.Max(w => w.LastModifiedAt);
}

/// <summary>The three names of a record.</summary>
internal sealed record PersonName(string Given, string? Family, string? Credit);
