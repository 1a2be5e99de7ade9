using OrcidPortal.Simulator.Messages;
using OrcidPortal.Simulator.Store;

namespace OrcidPortal.Simulator.OAuth;

/// <summary>What somebody filled in to get an account.</summary>
internal sealed record Registration(string? GivenNames, string? FamilyName, string? Email, string? Password)
{
    private const int ShortestPassword = 8;
    private const int LongestText = 200;

    public static Registration From(Prefill prefill) => new(prefill.GivenNames, prefill.FamilyName, prefill.Email, null);

    public static Registration From(IFormCollection form) =>
        new(Clean(form["given_names"]), Clean(form["family_names"]), Clean(form["email"]), form["password"].FirstOrDefault());

    /// <summary>Makes the person, or says what is still missing.</summary>
    public (Person? Person, string? Fault) Enter(RegistryState state, DateTimeOffset now)
    {
        if (GivenNames is null) return (null, "Please enter your given names.");
        if (Email is null || Email.IndexOf('@', StringComparison.Ordinal) is <= 0) return (null, "Please enter an e-mail address.");
        if (state.People.Any(p => p.Email.Equals(Email, StringComparison.OrdinalIgnoreCase))) return (null, $"There is an account with the address {Email} already. Please sign in.");
        if (Password is not { Length: >= ShortestPassword }) return (null, $"Please choose a password of at least {ShortestPassword} characters.");
        var person = new Person { Orcid = OrcidIds.New(), GivenNames = GivenNames, FamilyName = FamilyName, Email = Email, Emails = [new(Email, Primary: true)], Password = Password, CreatedAt = now, LastModifiedAt = now };
        state.Save(person);
        return (person, null);
    }

    public override string ToString() => "A registration";

    private static string? Clean(string? text) =>
        Characters.Legal(text)?.Trim() is { Length: > 0 } plain ? plain[..Math.Min(plain.Length, LongestText)] : null;
}
