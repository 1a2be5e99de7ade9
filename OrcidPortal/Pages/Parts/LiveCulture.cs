using System.Globalization;
using OrcidPortal.Live;

namespace OrcidPortal.Pages.Parts;

/// <summary>Watching from a page. The watcher wakes outside any circuit, so the reader's culture is taken along: dates would turn American otherwise.</summary>
internal static class LiveCulture
{
    /// <inheritdoc cref="LiveUpdates.Watch"/>
    public static IDisposable WatchForReader(this LiveUpdates live, string key, Func<Task> changed)
    {
        var (culture, uiCulture) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        return live.Watch(key, async () =>
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, uiCulture);
            await changed();
        });
    }
}
