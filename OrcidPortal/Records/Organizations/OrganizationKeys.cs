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

    /// <summary>A name as the directory compares it: lower case without punctuation, as long as fits into a key.</summary>
    internal static string NameForm(string? name)
    {
        var form = RecordUpdate.SortForm(name);
        const int room = Longest - 5;
        if (form.Length <= room) return form;
        return form[..(char.IsHighSurrogate(form[room - 1]) ? room - 1 : room)].TrimEnd();
    }
}
