using System.Security.Cryptography;
using System.Text;

namespace OrcidPortal.Pull;

/// <summary>What ORCID says of the person themselves and we do not.</summary>
/// <param name="Ours">What we say; null: nothing.</param>
/// <param name="Theirs">What everybody may read at ORCID.</param>
/// <param name="MayTake">False for a name that is quite another one: only the institution can say that it is theirs.</param>
public sealed record ProfileDifference(ProfilePart Part, string? Ours, string Theirs, bool MayTake)
{
    /// <summary>16 characters that are others when ORCID says something else.</summary>
    public string Digest => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Part}={Theirs}")).AsSpan(0, 8));
}

/// <summary>What a person is besides their entries.</summary>
public enum ProfilePart { Name, Biography }

/// <summary>A person's name and biography beside what ORCID says.</summary>
/// <param name="Differences">About which they have not decided.</param>
/// <param name="ListedName">The institution's name for them, where they took over another one; null: theirs is the institution's.</param>
/// <param name="Biography">What they took over; null: nothing.</param>
public sealed record ProfileView(IReadOnlyList<ProfileDifference> Differences, string? ListedName, string? Biography)
{
    public static ProfileView Nothing { get; } = new([], null, null);

    /// <summary>Whether there is nothing to ask and nothing to take back.</summary>
    public bool IsEmpty => Differences.Count == 0 && ListedName is null && Biography is null;
}
