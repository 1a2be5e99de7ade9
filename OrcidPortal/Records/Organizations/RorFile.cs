using System.IO.Compression;

namespace OrcidPortal.Records.Organizations;

/// <summary>The JSON of a ROR dump, also inside the .zip in which ROR publishes it.</summary>
internal static class RorFile
{
    /// <summary>Opens the JSON.</summary>
    /// <param name="file">A seekable stream of the file; stays the caller's.</param>
    /// <returns>The stream to read; null where an archive holds no .json.</returns>
    /// <exception cref="InvalidDataException">It starts like an archive and is none.</exception>
    public static async Task<Stream?> OpenAsync(Stream file, CancellationToken cancellationToken)
    {
        var start = new byte[2];
        var read = await file.ReadAtLeastAsync(start, 2, throwOnEndOfStream: false, cancellationToken);
        file.Position = 0;
        if (read < 2 || start[0] != 'P' || start[1] != 'K') return file;
        var archive = await ZipArchive.CreateAsync(file, ZipArchiveMode.Read, leaveOpen: true, entryNameEncoding: null, cancellationToken);
        var entry = archive.Entries.Where(e => e.Name.EndsWith(".json", StringComparison.OrdinalIgnoreCase))
            .OrderByDescending(e => e.Name.Contains("schema_v2", StringComparison.OrdinalIgnoreCase)).ThenByDescending(e => e.Length).FirstOrDefault();
        return entry is null ? null : await entry.OpenAsync(cancellationToken);
    }
}
