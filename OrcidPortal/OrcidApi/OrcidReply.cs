using System.Diagnostics.CodeAnalysis;

namespace OrcidPortal.OrcidApi;

/// <summary>What came back over the wire, whole.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Body">Up to 64 MB.</param>
/// <param name="Location">Where a redirect or a new item points, as sent.</param>
/// <param name="RetryAfter">How long the answer asks to wait, or null.</param>
internal sealed record OrcidReply(int Status, byte[] Body, string? Location, TimeSpan? RetryAfter);

/// <summary>Makes a value of a reply; false where it is not what was expected.</summary>
internal delegate bool ReadReply<T>(OrcidReply reply, [MaybeNullWhen(false)] out T value);
