using Microsoft.AspNetCore.Components;
using OrcidPortal.Live;
using OrcidPortal.Security;

namespace OrcidPortal.Pages.Parts;

/// <summary>A page that knows who reads it, loads, and loads again when something it watches changes.</summary>
public abstract class LivePage : ComponentBase, IDisposable
{
    private readonly CancellationTokenSource _closed = new();
    private readonly Dictionary<string, IDisposable> _watches = [];
    private bool _loading;
    private bool _again;
    private string? _searched;

    // Taken once: a load that is still on its way when the page closes asks for it after the source is gone.
    protected LivePage() => Closed = _closed.Token;

    [Inject] private CurrentUser Users { get; set; } = default!;
    [Inject] private LiveUpdates Live { get; set; } = default!;
    [Inject] protected NavigationManager Navigation { get; set; } = default!;

    /// <summary>The account as it was when the page was last loaded; null until it is known.</summary>
    protected SignedIn? Me { get; private set; }

    /// <summary>False while the first load runs: the page shows its skeleton.</summary>
    protected bool Loaded { get; private set; }

    /// <summary>Ends with the page.</summary>
    protected CancellationToken Closed { get; }

    /// <summary>Reads what the page shows, at the start and at each change of a watched topic; never without <see cref="Me"/>, never twice at a time.</summary>
    protected abstract Task LoadAsync();

    /// <summary>Says what to watch once it is known who reads: before loading, so that no change falls between.</summary>
    protected virtual void WatchFor(SignedIn me)
    {
    }

    /// <summary>Loads again whenever the topic changes; watching the same one twice is the same as once.</summary>
    protected void Watch(string topic)
    {
        if (!_watches.ContainsKey(topic) && !_closed.IsCancellationRequested) _watches.Add(topic, Live.WatchForReader(topic, () => InvokeAsync(LookAsync)));
    }

    /// <summary>Who acts, looked up again: a role or session may have ended since the page was opened.</summary>
    /// <param name="may">Whether the account may still do it.</param>
    /// <returns>Null where nobody is signed in or they may not (any more); the page is then asked for anew, and says so.</returns>
    protected async Task<SignedIn?> ActAsync(Func<SignedIn, bool> may)
    {
        if (await Users.GetAsync(Closed) is { } now && may(now)) return now;
        Navigation.NavigateTo(Navigation.Uri, forceLoad: true);
        return null;
    }

    /// <summary>Looks again at who is signed in and loads; a call meanwhile makes it load once more.</summary>
    protected async Task LookAsync()
    {
        _again = true;
        if (_loading) return;
        _loading = true;
        try
        {
            while (_again && !_closed.IsCancellationRequested)
            {
                _again = false;
                Me = await Users.GetAsync(Closed);
                if (Me is null)
                {
                    Navigation.NavigateTo(Navigation.Uri, forceLoad: true);
                    return;
                }
                WatchFor(Me);
                await LoadAsync();
                Loaded = true;
                StateHasChanged();
            }
        }
        catch (OperationCanceledException) when (_closed.IsCancellationRequested)
        {
            // The page was closed while it looked.
        }
        finally
        {
            _loading = false;
        }
    }

    /// <summary>Puts filters into the address: the page loads anew, back works, and the link can be sent to a colleague.</summary>
    protected void Filter(params IEnumerable<(string Name, string? Value)> filters) => Navigation.NavigateTo(AddressWith(filters));

    /// <summary>
    /// Puts what is typed into the address. The first letters make an entry in the browser's history and the ones after them change it, so that back undoes the
    /// search at once and then leaves the list.
    /// </summary>
    protected void Search(string name, string? text)
    {
        var typing = _searched == Navigation.Uri;
        var address = AddressWith([(name, text?.Trim())]);
        Navigation.NavigateTo(address, replace: typing);
        _searched = address;
    }

    private string AddressWith(IEnumerable<(string Name, string? Value)> filters) =>
        Navigation.GetUriWithQueryParameters(filters.ToDictionary(f => f.Name, f => string.IsNullOrEmpty(f.Value) ? null : (object)f.Value));

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        if (!disposing || _closed.IsCancellationRequested) return;
        foreach (var watch in _watches.Values) watch.Dispose();
        _closed.Cancel();
        _closed.Dispose();
    }
}
