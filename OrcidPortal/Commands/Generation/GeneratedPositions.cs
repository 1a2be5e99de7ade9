using OrcidPortal.Data.Entities;

namespace OrcidPortal.Commands.Generation;

/// <summary>ORCID's seven affiliations. Pure.</summary>
internal static class GeneratedPositions
{
    private static readonly Dictionary<RecordKind, string[]> Roles = new()
    {
        [RecordKind.Employment] = ["Professor", "Wissenschaftliche Mitarbeiterin", "Wissenschaftlicher Mitarbeiter", "Postdoctoral Researcher", "Lecturer", "Senior Research Fellow", "Laboringenieur", "Maître de conférences", "Librarian"],
        [RecordKind.Education] = ["PhD", "Dr. rer. nat.", "MSc", "Diplom-Physiker", "BA", "Magister Artium", "Licenciatura"],
        [RecordKind.Qualification] = ["Habilitation", "Venia legendi", "Facharzt", "Chartered Engineer", "Certificate in Higher Education"],
        [RecordKind.Distinction] = ["Best Paper Award", "Leibniz-Preis", "Doctor honoris causa", "Fellow", "Young Researcher Prize"],
        [RecordKind.InvitedPosition] = ["Visiting Professor", "Gastwissenschaftlerin", "Guest Researcher", "Chercheur invité"],
        [RecordKind.Membership] = ["Member", "Ordentliches Mitglied", "Corresponding Member", "Board Member"],
        [RecordKind.Service] = ["Reviewer", "Dean of Studies", "Ethics Committee", "Chair of the Faculty Board", "Editor-in-Chief"],
    };

    /// <summary>Departments of the institution; the first ones are the largest.</summary>
    public static IReadOnlyList<string> Departments { get; } =
    [
        "Faculty of Medicine", "Department of Physics", "Department of Computer Science", "Institut für Germanistik", "Department of Chemistry", "School of Law", "Department of Biology", "Department of Economics",
        "Department of Mathematics", "Institut für Geschichte", "Department of Mechanical Engineering", "Department of Psychology", "Department of Civil Engineering", "Institute of Geography", "Department of Education",
        "Department of Philosophy", "Institute of Sociology", "Department of Electrical Engineering", "Institut für Kunstgeschichte", "Department of Political Science", "School of Nursing", "Department of Linguistics",
        "Department of Musicology", "Institute of Archaeology", "University Library", "Department of Sports Science", "Institute of Meteorology", "Department of Theology", "Centre for Gender Studies", "Botanical Garden",
    ];

    public static RecordFields Of(RecordKind kind, Random random)
    {
        var place = Place(kind, random);
        var (start, end) = GeneratedDates.Period(random, 4, kind is RecordKind.Employment or RecordKind.Membership ? 0.5 : 0.15);
        var told = random.Chance(0.7);
        var idToo = random.Chance(0.6);
        return new RecordFields
        {
            RoleTitle = random.Chance(0.95) ? random.Pick(Roles[kind]) : null,
            DepartmentName = random.Chance(0.75) ? random.PickEarly(Departments) : null,
            StartDate = start,
            EndDate = kind == RecordKind.Distinction ? null : end,
            OrganizationName = place.Name,
            OrganizationCity = told ? place.City : null,
            OrganizationRegion = told ? place.Region : null,
            OrganizationCountry = told ? (random.Chance(0.8) ? place.Country : place.CountryName) : null,
            OrganizationId = idToo ? place.Ror : null,
            OrganizationIdSource = idToo ? "ROR" : null,
            Url = random.Chance(0.15) ? "https://www.example.edu/people" : null,
        };
    }

    /// <summary>Most work at our own, few at a related one; they were educated everywhere.</summary>
    private static GeneratedOrganization Place(RecordKind kind, Random random)
    {
        var way = random.NextDouble();
        var ours = kind is RecordKind.Employment or RecordKind.Service ? 0.7 : 0.35;
        return way < ours ? GeneratedOrganizations.All[0] : way < ours + 0.1 ? GeneratedOrganizations.All[random.Next(1, 4)] : random.Pick(GeneratedOrganizations.All);
    }
}
