using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.Localization;
using OrcidPortal.Pages.Parts;
using OrcidPortal.Pages.Texts;

namespace OrcidPortal.Pages.Layout;

/// <summary>What a page did not expect ends here: a sentence with a reference number for the reader, the exception under the same number in the log.</summary>
public sealed partial class PortalErrorBoundary : ErrorBoundaryBase
{
    private string _reference = "";

    [Inject] private IStringLocalizer<FrameTexts> Texts { get; set; } = default!;
    [Inject] private ILogger<PortalErrorBoundary> Logger { get; set; } = default!;

    /// <summary>The clock, for the reference number.</summary>
    [Parameter, EditorRequired] public TimeProvider Time { get; set; } = default!;

    protected override Task OnErrorAsync(Exception exception)
    {
        _reference = ErrorReference.New(Time);
        PageFailed(Logger, _reference, exception);
        return Task.CompletedTask;
    }

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        if (CurrentException is null)
        {
            builder.AddContent(0, ChildContent);
            return;
        }
        builder.OpenComponent<PageTitle>(1);
        builder.AddComponentParameter(2, nameof(PageTitle.ChildContent), (RenderFragment)(title => title.AddContent(0, Texts["Error.Title"].Value)));
        builder.CloseComponent();
        builder.OpenComponent<ErrorState>(3);
        builder.AddComponentParameter(4, nameof(ErrorState.Reference), _reference);
        builder.AddComponentParameter(5, nameof(ErrorState.OnTryAgain), EventCallback.Factory.Create(this, Recover));
        builder.CloseComponent();
    }

    [LoggerMessage(LogLevel.Error, "A page failed, reference {Reference}")]
    private static partial void PageFailed(ILogger logger, string reference, Exception exception);
}
