using Microsoft.Playwright;

namespace OrcidPortal.E2E.Infrastructure;

/// <summary>Choosing a file to import.</summary>
internal static class Files
{
    /// <summary>Chooses it as soon as the page listens to the input: what is chosen before is lost.</summary>
    public static async Task ChooseAsync(IPage page, string name, byte[] content)
    {
        await page.WaitForFunctionAsync("() => document.getElementById('import-file')?._blazorInputFileNextFileId !== undefined");
        await page.Locator("#import-file").SetInputFilesAsync(new FilePayload { Name = name, MimeType = "application/x-bibtex", Buffer = content });
    }
}
