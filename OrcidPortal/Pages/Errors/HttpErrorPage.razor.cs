using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Diagnostics;
using OrcidPortal.Pages.Layout;

namespace OrcidPortal.Pages.Errors;

/// <summary>Where the server executes a failed request again: a sentence for each status, and for our own faults a reference number that stands in the log too.</summary>
public sealed partial class HttpErrorPage
{
    private string? _reference;

    /// <summary>The HTTP status; null after an exception.</summary>
    [Parameter] public int? Code { get; set; }

    [CascadingParameter] private HttpContext? HttpContext { get; set; }

    [Inject] private TimeProvider Time { get; set; } = default!;
    [Inject] private ILogger<HttpErrorPage> Logger { get; set; } = default!;

    private string Key => Code switch
    {
        400 => "400",
        401 or 403 => "403",
        404 or 405 => "404",
        413 => "413",
        429 => "429",
        _ => "500",
    };

    protected override void OnInitialized()
    {
        if (Key != "500") return;
        _reference = ErrorReference.New(Time);
        RequestFailed(Logger, _reference, HttpContext?.Features.Get<IExceptionHandlerPathFeature>()?.Error);
    }

    [LoggerMessage(LogLevel.Error, "A request failed, reference {Reference}")]
    private static partial void RequestFailed(ILogger logger, string reference, Exception? exception);
}
