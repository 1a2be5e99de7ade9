using Microsoft.Extensions.Localization;
using OrcidPortal.Data.Entities;
using OrcidPortal.Pages.Texts;

namespace OrcidPortal.Pages.Parts;

/// <summary>What a record is, as people read it.</summary>
public sealed class KindNames(IStringLocalizer<FrameTexts> texts, WorkTypeNames types)
{
    /// <summary>All kinds with their names, for a choice.</summary>
    public IEnumerable<(string Value, string Name)> All => Enum.GetValues<RecordKind>().Select(k => (k.ToString(), Of(k)));

    public string Of(RecordKind kind) => texts[$"Kind.{kind}"];

    /// <summary>With the type where there is one: "Journal article", "Funding: grant", "Employment".</summary>
    public string? Of(RecordKind kind, string? type) => kind switch
    {
        RecordKind.Work => types.Of(type),
        _ when types.Of(type) is { } name => texts["Kind.WithType", Of(kind), char.ToLowerInvariant(name[0]) + name[1..]],
        _ => Of(kind),
    };
}
