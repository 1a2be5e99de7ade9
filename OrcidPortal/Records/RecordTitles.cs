using OrcidPortal.Data.Entities;
using OrcidPortal.Identifiers;

namespace OrcidPortal.Records;

/// <summary>What lists call a record: a work or funding by its title, a position by role and place, a profile item by what it says.</summary>
public static class RecordTitles
{
    /// <summary>The name; empty where the fields say nothing.</summary>
    public static string Of(RecordKind kind, RecordFields fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        return kind switch
        {
            RecordKind.Work or RecordKind.Funding => fields.Title ?? "",
            RecordKind.OtherName or RecordKind.Keyword => fields.Content ?? "",
            RecordKind.Country => fields.Country ?? "",
            RecordKind.Website => fields.UrlName ?? fields.Url ?? "",
            RecordKind.PersonIdentifier => fields.ExternalIds is [var id, ..] ? $"{PersonIdentifierTypes.Spell(id.Type)}: {id.Value}" : "",
            _ => string.Join(", ", new[] { fields.RoleTitle, fields.DepartmentName, fields.OrganizationName }.Where(p => !string.IsNullOrWhiteSpace(p))),
        };
    }
}
