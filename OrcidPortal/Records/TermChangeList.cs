using Microsoft.EntityFrameworkCore;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.Records.Organizations;
using OrcidPortal.Records.Vocabularies;

namespace OrcidPortal.Records;

/// <summary>Who changed which words and organisations, as the audit has it: newest first, 50 a page.</summary>
public sealed class TermChangeList(IDbContextFactory<PortalDb> contexts)
{
    private const int PageSize = 50;
    private const string OrganizationPrefix = "organization:";
    private static readonly string[] OfWords = ["vocabulary.set", "vocabulary.reset", "vocabulary.imported"];

    private static readonly string[] OfOrganizations =
        ["organization.created", "organization.changed", "organization.tied", "organization.merged", "organizations.imported", "organizations.loaded"];

    /// <summary>Changes of words.</summary>
    /// <param name="vocabulary">Only of this one; null: of all.</param>
    /// <param name="word">Only of this word of the vocabulary; null: of all.</param>
    /// <param name="cursor">From the page before; null: the newest.</param>
    /// <exception cref="InvalidCursorException">The cursor was not made by this list.</exception>
    public async Task<Page<TermChange>> OfWordsAsync(string? vocabulary, string? word, string? cursor, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var entries = db.Audit.AsNoTracking().Where(a => OfWords.Contains(a.Action));
        if (vocabulary is not null && VocabularyKeys.Of(word) is { Length: > 0 } key)
        {
            var subject = VocabularyStore.Subject(vocabulary, key);
            entries = entries.Where(a => a.Subject == subject);
        }
        else if (vocabulary is not null)
        {
            var start = vocabulary + ":";
            entries = entries.Where(a => a.Subject.StartsWith(start));
        }
        var page = await PageAsync(entries, cursor, cancellationToken);
        return new Page<TermChange>([.. page.Items.Select(a => Word(a))], page.Next);
    }

    /// <summary>Changes of organisations.</summary>
    /// <param name="organizationId">Only of this one; null: of all.</param>
    /// <param name="cursor">From the page before; null: the newest.</param>
    /// <exception cref="InvalidCursorException">The cursor was not made by this list.</exception>
    public async Task<Page<TermChange>> OfOrganizationsAsync(Guid? organizationId, string? cursor, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var entries = db.Audit.AsNoTracking().Where(a => OfOrganizations.Contains(a.Action));
        if (organizationId is { } id)
        {
            var subject = OrganizationPrefix + id;
            entries = entries.Where(a => a.Subject == subject);
        }
        var page = await PageAsync(entries, cursor, cancellationToken);
        var ids = page.Items.Select(IdOf).OfType<Guid>().Distinct().ToArray();
        var names = await db.Organizations.AsNoTracking().Where(o => ids.Contains(o.Id)).Select(o => new { o.Id, o.Name }).ToDictionaryAsync(o => o.Id, o => o.Name, cancellationToken);
        return new Page<TermChange>([.. page.Items.Select(a => Organization(a, names))], page.Next);
    }

    private static async Task<Page<AuditEntry>> PageAsync(IQueryable<AuditEntry> entries, string? cursor, CancellationToken cancellationToken)
    {
        if (Cursor.ReadLong(cursor) is { } before) entries = entries.Where(a => a.Id < before);
        return Page<AuditEntry>.Cut(await entries.OrderByDescending(a => a.Id).Take(PageSize + 1).ToListAsync(cancellationToken), PageSize,
            a => Cursor.Of(a.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)));
    }

    private static TermChange Word(AuditEntry entry)
    {
        var (vocabulary, word) = entry.Subject.Split(':', 2) is [var name, var key] ? (name, key) : (null, null);
        return new TermChange(entry.Id, entry.At, Who(entry.By), entry.Action, vocabulary, word, null,
            vocabulary is null ? [new ChangedField("", null, entry.After)] : [new ChangedField("target", Something(entry.Before), Something(entry.After))]);
    }

    private static TermChange Organization(AuditEntry entry, Dictionary<Guid, string> names)
    {
        var id = IdOf(entry);
        var there = id is { } known && names.ContainsKey(known);
        var into = entry.After?.StartsWith(OrganizationAudit.MergedInto, StringComparison.Ordinal) == true;
        var name = there ? names[id!.Value] : (OrganizationAudit.Read(entry.After) ?? OrganizationAudit.Read(entry.Before))?.GetValueOrDefault("name");
        return new TermChange(entry.Id, entry.At, Who(entry.By), into ? "organization.gone" : entry.Action, null, name, there ? id : null,
            into || id is null ? [new ChangedField("", null, into ? null : entry.After)] : OrganizationAudit.Differences(entry.Action, entry.Before, entry.After));
    }

    private static Guid? IdOf(AuditEntry entry) => entry.Subject.StartsWith(OrganizationPrefix, StringComparison.Ordinal) && Guid.TryParse(entry.Subject.AsSpan(OrganizationPrefix.Length), out var id) ? id : null;

    /// <summary>The name without the id that tells two accounts of one name apart.</summary>
    private static string Who(string by) => by.EndsWith(')') && by.LastIndexOf(" (", StringComparison.Ordinal) is > 0 and var at ? by[..at] : by;

    private static string? Something(string? target) => target == VocabularyPlan.None ? null : target;
}

/// <summary>A change of a word or an organisation.</summary>
/// <param name="By">The name of who did it.</param>
/// <param name="Action">As the audit calls it; <c>organization.gone</c>: it was merged into another one.</param>
/// <param name="Vocabulary">Of a word; null: an organisation, or many words at once.</param>
/// <param name="Name">The word, or the organisation's name; null: many at once.</param>
/// <param name="OrganizationId">Where it is still there.</param>
/// <param name="Fields">What was changed; a sentence for many stands alone, as the field <c>""</c>.</param>
public sealed record TermChange(
    long Id, DateTimeOffset At, string By, string Action, string? Vocabulary, string? Name, Guid? OrganizationId, IReadOnlyList<ChangedField> Fields);
