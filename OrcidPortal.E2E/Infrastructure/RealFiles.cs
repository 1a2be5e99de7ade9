namespace OrcidPortal.E2E.Infrastructure;

/// <summary>Exports of real tools. They lie beside the checkout, not in it: they have licences of their own.</summary>
internal static class RealFiles
{
    /// <summary>Reads one, for example <c>bibtex/jabref_testjabref.bib</c>; skips the test where the folder is not there.</summary>
    public static byte[] Read(string file)
    {
        if (Find(file) is { } path) return File.ReadAllBytes(path);
        Assert.Skip("The folder shared/real-data is not beside the checkout.");
        return [];
    }

    /// <summary>Where one is; null where the folder is not there.</summary>
    public static string? Find(string file)
    {
        for (var folder = new DirectoryInfo(Checkout.Folder); folder is not null; folder = folder.Parent)
        {
            var path = Path.Combine(folder.FullName, "shared", "real-data", file);
            if (File.Exists(path)) return path;
        }
        return null;
    }
}
