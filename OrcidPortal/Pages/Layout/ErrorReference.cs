using System.Globalization;

namespace OrcidPortal.Pages.Layout;

/// <summary>A number to read out on the telephone: month, day, minute of the day and four letters without look-alikes.</summary>
internal static class ErrorReference
{
    private const string Letters = "ABCDEFGHJKLMNPQRSTUVWXYZ";

    public static string New(TimeProvider time)
    {
        var now = time.GetUtcNow();
        return string.Create(CultureInfo.InvariantCulture, $"{now:MMdd-HHmm}-{new string(Random.Shared.GetItems<char>(Letters, 4))}");
    }
}
