using System.Globalization;
using System.IO.Compression;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using OrcidPortal.Curation.ToRepository;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.Pages.Layout;
using OrcidPortal.Pages.Parts;
using OrcidPortal.Pages.Texts;
using OrcidPortal.Records;
using OrcidPortal.Security;

namespace OrcidPortal.Pages.Curation;

/// <summary><c>/curation/to-repository.zip</c>: a file for DSpace's metadata import for each column, and what is left to hands.</summary>
internal static class ToRepositoryFile
{
    public const string Path = "curation/to-repository.zip";
    private const string ByHand = "by-hand.csv";
    private static readonly string[] ByHandColumns = ["Record", "Kind", "Title", "Source", "LocalId", "Field", "Was", "Is", "By", "Why"];

    public static void MapToRepositoryFile(this WebApplication app) => app.MapGet("/" + Path, GetAsync).RequireAuthorization(Policies.Curator).ExcludeFromDescription();

    private static async Task<IResult> GetAsync(
        HttpContext context, CurrentUser users, RepositoryCorrections corrections, DspaceColumns columns, ByHandWords words, IOptions<InstitutionOptions> institution, TimeProvider time)
    {
        if (await users.GetAsync(context.RequestAborted) is not { } me) return Results.Forbid();
        var zone = ReaderCookie.Parse(context.Request.Cookies[ReaderCookie.Name]).FindZone() ?? institution.Value.FindZone();
        var today = TimeZoneInfo.ConvertTime(time.GetUtcNow(), zone).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        // Not straight into the answer: an archive is closed with synchronous writes, and half of one would be worse than an error.
        var file = new FileStream(System.IO.Path.GetTempFileName(), FileMode.Create, FileAccess.ReadWrite, FileShare.None, 81920, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        context.Response.RegisterForDisposeAsync(file);
        await WriteAsync(file, corrections, columns, words, me.Departments, context.RequestAborted);
        file.Position = 0;
        return Results.Stream(file, "application/zip", $"corrections-{today}.zip");
    }

    internal static async Task WriteAsync(Stream stream, RepositoryCorrections corrections, DspaceColumns columns, ByHandWords words, ValueList<string>? within, CancellationToken cancellationToken)
    {
        await using var zip = await ZipArchive.CreateAsync(stream, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancellationToken);
        foreach (var column in columns.All)
        {
            await using var lines = corrections.LinesAsync(column, within, cancellationToken).GetAsyncEnumerator(cancellationToken);
            if (!await lines.MoveNextAsync()) continue;
            await using var file = await zip.CreateEntry(NameOf(column)).OpenAsync(cancellationToken);
            await Spreadsheet.WriteForProgramAsync(file, ["id", column.Name], RestOf(lines), cancellationToken);
        }
        await using var rest = await zip.CreateEntry(ByHand).OpenAsync(cancellationToken);
        await Spreadsheet.WriteAsync(rest, [.. ByHandColumns.Select(words.Column)], corrections.ByHandAsync(within, cancellationToken).Select(words.Line), cancellationToken);
    }

    private static async IAsyncEnumerable<string[]> RestOf(IAsyncEnumerator<(Guid Item, string Cell)> lines)
    {
        do yield return [lines.Current.Item.ToString("D"), lines.Current.Cell];
        while (await lines.MoveNextAsync());
    }

    /// <summary><c>work-dc.title-en.csv</c>: two columns may have one name, and a bracket is no good in a file's.</summary>
    private static string NameOf(DspaceColumn column) =>
        $"{column.Kind.ToString().ToLowerInvariant()}-{column.Name.Replace('[', '-').TrimEnd(']', '-')}{(column.Part is null ? "" : $"-{column.Part}")}.csv";
}

/// <summary>The lines of <c>by-hand.csv</c> in words.</summary>
public sealed class ByHandWords(KindNames kinds, FieldTexts values, SourceWords sources, IStringLocalizer<CuratorTexts> fields, IStringLocalizer<RepositoryTexts> texts)
{
    internal string Column(string name) => texts[$"File.{name}"];

    internal string[] Line(ByHandLine line) =>
    [
        line.RecordId.ToString("D"), kinds.Of(line.Kind), line.Title, sources.Of(line.Source), line.LocalId, fields.For(line.Kind, $"Field.{line.Correction.Field}"),
        Value(line, line.Correction.BaseValue), Value(line, line.Correction.Value), line.Correction.By, texts[$"Why.{line.Reason}"],
    ];

    // Whole, as somebody copies it from here.
    private string Value(ByHandLine line, string? value) =>
        value is null ? "" : line.Correction.Key is null && line.Correction.Field != FieldPaths.Type ? value : values.Of(line.Kind, line.Correction.Field, value);
}
