using OrcidPortal.Data.Entities;

namespace OrcidPortal.Records.Organizations;

/// <summary>The keys by which a record's organisation is looked up in the directory, also kept in <see cref="RecordTerm"/>.</summary>
public static class OrganizationKeys
{
    private const int Longest = 200;
    private const string NamePrefix = "name:";

    /// <summary>An identifier's key, <c>ROR:https://ror.org/05qwgg493</c>; null where it has not the shape of its source.</summary>
    public static string? OfId(string? source, string? value)
    {
        if (OrganizationIdForm.Read(source, value) is not { } id) return null;
        var key = $"{id.Source}:{id.Value}";
        return key.Length <= Longest ? key : null;
    }

    /// <summary>A name's key, <c>name:university of x</c>; null where nothing is left of it.</summary>
    public static string? OfName(string? name) => NameForm(name) is { Length: > 0 } form ? NamePrefix + form : null;

    /// <summary>The keys of the organisation a record names, the surest first.</summary>
    public static IEnumerable<string> Of(RecordFields fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        if (OfId(fields.OrganizationIdSource, fields.OrganizationId) is { } id) yield return id;
        if (OfName(fields.OrganizationName) is { } name) yield return name;
    }

    /// <summary>The keys by which records are recognised to mean an organisation; its names and identifiers are loaded.</summary>
    internal static HashSet<string> Of(Organization organization) =>
    [
        .. organization.Identifiers.Select(i => OfId(i.Source, i.Value)).OfType<string>(),
        .. organization.Names.Where(n => n.Language != OrganizationMatching.Acronym).Select(n => OfName(n.Name)).OfType<string>(),
    ];

    /// <summary>What a key of an identifier is made of; null for a name's.</summary>
    internal static (string Source, string Value)? IdOf(string key) =>
        key.StartsWith(NamePrefix, StringComparison.Ordinal) || key.Split(':', 2) is not [var source, var value] ? null : (source, value);

    /// <summary>The form in a key of a name; null for an identifier's.</summary>
    internal static string? FormOf(string key) => key.StartsWith(NamePrefix, StringComparison.Ordinal) ? key[NamePrefix.Length..] : null;

    /// <summary>A name as the directory compares it: lower case without punctuation, as long as fits into a key.</summary>
    internal static string NameForm(string? name)
    {
        var form = RecordUpdate.SortForm(name);
        const int room = Longest - 5;
        if (form.Length <= room) return form;
        return form[..(char.IsHighSurrogate(form[room - 1]) ? room - 1 : room)].TrimEnd();
    }
}
