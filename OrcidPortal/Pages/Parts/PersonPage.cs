using Microsoft.AspNetCore.Components;
using OrcidPortal.Data.Entities;
using OrcidPortal.Live;
using OrcidPortal.Security;

namespace OrcidPortal.Pages.Parts;

/// <summary>A page about the signed-in person: it finds out who that is, loads, and loads again when something about them changes.</summary>
public abstract class PersonPage : ComponentBase, IDisposable
{
    private readonly CancellationTokenSource _closed = new();
    private IDisposable? _watch;
    private Guid? _watched;

    [Inject] private CurrentUser Users { get; set; } = default!;
    [Inject] private LiveUpdates Live { get; set; } = default!;
    [Inject] protected NavigationManager Navigation { get; set; } = default!;

    /// <summary>The account; null until it is known.</summary>
    protected SignedIn? Me { get; private set; }

    /// <summary>The person the account belongs to; null until it is known, or where there is none.</summary>
    protected Person? Person => Me?.Person;

    /// <summary>False while the first load runs: the page shows its skeleton.</summary>
    protected bool Loaded { get; private set; }

    /// <summary>Ends with the page.</summary>
    protected CancellationToken Closed => _closed.Token;

    protected override async Task OnInitializedAsync()
    {
        await LookAsync();
        Loaded = true;
    }

    /// <summary>Reads what the page shows. Runs at the start and after each change; never without <see cref="Me"/>.</summary>
    protected abstract Task LoadAsync();

    /// <summary>Who acts, looked up again: a role or session may have ended since the page was opened.</summary>
    /// <returns>Null where nobody is signed in any more, or the account belongs to another person by now; the page is then asked for anew.</returns>
    protected async Task<SignedIn?> ActAsync()
    {
        var now = await Users.GetAsync(Closed);
        if (now is not null && now.Person?.Id == Person?.Id) return now;
        Navigation.NavigateTo(Navigation.Uri, forceLoad: true);
        return null;
    }

    /// <summary>Looks again at who is signed in and loads.</summary>
    protected async Task LookAsync()
    {
        Me = await Users.GetAsync(Closed);
        if (Me is null)
        {
            Navigation.NavigateTo(Navigation.Uri, forceLoad: true);
            return;
        }
        WatchPerson();
        await LoadAsync();
    }

    // Watching begins before loading, so that no change falls between.
    private void WatchPerson()
    {
        if (Person?.Id is not { } id || id == _watched) return;
        _watch?.Dispose();
        _watched = id;
        _watch = Live.WatchForReader(Topics.Person(id), () => InvokeAsync(ChangedAsync));
    }

    private async Task ChangedAsync()
    {
        if (_closed.IsCancellationRequested || !Loaded) return;
        try
        {
            await LookAsync();
            StateHasChanged();
        }
        catch (OperationCanceledException) when (_closed.IsCancellationRequested)
        {
            // The page was closed while it looked.
        }
    }

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        if (!disposing || _closed.IsCancellationRequested) return;
        _watch?.Dispose();
        _closed.Cancel();
        _closed.Dispose();
    }
}
