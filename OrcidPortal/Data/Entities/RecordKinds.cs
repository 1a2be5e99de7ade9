namespace OrcidPortal.Data.Entities;

/// <summary>Which kinds belong together.</summary>
public static class RecordKinds
{
    /// <summary>ORCID's seven affiliations: what researchers call positions.</summary>
    public static IReadOnlyList<RecordKind> Affiliations { get; } =
    [
        RecordKind.Employment, RecordKind.Education, RecordKind.Qualification, RecordKind.Distinction, RecordKind.InvitedPosition, RecordKind.Membership, RecordKind.Service,
    ];

    /// <summary>Profile items: what says who somebody is. They need the permission <c>/person/update</c>.</summary>
    public static IReadOnlyList<RecordKind> ProfileItems { get; } =
        [RecordKind.OtherName, RecordKind.Keyword, RecordKind.Country, RecordKind.Website, RecordKind.PersonIdentifier];

    /// <summary>Whether it is one of the seven affiliations.</summary>
    public static bool IsAffiliation(this RecordKind kind) => kind is >= RecordKind.Employment and <= RecordKind.Service;

    /// <summary>Whether it is a profile item.</summary>
    public static bool IsProfileItem(this RecordKind kind) => kind >= RecordKind.OtherName;
}
