using OrcidPortal.Data.Entities;
using OrcidPortal.Identifiers;
using OrcidPortal.Records;

namespace OrcidPortal.Mapping.Matching;

/// <summary>What ORCID knows of a record that we lack, or know otherwise. Only what is worth asking: another spelling, and what we say more exactly, is none. Pure.</summary>
public static class FieldDifferences
{
    /// <summary>These are taken where we have nothing.</summary>
    private static readonly string[] FilledWhereEmpty =
    [
        FieldPaths.JournalTitle, FieldPaths.ShortDescription, FieldPaths.LanguageCode, FieldPaths.Country, FieldPaths.Url, FieldPaths.UrlName, FieldPaths.DepartmentName, FieldPaths.RoleTitle,
        FieldPaths.OrganizationCity, FieldPaths.OrganizationRegion, FieldPaths.OrganizationCountry, FieldPaths.OrganizationDefinedType,
    ];

    /// <summary>Fields that may be missing here and stand at ORCID.</summary>
    public static IReadOnlyList<string> Fillable { get; } = [FieldPaths.ExternalIds, FieldPaths.PublicationDate, FieldPaths.StartDate, FieldPaths.EndDate, FieldPaths.Title, .. FilledWhereEmpty];

    /// <summary>The differences, in the order in which pages show fields.</summary>
    public static IReadOnlyList<FieldDifference> Of(RecordKind kind, RecordFields ours, RecordFields theirs)
    {
        ArgumentNullException.ThrowIfNull(ours);
        ArgumentNullException.ThrowIfNull(theirs);
        var found = new List<FieldDifference>();
        foreach (var path in FieldPaths.Of(kind))
        {
            if (path == FieldPaths.ExternalIds) found.AddRange(Identifiers(kind, ours, theirs));
            else if (!FieldPaths.IsList(path) && Single(path, ours, theirs) is { } difference) found.Add(difference);
        }
        return found;
    }

    private static FieldDifference? Single(string path, RecordFields ours, RecordFields theirs)
    {
        var (our, their) = (FieldValues.Get(ours, path), FieldValues.Get(theirs, path));
        if (string.IsNullOrWhiteSpace(their)) return null;
        var differs = path switch
        {
            FieldPaths.Title => TitleDiffers(ours, theirs),
            FieldPaths.PublicationDate or FieldPaths.StartDate or FieldPaths.EndDate => DateDiffers(our, their),
            _ => string.IsNullOrWhiteSpace(our) && FilledWhereEmpty.Contains(path),
        };
        return differs ? new FieldDifference(path, null, our, their) : null;
    }

    /// <summary>With or without a subtitle, however it is punctuated, it is the same title.</summary>
    private static bool TitleDiffers(RecordFields ours, RecordFields theirs)
    {
        var (our, their) = (MatchTitle.Of(ours.Title, ours.Subtitle), MatchTitle.Of(theirs.Title, theirs.Subtitle));
        return our.Text.Length == 0 ? their.Text.Length > 0 : our.Likeness(their) < 0.95 || (their.Text.Length > our.Text.Length && our.Likeness(their) < 1);
    }

    /// <summary>Theirs is more exact, or another one.</summary>
    private static bool DateDiffers(string? our, string their)
    {
        if (!PartialDate.TryParse(their, out var theirs)) return false;
        if (!PartialDate.TryParse(our, out var ours)) return true;
        if (ours.Year != theirs.Year) return true;
        if (ours.Month is null) return theirs.Month is not null;
        if (theirs.Month is null) return false;
        if (ours.Month != theirs.Month) return true;
        return theirs.Day is not null && ours.Day != theirs.Day;
    }

    /// <summary>Identifiers of the work itself that we lack. A part of the record of somebody's ORCID such as its source's own number says nothing here.</summary>
    private static IEnumerable<FieldDifference> Identifiers(RecordKind kind, RecordFields ours, RecordFields theirs)
    {
        if (kind == RecordKind.PersonIdentifier) yield break;
        var known = ours.ExternalIds.Select(i => i.Key).ToHashSet(StringComparer.Ordinal);
        foreach (var id in theirs.ExternalIds)
            if (id.Type != "source-work-id" && known.Add(id.Key)) yield return new FieldDifference(FieldPaths.ExternalIds, id.Key, null, FieldValues.Write(id));
    }
}
