using OrcidPortal.Data.Entities;

namespace OrcidPortal.Mapping.Rules;

/// <summary>What the rules found of one record.</summary>
internal sealed class Findings
{
    /// <summary>Problems of one code beyond this number are not listed: a thousand authors with the same fault need one line, not a thousand.</summary>
    private const int MostPerCode = 20;
    private const int LongestField = 500;
    private List<Problem>? _found;

    /// <summary>ORCID would refuse the record.</summary>
    public void Block(string code, string field, string? value = null, string? suggestion = null) => Add(code, ProblemSeverity.Blocks, field, value, suggestion);

    /// <summary>The record goes, with the value left out, cut or as it is.</summary>
    public void Warn(string code, string field, string? value = null, string? suggestion = null) => Add(code, ProblemSeverity.Warns, field, value, suggestion);

    /// <summary>Blocking ones first, else in the order found.</summary>
    public IReadOnlyList<Problem> List() => _found is null ? [] : _found.Count == 1 ? _found : [.. _found.OrderBy(p => p.Severity)];

    /// <summary>A suggestion that cannot be kept whole is none.</summary>
    private void Add(string code, ProblemSeverity severity, string field, string? value, string? suggestion)
    {
        _found ??= [];
        if (_found.Count >= MostPerCode && _found.Count(p => p.Code == code) >= MostPerCode) return;
        _found.Add(new Problem(
            code, severity, field.Length <= LongestField ? field : field.Split('/')[0], PlainText.Clip(value), suggestion is { Length: > 0 and <= LongestField } ? suggestion : null));
    }
}
