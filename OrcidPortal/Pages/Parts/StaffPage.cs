using Microsoft.AspNetCore.Components;
using OrcidPortal.Live;
using OrcidPortal.Security;

namespace OrcidPortal.Pages.Parts;

/// <summary>A page of curators or admins: it loads when its address changes, and again when what it watches does.</summary>
public abstract class StaffPage : ComponentBase, IDisposable
{
    private readonly CancellationTokenSource _closed = new();
    private readonly Dictionary<string, IDisposable> _watches = [];
    private bool _loading;
    private bool _again;

    // Taken once: a load that is still on its way when the page closes asks for it after the source is gone.
    protected StaffPage() => Closed = _closed.Token;

    [Inject] private CurrentUser Users { get; set; } = default!;
    [Inject] private LiveUpdates Live { get; set; } = default!;
    [Inject] protected NavigationManager Navigation { get; set; } = default!;

    /// <summary>The account as it was when the page was last loaded.</summary>
    protected SignedIn? Me { get; private set; }

    /// <summary>False while the first load runs: the page shows its skeleton.</summary>
    protected bool Loaded { get; private set; }

    /// <summary>Ends with the page.</summary>
    protected CancellationToken Closed { get; }

    /// <summary>Reads what the page shows, after the address and at each change of a watched topic; never twice at a time.</summary>
    protected abstract Task LoadAsync();

    protected override Task OnParametersSetAsync() => LookAsync();

    /// <summary>Loads again whenever the topic changes; watching the same one twice is the same as once.</summary>
    protected void Watch(string topic)
    {
        if (!_watches.ContainsKey(topic) && !_closed.IsCancellationRequested) _watches.Add(topic, Live.WatchForReader(topic, () => InvokeAsync(LookAsync)));
    }

    /// <summary>Who acts, looked up again: a role or session may have ended since the page was opened.</summary>
    /// <param name="role">The role it takes; null: any, and the verb decides.</param>
    /// <returns>Null where they may not (any more); the page is then asked for anew, and says so.</returns>
    protected async Task<SignedIn?> ActAsync(string? role)
    {
        var now = await Users.GetAsync(Closed);
        if (now is not null && (role is null || now.Is(role))) return now;
        Navigation.NavigateTo(Navigation.Uri, forceLoad: true);
        return null;
    }

    /// <summary>Loads; a call meanwhile makes it load once more.</summary>
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
    protected void Filter(params IEnumerable<(string Name, string? Value)> filters) =>
        Navigation.NavigateTo(Navigation.GetUriWithQueryParameters(filters.ToDictionary(f => f.Name, f => string.IsNullOrEmpty(f.Value) ? null : (object)f.Value)));

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
