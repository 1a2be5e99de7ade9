using OrcidPortal.Data.Entities;

namespace OrcidPortal.Records;

/// <summary>Effective record = source entries + corrections. Pure.</summary>
internal static class EffectiveRecord
{
    /// <summary>What the sources say together: the first seen has the first word, field by field; identifiers of all are joined; contributors come from one source. What came over by a merge speaks later, and what people took over from ORCID last.</summary>
    public static RecordFields FromSources(IEnumerable<SourceEntry> entries)
    {
        var ordered = entries.OrderBy(e => OrcidSource.Is(e.Source)).ThenBy(e => e.JoinedAt ?? DateTimeOffset.MinValue).ThenBy(e => e.FirstSeenAt).ThenBy(e => e.Source, StringComparer.Ordinal).ThenBy(e => e.LocalId, StringComparer.Ordinal)
            .Select(e => e.Fields).ToList();
        if (ordered.Count == 1) return ordered[0];
        // What only means something together comes from one source: the first that has its head.
        var titled = ordered.Find(f => !string.IsNullOrWhiteSpace(f.Title));
        var translated = ordered.Find(f => !string.IsNullOrWhiteSpace(f.TranslatedTitle));
        var cited = ordered.Find(f => !string.IsNullOrWhiteSpace(f.CitationValue));
        var paid = ordered.Find(f => !string.IsNullOrWhiteSpace(f.Amount));
        var placed = ordered.Find(f => !string.IsNullOrWhiteSpace(f.OrganizationName)) ?? ordered.Find(f => !string.IsNullOrWhiteSpace(f.OrganizationId));
        return new RecordFields
        {
            Title = titled?.Title,
            Subtitle = titled?.Subtitle,
            TranslatedTitle = translated?.TranslatedTitle,
            TranslatedTitleLanguage = translated?.TranslatedTitleLanguage,
            JournalTitle = First(f => f.JournalTitle),
            ShortDescription = First(f => f.ShortDescription),
            Type = ordered.Select(f => f.Type).FirstOrDefault(t => t is not null),
            OrganizationDefinedType = First(f => f.OrganizationDefinedType),
            CitationType = cited?.CitationType,
            CitationValue = cited?.CitationValue,
            PublicationDate = First(f => f.PublicationDate),
            StartDate = First(f => f.StartDate),
            EndDate = First(f => f.EndDate),
            LanguageCode = First(f => f.LanguageCode),
            Country = First(f => f.Country),
            Url = First(f => f.Url),
            UrlName = First(f => f.UrlName),
            Amount = paid?.Amount,
            CurrencyCode = paid?.CurrencyCode,
            DepartmentName = First(f => f.DepartmentName),
            RoleTitle = First(f => f.RoleTitle),
            OrganizationName = placed?.OrganizationName,
            OrganizationCity = placed?.OrganizationCity,
            OrganizationRegion = placed?.OrganizationRegion,
            OrganizationCountry = placed?.OrganizationCountry,
            OrganizationId = placed?.OrganizationId,
            OrganizationIdSource = placed?.OrganizationIdSource,
            Content = First(f => f.Content),
            ExternalIds = [.. ordered.SelectMany(f => f.ExternalIds).DistinctBy(i => i.Key)],
            Contributors = ordered.Select(f => f.Contributors).FirstOrDefault(c => c.Count > 0) ?? [],
        };

        string? First(Func<RecordFields, string?> field) => ordered.Select(field).FirstOrDefault(v => !string.IsNullOrWhiteSpace(v));
    }

    /// <summary>Lays the corrections that count over what the sources say, oldest first.</summary>
    public static RecordFields WithCorrections(RecordFields fromSources, IEnumerable<Correction> corrections)
    {
        var fields = fromSources;
        foreach (var correction in corrections.Where(c => c.RetiredAt is null).OrderBy(c => c.At).ThenBy(c => c.Id))
            fields = correction.Key is { } key
                ? FieldValues.With(fields, correction.Field, key, correction.Value)
                : FieldValues.With(fields, correction.Field, correction.Value);
        return fields;
    }

    /// <summary>Retires corrections that the sources have caught up with and marks those the sources moved on under.</summary>
    public static void Review(RecordFields fromSources, IEnumerable<Correction> corrections, DateTimeOffset now)
    {
        foreach (var correction in corrections.Where(c => c.RetiredAt is null))
        {
            var said = SourceValue(fromSources, correction.Field, correction.Key);
            if (said == correction.Value)
            {
                correction.RetiredAt = now;
                correction.RetiredBecause = "The source says the same";
            }
            else
            {
                var movedOn = said != correction.BaseValue;
                if (movedOn != correction.SourceMovedOn) correction.SourceMovedOn = movedOn;
            }
        }
    }

    /// <summary>What the sources say of a field or element, in the form corrections keep.</summary>
    public static string? SourceValue(RecordFields fromSources, string field, string? key) =>
        key is null ? FieldValues.Get(fromSources, field) : FieldValues.Get(fromSources, field, key);
}
