using System.Buffers.Binary;

namespace OrcidPortal.Commands.Generation;

/// <summary>Ids like those the portal makes (version 7 of RFC 9562), but of a seed: each larger than the one before, a millisecond apart.</summary>
internal sealed class GeneratedIds(Random random, DateTimeOffset from)
{
    private long _milliseconds = from.ToUnixTimeMilliseconds();

    public Guid Next()
    {
        Span<byte> bytes = stackalloc byte[16];
        random.NextBytes(bytes);
        BinaryPrimitives.WriteUInt64BigEndian(bytes, ((ulong)_milliseconds++ << 16) | 0x7000 | (uint)random.Next(0x1000));
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }
}
