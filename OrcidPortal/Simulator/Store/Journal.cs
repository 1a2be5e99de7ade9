using System.Text.Json;
using System.Text.Json.Serialization;
using System.Xml;

namespace OrcidPortal.Simulator.Store;

/// <summary>
/// The state file: one JSON line per change, appended before the answer goes out, so that a killed process loses nothing it has answered for
/// and a record of thousands of works is not written anew for each call. Rewritten in short, by a temporary file and a rename, when it is opened.
/// </summary>
internal sealed class Journal : IDisposable
{
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter() },
    };

    private readonly string? path;
    private FileStream? stream;
    private FileStream? claim;

    /// <summary>Whether anything is kept.</summary>
    public bool IsKept => path is not null;

    /// <param name="path">The full path of the file; null: nothing is kept.</param>
    public Journal(string? path) => this.path = path;

    /// <summary>Keeps others off the file: two that write it would lose each other's lines. The claim ends with the process, however that ends.</summary>
    /// <exception cref="IOException">Somebody else has it.</exception>
    public void Claim()
    {
        if (path is null) return;
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        try
        {
            claim = new FileStream(path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e)
        {
            throw new IOException($"The simulator's state file {path} is in use by another process. Stop that one, or set Simulator:StateFile to another file.", e);
        }
    }

    /// <summary>Hands every line to <paramref name="load"/>. A last line that was cut off in the middle was never answered for: it is dropped.</summary>
    /// <exception cref="InvalidDataException">The file is damaged before its last line.</exception>
    public void Read(Action<StoredEntry> load)
    {
        if (path is null || !File.Exists(path)) return;
        var number = 0;
        Exception? damage = null;
        foreach (var line in File.ReadLines(path))
        {
            if (damage is not null) throw new InvalidDataException($"The simulator's state file {path} is damaged at line {number}, or of another version. Delete it to begin afresh.", damage);
            number++;
            try
            {
                load(JsonSerializer.Deserialize<StoredEntry>(line, Json) ?? throw new InvalidDataException("An empty line."));
            }
            catch (Exception e) when (e is JsonException or InvalidDataException or FormatException or ArgumentException or XmlException)
            {
                damage = e;
            }
        }
    }

    /// <summary>Replaces the file by these entries, or leaves the old one whole if that fails; then keeps it open to append.</summary>
    public void Rewrite(IEnumerable<JournalEntry> entries)
    {
        if (path is null) return;
        stream?.Dispose();
        var temporary = path + ".new";
        using (var file = new FileStream(temporary, FileMode.Create, FileAccess.Write)) Write(file, entries);
        File.Move(temporary, path, overwrite: true);
        stream = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.Read);
    }

    public void Append(IEnumerable<JournalEntry> entries)
    {
        if (stream is null) return;
        Write(stream, entries);
        stream.Flush();
    }

    public void Dispose()
    {
        stream?.Dispose();
        claim?.Dispose();
    }

    private static void Write(Stream to, IEnumerable<JournalEntry> entries)
    {
        foreach (var entry in entries)
        {
            to.Write(JsonSerializer.SerializeToUtf8Bytes(entry, Json));
            to.WriteByte((byte)'\n');
        }
    }
}
