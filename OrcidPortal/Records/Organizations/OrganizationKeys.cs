using OrcidPortal.Data.Entities;

namespace OrcidPortal.Records.Organizations;

/// <summary>The keys by which a record's organisation is looked up in the directory, also kept in <see cref="RecordTerm"/>.</summary>
public static class OrganizationKeys
{
    private const int Longest = 200;

    /// <summary>An identifier's key, <c>ROR:https://ror.org/05qwgg493</c>; null where it has not the shape of its source.</summary>
    public static string? OfId(string? source, string? value)
    {
        if (string.IsNullOrWhiteSpace(value)) return null;
        return OrganizationIdentifiers.SourceOf(source, value) is { } known && OrganizationIdentifiers.Normalize(known, value) is { } id && id.Length + known.Length < Longest ? $"{known}:{id}" : null;
    }

    /// <summary>A name's key, <c>name:university of x</c>; null where nothing is left of it.</summary>
    public static string? OfName(string? name)
    {
        var form = RecordUpdate.SortForm(name);
        return form.Length == 0 ? null : "name:" + (form.Length <= Longest - 5 ? form : form[..(Longest - 5)]);
    }

    /// <summary>The keys of the organisation a record names, the surest first.</summary>
    public static IEnumerable<string> Of(RecordFields fields)
    {
        if (OfId(fields.OrganizationIdSource, fields.OrganizationId) is { } id) yield return id;
        if (OfName(fields.OrganizationName) is { } name) yield return name;
    }
}
