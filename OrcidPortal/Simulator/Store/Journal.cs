using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

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
        var lines = File.ReadAllLines(path);
        for (var i = 0; i < lines.Length; i++)
        {
            try
            {
                load(JsonSerializer.Deserialize<StoredEntry>(lines[i], Json) ?? throw new InvalidDataException("An empty line."));
            }
            catch (Exception e) when (e is JsonException or InvalidDataException or FormatException or ArgumentException)
            {
                if (i == lines.Length - 1) return;
                throw new InvalidDataException($"The simulator's state file {path} is damaged at line {i + 1}. Delete it to begin afresh.", e);
            }
        }
    }

    /// <summary>Replaces the file by these entries, or leaves the old one whole if that fails; then keeps it open to append.</summary>
    public void Rewrite(IEnumerable<JournalEntry> entries)
    {
        if (path is null) return;
        stream?.Dispose();
        var temporary = path + ".new";
        File.WriteAllBytes(temporary, Lines(entries));
        File.Move(temporary, path, overwrite: true);
        stream = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.Read);
    }

    public void Append(IEnumerable<JournalEntry> entries)
    {
        if (stream is null) return;
        stream.Write(Lines(entries));
        stream.Flush();
    }

    public void Dispose()
    {
        stream?.Dispose();
        claim?.Dispose();
    }

    private static byte[] Lines(IEnumerable<JournalEntry> entries)
    {
        var text = new StringBuilder();
        foreach (var entry in entries) text.Append(JsonSerializer.Serialize(entry, Json)).Append('\n');
        return Encoding.UTF8.GetBytes(text.ToString());
    }
}
