namespace OrcidPortal.Simulator.Traffic;

/// <summary>A slow way to the caller.</summary>
/// <param name="to">The true way.</param>
/// <param name="bytesPerSecond">How fast it is.</param>
/// <param name="time">The clock.</param>
internal sealed class SlowStream(Stream to, int bytesPerSecond, TimeProvider time) : Stream
{
    private const int PiecesPerSecond = 10;
    private readonly int piece = Math.Max(1, bytesPerSecond / PiecesPerSecond);

    public override bool CanRead => false;
    public override bool CanSeek => false;
    public override bool CanWrite => true;
    public override long Length => throw new NotSupportedException();
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        for (var at = 0; at < buffer.Length; at += piece)
        {
            var next = buffer[at..Math.Min(at + piece, buffer.Length)];
            await to.WriteAsync(next, cancellationToken);
            await to.FlushAsync(cancellationToken);
            await Task.Delay(TimeSpan.FromSeconds((double)next.Length / bytesPerSecond), time, cancellationToken);
        }
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override Task FlushAsync(CancellationToken cancellationToken) => to.FlushAsync(cancellationToken);

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
